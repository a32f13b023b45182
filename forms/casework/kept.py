"""Until when one case is kept, and what keeps it for longer."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cms.retention import Judged, judge_row, rules
from forms.casework.filing.queries import filing_of, with_filing
from forms.casework.holding.queries import hold_of
from forms.casework.models import Case, Filing, Hold


@dataclass(frozen=True)
class Kept:
    """How it stands; `until` is None while the case is open, or of a kind for ever."""

    until: date | None
    hold: Hold | None
    needs_filing: bool
    filing: Filing | None
    is_filed: bool

    @property
    def waits_for_filing(self) -> bool:
        """Whether its day is past, and it stays only because nobody has filed it."""
        past = self.until is not None and self.until <= timezone.localdate()
        return past and self.needs_filing and not self.is_filed

    @property
    def is_filed_before(self) -> bool:
        """Whether it was filed, and something was said or decided since."""
        return self.filing is not None and not self.is_filed


def needs_filing(kind: str) -> bool:
    """Whether cases of a kind may be the only record of what a child asked."""
    return any(rule.unfiled for name, rule in rules().items() if _is_of(name, kind))


def kept(case: Case) -> Kept:
    """What the case's screen says of it."""
    judged = _judged(case)
    needs = bool(judged.rule.unfiled) if judged else needs_filing(case.kind)
    filing = filing_of(case) if needs else None
    as_it_stands = with_filing(Case.objects.filter(pk=case.pk))
    return Kept(
        until=judged.until if judged else None,
        hold=hold_of(case),
        needs_filing=needs,
        filing=filing,
        is_filed=filing is not None and as_it_stands.filter(is_filed=True).exists(),
    )


def _judged(case: Case) -> Judged | None:
    if not case.is_closed:
        return None
    for name, rule in rules().items():
        if _is_of(name, case.kind):
            rows = rule.rows(case.site).filter(pk=case.pk)
            if judged := judge_row(name, case.site, rows):
                return judged
    return None


def _is_of(name: str, kind: str) -> bool:
    return name.partition(".")[0] == kind
