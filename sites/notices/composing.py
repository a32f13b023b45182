"""The notice of one kind of people at one service, put together from what is asked."""

from collections.abc import Iterable, Sequence

from django.utils.translation import override

from sites.models import Service
from sites.notices import to_adults, to_young_people
from sites.notices.audiences import Audience
from sites.notices.declaring import Collected, KeptFor, Reason, collected_of
from sites.notices.parts import Notice
from sites.notices.telling import Told


def notice(service: Service, audience: Audience, language: str) -> Notice | None:
    """What they are told now; None where nothing is collected of them."""
    with override(language):
        collected = collected_of(service, audience)
        if not collected:
            return None
        told = _told(service, audience, language, collected)
        room = to_young_people if audience.is_young else to_adults
        return Notice(title=str(audience.heading), parts=tuple(room.parts(told)))


def _told(
    service: Service, audience: Audience, language: str, collected: Sequence[Collected]
) -> Told:
    return Told(
        service=service,
        audience=audience,
        language=language,
        reasons=_together(reason for one in collected for reason in one.ask()),
        later=_once(words for one in collected for words in one.later),
        recipients=_once(words for one in collected for words in one.recipients),
        kept=_kept_once(kept for one in collected for kept in one.kept),
    )


def _together(reasons: Iterable[Reason]) -> list[Reason]:
    """What is asked for the same reason in several forms stands together, once."""
    by_why: dict[str, Reason] = {}
    for reason in reasons:
        known = by_why.get(reason.why)
        before = known.asked if known else ()
        by_why[reason.why] = Reason(
            why=reason.why,
            asked=tuple(_once([*before, *reason.asked])),
            special=reason.special or bool(known and known.special),
        )
    return list(by_why.values())


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _kept_once(kept: Iterable[KeptFor]) -> list[KeptFor]:
    return list(dict.fromkeys(kept))
