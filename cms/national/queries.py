"""Who is on which version: for a service its own pages, for the hub every service."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from cms.activation import SERVICE_ROOT_PATH, active_labels
from cms.models import KeptText, NationalText, StarterKey
from cms.national.writing import rows_at
from cms.plugins.owners import type_owner
from cms.starter import newest_for

YEAR = 365


class State(StrEnum):
    """How a service stands to the newest version of a text."""

    NEWEST = "newest"
    BEHIND = "behind"
    KEPT = "kept"
    NONE = "none"


@dataclass(frozen=True)
class Own:
    """A service's pages of one text."""

    text: NationalText
    rows: list[StarterKey]
    kept: KeptText | None
    is_usable: bool

    @property
    def title(self) -> str:
        """The title of its page in the reader's language, or in the other."""
        titles = {row.page.locale.language_code: row.page.title for row in self.rows}
        reader = "cy" if (get_language() or "").startswith("cy") else "en"
        return str(titles.get(reader) or next(iter(titles.values())))

    @property
    def state(self) -> State:
        """Newest, behind or kept."""
        return state_of([row.text_id for row in self.rows], self.text.pk, self.kept)

    @property
    def is_own(self) -> bool:
        """Whether the service has changed the words, or has a draft of its own."""
        return any(
            not row.as_made or row.page.has_unpublished_changes for row in self.rows
        )

    @property
    def waits(self) -> bool:
        """Whether there is a newer version to decide on."""
        return self.is_usable and self.state == State.BEHIND

    @property
    def version(self) -> int:
        """The older of the versions of its pages."""
        return min(row.text.version for row in self.rows if row.text)

    @property
    def unpublished(self) -> list[StarterKey]:
        """Its pages that the public does not see."""
        return [row for row in self.rows if not row.page.live]

    @property
    def missing_language(self) -> str:
        """The language in which its page was deleted; empty where both are there."""
        have = {row.page.locale.language_code for row in self.rows}
        return next(iter({"en", "cy"} - have), "") if have else ""


def state_of(versions: Iterable[Any], newest: int, kept: Any) -> State:
    """The state of pages of these versions."""
    found = list(versions)
    if not found:
        return State.NONE
    if all(version == newest for version in found):
        return State.NEWEST
    return State.KEPT if kept else State.BEHIND


def texts_at(site: Site) -> list[Own]:
    """Every text of which the service has a page; what waits comes first."""
    newest, on = newest_for(site), active_labels(site)
    kept = {row.text_id: row for row in _kept_at(site)}
    by_key = defaultdict(list)
    for row in rows_at(site):
        by_key[row.key].append(row)
    owns = [
        Own(newest[key], rows, kept.get(newest[key].pk), _usable(rows, on))
        for key, rows in by_key.items()
        if key in newest
    ]
    return sorted(owns, key=lambda own: (not own.waits, own.rows[0].page.path))


def waiting_at(site: Site) -> list[Own]:
    """Those that wait for a decision."""
    return [own for own in texts_at(site) if own.waits]


def _kept_at(site: Site) -> Any:
    return KeptText.objects.filter(site=site, text__is_newest=True).select_related(
        "kept_by"
    )


def _usable(rows: list[StarterKey], on: frozenset[str]) -> bool:
    owners = {type_owner(row.page.content_type) for row in rows}
    return all(owner is None or owner in on for owner in owners)


@dataclass
class Spread:
    """One national text, and the sites (by id) in each state."""

    text: NationalText
    sites: dict[State, list[int]] = field(default_factory=lambda: defaultdict(list))
    kept: dict[int, KeptText] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)

    def count(self, state: str) -> int:
        """How many services are in this state."""
        return len(self.sites.get(State(state), []))

    @property
    def newest(self) -> int:
        return self.count(State.NEWEST)

    @property
    def behind(self) -> int:
        return self.count(State.BEHIND)

    @property
    def keeping(self) -> int:
        return self.count(State.KEPT)

    @property
    def is_overdue(self) -> bool:
        """Whether the law in it was not checked for a year."""
        checked = self.text.law_checked_on
        if not self.text.is_law:
            return False
        return checked is None or (timezone.localdate() - checked).days > YEAR


def spread(*, only: NationalText | None = None) -> list[Spread]:
    """Every newest text and how services stand to it; the same queries at any size."""
    texts = NationalText.objects.filter(is_newest=True)
    if only:
        texts = texts.filter(key=only.key, nation=only.nation)
    found = {
        (text.key, text.nation): Spread(text)
        for text in texts.select_related("law_checked_by", "made_by")
    }
    kept = _kept_everywhere()
    for (site, key, nation), rows in _rows_everywhere(only).items():
        if one := found.get((key, nation)):
            decision = kept.get((site, one.text.pk))
            state = state_of([pk for pk, _version in rows], one.text.pk, decision)
            one.sites[state].append(site)
            one.versions[site] = min(version for _pk, version in rows)
            if decision and state == State.KEPT:
                one.kept[site] = decision
    return list(found.values())


def _kept_everywhere() -> dict[tuple[int, int], KeptText]:
    rows = KeptText.objects.filter(text__is_newest=True).select_related("kept_by")
    return {(row.site_id, row.text_id): row for row in rows}


def _rows_everywhere(
    only: NationalText | None,
) -> dict[tuple[int, str, str], list[tuple[int, int]]]:
    roots = {
        path[:SERVICE_ROOT_PATH]: pk
        for pk, path in Site.objects.values_list("pk", "root_page__path")
    }
    rows = StarterKey.objects.filter(text__isnull=False)
    if only:
        rows = rows.filter(key=only.key, text__nation=only.nation)
    by_text = defaultdict(list)
    asked = ("key", "text__nation", "text_id", "text__version", "page__path")
    for key, nation, pk, version, path in rows.values_list(*asked):
        if site := roots.get(path[:SERVICE_ROOT_PATH]):
            by_text[site, key, nation].append((pk, version))
    return by_text
