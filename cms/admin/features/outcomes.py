"""What would come, or came, of a roll-out: sites together that fared alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.admin.roster import Listed, listed_sites
from cms.models import Rollout, RolloutSite
from cms.rollouts import Expected, dry_run
from cms.switching import names_of

State = RolloutSite.State
ORDER = [
    State.SWITCHED,
    State.REFUSED,
    State.FAILED,
    State.WAITING,
    State.STOPPED,
    State.UNCHANGED,
]


@dataclass(frozen=True)
class Outcome:
    """Sites that fared alike, in the order of the alphabet."""

    state: State
    title: str
    detail: str
    sites: list[Listed] = field(default_factory=list)


Fate = tuple[Site, State, str]


def expected_outcomes(rollout: Rollout) -> list[Outcome]:
    """What starting it would do now."""
    fates = [(x.site, x.state, _detail(x)) for x in dry_run(rollout)]
    return _together(fates, _titles_before(rollout.turn_on))


def real_outcomes(rollout: Rollout, rows: Iterable[RolloutSite]) -> list[Outcome]:
    """What came of it so far."""
    fates = [(row.site, State(row.state), _detail_of_row(row)) for row in rows]
    return _together(fates, _titles_after(rollout.turn_on))


def _together(fates: Iterable[Fate], titles: dict[State, str]) -> list[Outcome]:
    left = {site.pk: (site, state, detail) for site, state, detail in fates}
    found: dict[tuple[State, str], Outcome] = {}
    for listed in _named(list(left.values())):
        _site, state, detail = left[listed.site.pk]
        outcome = Outcome(state, titles[state], detail)
        found.setdefault((state, detail), outcome).sites.append(listed)
    return sorted(found.values(), key=lambda x: (ORDER.index(x.state), x.detail))


def _named(fates: list[Fate]) -> list[Listed]:
    """Their sites in the order of the alphabet; last those that no list names."""
    meant = {site.pk: site for site, _state, _why in fates}
    listed = [x for x in listed_sites() if x.site.pk in meant]
    known = {x.site.pk for x in listed}
    others = [site for pk, site in meant.items() if pk not in known]
    return [*listed, *(Listed(site, site.hostname) for site in others)]


def _detail(expected: Expected) -> str:
    if expected.plan.refusal:
        return expected.plan.words
    return _with_it(expected.plan.with_it)


def _detail_of_row(row: RolloutSite) -> str:
    if row.state == State.FAILED:
        return _(
            "Something went wrong there (%(error)s), so nothing was changed. Start"
            " another roll-out to try again."
        ) % {"error": row.error}
    return row.why or _with_it(row.also_on)


def _with_it(labels: Iterable[str]) -> str:
    names = names_of(list(labels))
    return _("With it: %(names)s") % {"names": names} if names else ""


def _titles_before(on: bool) -> dict[State, str]:
    already = _("On already: nothing changes"), _("Off already: nothing changes")
    return {
        State.SWITCHED: _("Will be switched on") if on else _("Will be switched off"),
        State.UNCHANGED: already[0 if on else 1],
        State.REFUSED: _("Will be refused"),
    }


def _titles_after(on: bool) -> dict[State, str]:
    return {
        State.SWITCHED: _("Switched on") if on else _("Switched off"),
        State.UNCHANGED: _("Was on already") if on else _("Was off already"),
        State.REFUSED: _("Refused"),
        State.FAILED: _("Did not work"),
        State.WAITING: _("Still to do"),
        State.STOPPED: _("Left as it was: stopped before its turn"),
    }
