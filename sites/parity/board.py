"""The board of a service: what is not even in both languages, and its score."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.language import Evenness
from sites.parity.kinds import all_pairs
from sites.parity.kinds.pages import page_rows
from sites.parity.models import ParityScore
from sites.parity.rows import Row


@dataclass(frozen=True)
class Board:
    """Every line of a service, those to mend first by kind."""

    rows: tuple[Row, ...]

    @property
    def uneven(self) -> list[Row]:
        """What is missing, out of date or the same, the oldest of a kind first."""
        found = [row for row in self.rows if not row.is_even]
        kinds = list(dict.fromkeys(str(row.kind) for row in found))
        now = timezone.now()
        return sorted(found, key=lambda r: (kinds.index(str(r.kind)), r.since or now))

    @property
    def counts(self) -> dict[str, int]:
        """How many lines there are of each state."""
        found = Counter(row.evenness.value for row in self.rows)
        return {state: found.get(state, 0) for state in Evenness.values}


def board_of(site: Site) -> Board:
    """Read everything of `site` that stands in both languages; no score is kept."""
    pairs = [Row.of(pair) for pair in all_pairs(site) if not pair.is_empty]
    return Board((*page_rows(site), *pairs))


def keep_score(*, site: Site, board: Board) -> ParityScore:
    """Write down the score of `site` for whoever lists all services."""
    counts = board.counts
    with transaction.atomic():
        score, _made = ParityScore.objects.update_or_create(
            site=site,
            defaults={
                "even": counts[Evenness.EVEN],
                "missing": counts[Evenness.MISSING],
                "stale": counts[Evenness.STALE],
                "equal": counts[Evenness.EQUAL],
                "counted_at": timezone.now(),
                "is_due": False,
            },
        )
    found: ParityScore = score
    return found
