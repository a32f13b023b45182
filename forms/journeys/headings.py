"""What each screen is headed, for an adult and for a young person."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from forms.journeys.declaring import Step
from forms.journeys.walk import Walk

Words = str | Promise
Pair = tuple[Words, Words]


def _alike(words: Words) -> Pair:
    """Words that speak to nobody, so that they serve both."""
    return words, words


HEADINGS: dict[str, Pair] = {
    "check": (
        _("Check your answers"),
        pgettext_lazy("to a young person", "Check your answers"),
    ),
    "sent": (
        _("We have received it"),
        pgettext_lazy("to a young person", "We have got it"),
    ),
    "save": _alike(_("Save and come back later")),
    "saved": (
        _("Your answers are saved"),
        pgettext_lazy("to a young person", "Your answers are saved"),
    ),
    "resume": (
        _("Carry on where you stopped"),
        pgettext_lazy("to a young person", "Carry on where you stopped"),
    ),
    "code": (
        _("Come back to your answers"),
        pgettext_lazy("to a young person", "Come back to your answers"),
    ),
    "code_given": (
        _("Write down your code"),
        pgettext_lazy("to a young person", "Write down your code"),
    ),
    "delete": (
        _("Delete what you have written?"),
        pgettext_lazy("to a young person", "Delete what you have written?"),
    ),
    "deleted": (
        _("We keep nothing of what you wrote"),
        pgettext_lazy("to a young person", "We keep nothing of what you wrote"),
    ),
    "delete_sent": (
        _("You have already sent this"),
        pgettext_lazy("to a young person", "You have already sent this"),
    ),
    "reminder": (
        _("Your saved answers"),
        pgettext_lazy("to a young person", "Your saved answers"),
    ),
    "reminder_off": (
        _("We will not remind you"),
        pgettext_lazy("to a young person", "We will not remind you"),
    ),
    "link_used": _alike(_("This link has been used")),
    "link_expired": _alike(_("This link no longer works")),
    "sent_before": _alike(
        pgettext_lazy("to a young person", "We show this page only once")
    ),
    "sent_elsewhere": _alike(_("Looking for your reference number?")),
    "status_ask": _alike(_("See where your form stands")),
    "status_asked": _alike(_("Look in your email")),
    "status": _alike(_("Where your form stands")),
    "status_gone": _alike(_("This link no longer works")),
    "withdraw": _alike(_("Do you want to withdraw?")),
    "details": _alike(_("Correct your details")),
    "change_languages": _alike(_("Change your languages")),
    "confirm_address": _alike(_("Confirm your email address")),
    "not_me": _alike(_("Did you not ask for this?")),
    "address_gone": _alike(_("This link no longer works")),
}
NOT_OPEN: dict[str, Pair] = {
    "unready": _alike(_("This form is not open yet")),
    "paused": _alike(_("This form is paused at the moment")),
    "closed": _alike(_("This form is closed at the moment")),
}


def heading(template: str, *, young: bool = False) -> Words:
    """The heading of the screen with this template; empty where it has its own."""
    key = template.removeprefix("journeys/").removesuffix(".html")
    return HEADINGS[key][young] if key in HEADINGS else ""


def section_caption(walk: Walk, step: Step) -> Words:
    """Which section of how many this is; its title alone where that is not known."""
    title = walk.journey.section_title(step.section)
    sections = walk.sections
    if step.section not in sections or walk.is_forked or len(sections) < 2:
        return title
    place = {
        "number": sections.index(step.section) + 1,
        "total": len(sections),
        "title": title,
    }
    return gettext("Section %(number)d of %(total)d: %(title)s") % place
