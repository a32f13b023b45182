"""What the person of a case does themselves, on the website: one transaction each.

Every act stands in the timeline as theirs, and whoever works on the case is told.
"""

from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from cms.mail import queue_mail
from forms.casework.adding import in_both
from forms.casework.following import LINK_LIFE, link_token
from forms.casework.models import Addition, Case, LanguageChange, StageMove
from forms.casework.moving import move_case
from forms.casework.notices import acknowledge, tell_what_they_did
from forms.casework.services import change_languages

WITHDRAWN = _("Withdrawn on the website by the person themselves")
ASKS_FOR_CALL = _("They ask where their form stands and have no e-mail: please ring")
LANGUAGES = _("They have chosen their languages on the website")

MAILS_AN_HOUR = 3
"""So many links are mailed to one person, however often somebody asks for them."""
_HOUR = 3600
_DAY = 24 * _HOUR


@transaction.atomic
def mail_status_link(*, case: Case, address: Callable[[str], str]) -> None:
    """Mail the person a link, of which `address` makes the whole from a token.

    Not endlessly. Whoever gave no e-mail is rung instead: staff are told, once a day.
    """
    if not case.email:
        if cache.add(f"casework:call:{case.pk}", 1, _DAY):
            log_act(case, ASKS_FOR_CALL)
        return
    if counted(f"casework:links:{case.pk}") > MAILS_AN_HOUR:
        return
    queue_mail(
        site=case.site,
        to=case.email,
        template="casework/status_link",
        language=case.language,
        context={
            "reference": case.reference,
            "url": address(link_token(case)),
            "days": LINK_LIFE.days,
        },
        case_reference=case.reference,
    )


@sensitive_variables("why")
@transaction.atomic
def withdraw_case(*, case: Case, reason: str = "", why: str = "") -> StageMove:
    """Close the case because its person no longer wants it; nobody asks them why.

    Raises MoveNotAllowed where only staff can end it.
    """
    machine = case.machine
    move = move_case(
        case=case,
        to=machine.withdrawn,
        by=None,
        reason=reason or machine.unsaid,
        why=why,
    )
    log_act(case, WITHDRAWN)
    acknowledge(case, template="casework/withdrawn")
    return move


@transaction.atomic
def choose_languages(
    *, case: Case, language: str, spoken_language: str
) -> LanguageChange | None:
    """Write and speak to them as they have chosen; None where nothing changes."""
    change = change_languages(
        case=case, language=language, spoken_language=spoken_language, by=None
    )
    if change:
        log_act(case, LANGUAGES)
    return change


@sensitive_variables("said")
def log_act(case: Case, what: str | Promise, *, said: str = "") -> None:
    """Put it in the timeline as theirs and tell staff; `said` stands there alone."""
    told: dict[str, Any] = in_both(what)
    if said:
        told = {language: f"{words}: {said}" for language, words in told.items()}
    Addition.objects.create(case=case, what=told)
    tell_what_they_did(case, what)


def counted(key: str) -> int:
    """Count one more within the hour, and say how many that makes."""
    cache.add(key, 0, _HOUR)
    try:
        return int(cache.incr(key))
    except ValueError:
        # It left the cache between the two calls.
        return 1
