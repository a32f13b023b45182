"""Letters to those who asked for a visitor. None says anything of the child."""

from django.utils.translation import gettext_lazy as _

from forms.casework.letters import MORE, RING, Letter

PASSED_ON = Letter(
    "passed_on",
    _("We have passed it on"),
    _("We have passed your request on ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for your request. Another council looks after it: we have passed it"
        " on to the people there, and they will be in touch with you. You need not ask"
        " again.\n\n"
        "Best wishes,\n{coordinator}"
    ),
)
REQUEST_LETTERS = (RING, MORE, PASSED_ON)
