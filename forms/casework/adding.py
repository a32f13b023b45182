"""More arrives for a case that is open already, and somebody is told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables

from forms.casework.flags import Flag, kept, known
from forms.casework.models import Addition, Case
from forms.casework.notices import tell_of_more


@sensitive_variables()
@transaction.atomic
def add_to_case(
    *,
    case: Case,
    answers: Iterable[Any],
    what: str | Promise,
    flags: Iterable[Flag | str] = (),
    at: datetime | None = None,
) -> Addition:
    """Put more answers beside those of the case, and tell whoever has it.

    `answers` is a snapshot, as forms.journeys.submission describes it; `what` says in
    the timeline what has come.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    raised = [flag for flag in known(flags) if not locked.has_flag(flag.code)]
    locked.answers = [*locked.answers, *(dict(row) for row in answers)]
    locked.flags = [*locked.flags, *kept(raised)]
    locked.is_flagged = bool(locked.flags)
    locked.save(update_fields=["answers", "flags", "is_flagged"])
    addition = Addition.objects.create(
        case=locked, what=in_both(what), at=at or timezone.now()
    )
    tell_of_more(locked)
    return addition


def in_both(words: str | Promise) -> dict[str, str]:
    """Words that are kept, in both languages."""
    said = {}
    for language in ("en", "cy"):
        with override(language):
            said[language] = str(words)
    return said
