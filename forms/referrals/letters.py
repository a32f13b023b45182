"""Letters to those who asked for a visitor. None says anything of the child.

Nor which council looks after the child: whoever asked may be nobody who may know it
(the safeguarding rules: a reply never says where a child lives or is known).
"""

from django.utils.translation import gettext_lazy as _

from cms.mail import EditableMail
from forms.casework.letters import MORE, RING, Letter, changeable

PASSED_ON = Letter(
    "passed_on",
    _("We have passed it on"),
    _("We have passed your request on ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for your request. We have passed it on to the people it is for, and"
        " they will be in touch with you. You need not ask again.\n\n"
        "Best wishes,\n{coordinator}"
    ),
)
REQUEST_LETTERS = (RING, MORE, PASSED_ON)


def _to_whoever_asked(letter: Letter) -> EditableMail:
    return changeable(
        letter,
        label="referrals",
        to=_("Letter to whoever asked for a visitor"),
        sent=_(
            "You start from it, and can still change it before it goes. Say nothing of"
            " the child in it: what a child needs is not for the post."
        ),
    )


TO_RING, TO_ASK_MORE, TO_PASS_ON = (_to_whoever_asked(x) for x in REQUEST_LETTERS)
"""Each as a mail whose words a service may change."""
