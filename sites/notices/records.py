"""Records of processing: the same declarations as a controller has to keep them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from sites.models import Service
from sites.notices.declaring import Collected, KeptFor, Reason, collected_by
from sites.notices.law import law_of


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One processing activity. Reasons are in the words in which people are told."""

    title: str
    whose: Sequence[str]
    reasons: Sequence[Reason]
    later: Sequence[str]
    bases: Sequence[str]
    recipients: Sequence[str]
    kept: Sequence[KeptFor]


def activities_of(service: Service, language: str) -> list[Activity]:
    """Every activity of the service, in `language`, in the order of declaration."""
    with override(language):
        by_title: dict[str, list[Collected]] = {}
        for one in collected_by(service):
            by_title.setdefault(one.title, []).append(one)
        return [_activity(service, title, of) for title, of in by_title.items()]


def _activity(service: Service, title: str, of: Sequence[Collected]) -> Activity:
    reasons = _reasons_once(of)
    return Activity(
        title=title,
        whose=_once(one.whose for one in of),
        reasons=reasons,
        later=_once(words for one in of for words in one.later),
        bases=_bases(service, reasons),
        recipients=[
            _("The company that runs this website, as a processor."),
            *_once(words for one in of for words in one.recipients),
        ],
        kept=list(dict.fromkeys(kept for one in of for kept in one.kept)),
    )


def _reasons_once(of: Sequence[Collected]) -> list[Reason]:
    """A part that several kinds of readers are asked stands once."""
    by_part = {one.key: one for one in of}
    found: dict[tuple[str, tuple[str, ...]], Reason] = {}
    for one in by_part.values():
        for reason in one.ask():
            found.setdefault((reason.why, tuple(reason.asked)), reason)
    return list(found.values())


def _bases(service: Service, reasons: Sequence[Reason]) -> list[str]:
    if service.run_by == Service.RunBy.CHARITY:
        bases = [_("What the organisation’s own privacy notice says.")]
    else:
        bases = [_("Public task: %(law)s.") % {"law": law_of(service)}]
    if any(reason.special for reason in reasons):
        bases.append(
            _(
                "Special categories: social care, or substantial public interest"
                " (keeping children safe)."
            )
        )
    return bases


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
