"""Keep what a child said; say what they said last."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from forms.casework.models import Case
from forms.referrals.choices import CHILD_SAYS
from forms.referrals.models import Referral
from forms.referrals.saying.models import Saying

WORDS = {choice.value: choice.label for choice in CHILD_SAYS}


@dataclass(frozen=True)
class Word:
    """A view in words, with who heard it and when; as it came in, where `at_first`."""

    says: str
    heard_by: str
    heard_on: date
    language: str = ""
    how_shown: str = ""
    kept_by: str = ""
    at_first: bool = False


@sensitive_variables("said")
@transaction.atomic
def keep_saying(*, case: Case, by: Any, **said: Any) -> Saying:
    """Keep one word beside those before: `said` are the facts of the model."""
    return Saying.objects.create(case=case, by=by, **said)


def words_of(case: Case) -> list[Word]:
    """All that is known of what the child says, the newest first."""
    sayings = list(case.sayings.select_related("by"))
    later = [
        Word(
            says=in_words(saying.says),
            heard_by=saying.heard_by,
            heard_on=saying.heard_on,
            language=str(saying.get_language_display()),
            how_shown=saying.how_shown,
            kept_by=str(saying.by or ""),
        )
        for saying in sayings
    ]
    if any(saying.by_id is None for saying in sayings):
        return later  # The first word came with who heard it, and is among them.
    first = Referral.objects.filter(case=case).first()
    if first is None or not first.child_says:
        return later
    came = Word(
        says=in_words(first.child_says),
        heard_by="" if case.from_young else case.display_name,
        heard_on=timezone.localdate(case.received_at),
        at_first=True,
    )
    return [*later, came]


def in_words(says: str) -> str:
    """A view in words for staff; the bare key for one of former times."""
    return str(WORDS.get(says, says))


def last_word(case: Case) -> str:
    """What the child says now, for the case's screen."""
    words = words_of(case)
    return words[0].says if words else _("not known yet")
