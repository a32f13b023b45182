"""Letters to those who asked for a visitor. None says anything of the child.

Nor which council looks after the child: whoever asked may be nobody who may know it
(the safeguarding rules: a reply never says where a child lives or is known).
"""

from collections.abc import Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.mail import EditableMail
from forms.casework.errors import CaseworkError
from forms.casework.letters import MORE, RING, Letter, changeable
from forms.casework.models import Case
from forms.journeys.inviting import NoForm, invite
from forms.referrals.choices import YOUNG_PERSON
from forms.referrals.models import Referral

OTHER_DOORS = ("carer", "family", YOUNG_PERSON)
"""Who is asked for no rest: their own forms have none."""


class NoRequestForm(CaseworkError):
    """There is no page to which the letter could lead."""

    def __init__(self) -> None:
        super().__init__(
            gettext("Your website has no form for professionals. Publish its page.")
        )


def address_of_rest(case: Case) -> str:
    """The address that opens the longer part of a professional's request."""
    try:
        return invite(
            site=case.site,
            kind=case.kind,
            adds_to=case.reference,
            to=case.email,
            language=case.language,
        )
    except NoForm:
        raise NoRequestForm from None


def without_rest_to_send(cases: Sequence[Case]) -> dict[int, str]:
    """Those who cannot be asked for the rest, and why."""
    why_not = {}
    found = {row.case_id: row for row in Referral.objects.filter(case__in=cases)}
    for case in cases:
        asked = found.get(case.pk)
        if asked is None or asked.role in OTHER_DOORS:
            why_not[case.pk] = gettext("Only professionals are asked for more.")
        elif asked.more:
            why_not[case.pk] = gettext("The rest has come already.")
    return why_not


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
THE_REST = Letter(
    "rest",
    _("The link for the other questions"),
    _("The rest of your request ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for your request. Here are the other questions: most are ticks, and"
        " they take about five minutes. You can stop at any time and come back:\n\n"
        "{link}\n\n"
        "The link works once, for 30 days, on any device. You can answer in Welsh or in"
        " English. If you would rather tell us by phone, ring us.\n\n"
        "Best wishes,\n{coordinator}"
    ),
    link=address_of_rest,
    refuses=without_rest_to_send,
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
TO_SEND_REST = _to_whoever_asked(THE_REST)
"""Each as a mail whose words a service may change."""
