"""What the timelines of both cases say of a hand-over."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forms.casework.events import Event
from forms.casework.models import Case, HandOver
from sites.models import Service


def told_of_handing_over(case: Case) -> Iterator[Event]:
    """The hand-overs of a case, be it the one that went or the one that came."""
    found = HandOver.objects.filter(Q(case=case) | Q(received=case))
    for handed in found.select_related(
        "by", "to", "answered_by", "case__site__service__authority"
    ):
        went = handed.case_id == case.pk
        yield from (_of_what_went if went else _of_what_came)(handed)


def _of_what_went(handed: HandOver) -> Iterator[Event]:
    """Of the other service only its council is named, and what it wrote back."""
    council = {"council": handed.to.council_name(_language())}
    on_paper = handed.state == HandOver.State.PRINTED
    yield Event(
        at=handed.at,
        icon="arrow-right-full",
        title=(
            _("Handed over on paper. To: %(council)s")
            if on_paper
            else _("Handed over. To: %(council)s")
        )
        % council,
        who=str(handed.by or ""),
        text=f"{handed.why}\n{handed.get_told_display()}",
    )
    if handed.answered_at:
        yield Event(
            at=handed.answered_at,
            icon="tick" if handed.state == HandOver.State.ACCEPTED else "arrow-left",
            title=_answer_of(handed) % council,
            text=handed.answer,
        )


def _answer_of(handed: HandOver) -> str:
    if handed.state == HandOver.State.ACCEPTED:
        return _("Accepted. By: %(council)s")
    return _("Sent back. By: %(council)s")


def _of_what_came(handed: HandOver) -> Iterator[Event]:
    names = {"council": sender_of(handed)}
    yield Event(
        at=handed.at,
        icon="download",
        title=_("Handed over to us. By: %(council)s") % names,
        text=handed.why,
    )
    if handed.answered_at:
        accepted = handed.state == HandOver.State.ACCEPTED
        yield Event(
            at=handed.answered_at,
            icon="tick" if accepted else "arrow-left",
            title=_("Accepted by us") if accepted else _("Sent back by us"),
            who=str(handed.answered_by or ""),
            text=handed.answer,
        )


def sender_of(handed: HandOver) -> str:
    """The council that handed it over; its service's name where it is no council's."""
    service = Service.of(handed.case.site)
    if service is None:
        return ""
    language = _language()
    if service.authority is None:
        return service.name_in(language)
    return str(service.authority.council_name(language))


def _language() -> str:
    return (get_language() or "en")[:2]
