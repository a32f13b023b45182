"""The two letters of a match: that the visitor is appointed, and how it ended.

Each is printed in either language, whatever language its sender's screens are in. It
goes to the visitor and names no child: the number of the request stands for them.
"""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.language.dates import plain_date
from cms.mail import Letterhead
from forms.casework.machine import Words
from forms.matches.law import law_of
from forms.matches.models import Match
from sites.letterhead import write
from sites.models import Authority, Service
from sites.place_names import council

LANGUAGES = {
    "cy": pgettext_lazy("language of a letter", "Welsh"),
    "en": pgettext_lazy("language of a letter", "English"),
}
TITLES = {
    "appointment": _("Letter of appointment"),
    "ending": _("Letter at the end of the appointment"),
}
HOW_IT_ENDED: dict[str, Words] = {
    Match.Reason.NOT_LOOKED_AFTER: _("The council no longer looks after the child."),
    Match.Reason.VISITOR_RESIGNED: _("You resigned in writing."),
    Match.Reason.NOTICE_GIVEN: _(
        "The council has given you notice in writing that it has ended the appointment."
    ),
    Match.Reason.CHILD_OBJECTED: _(
        "The child objects to the appointment going on, and the council is satisfied"
        " that they understand enough to decide it."
    ),
}


def letters_of(match: Match) -> list[tuple[str, Words]]:
    """The letters that can be printed now: their keys and titles."""
    keys = ["appointment"] if match.is_appointed else []
    keys += [] if match.goes_on else ["ending"]
    return [(key, TITLES[key]) for key in keys]


def facts_of(match: Match, letter: str, language: str) -> dict[str, Any] | None:
    """What a letter says, for its template; None where there is no such letter.

    To be asked with `language` active: what is translated here is said in it.
    """
    service = Service.of(match.site)
    known = letter in dict(letters_of(match)) and language in LANGUAGES
    if not known or service is None or service.authority is None:
        return None
    law = law_of(service.authority)
    objected = match.reason == Match.Reason.CHILD_OBJECTED
    return {
        "language": language,
        "title": TITLES[letter],
        "letterhead": letterhead(match, language),
        "council": _council(service.authority, language),
        "name": match.volunteer.display_name,
        "reference": match.request.reference,
        "written_on": plain_date(timezone.localdate(), language),
        "appointed_on": _day(match.appointed_on, language),
        "ended_on": _day(match.ended_on, language),
        "how_it_ended": HOW_IT_ENDED.get(match.reason, ""),
        "law": law,
        "ended_by": law.objects if objected else law.ends,
        "work": law.work.get(language),
        "expenses": law.expenses.get(language),
        "url": law.url[language],
    }


def letterhead(match: Match, language: str) -> Letterhead:
    """Whose letter it is, and whom to ring about a child."""
    return write(match.site, language)


def _council(authority: Authority, language: str) -> Any:
    return council(authority, "", language).html()


def _day(day: Any, language: str) -> str:
    return plain_date(day, language) if day else ""
