"""Links on a case's screen: hand it over, answer what came, print what went."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from forms.casework.models import HandOver


def links_of_handing_over(view: Any) -> Iterator[tuple[str, Any]]:
    """Addresses and words; nothing where its inbox hands nothing over."""
    how, case = view.inbox.hands_over, view.case
    if how is None:
        return
    came = HandOver.objects.filter(received=case).first()
    if came and came.waits:
        yield view.url("handed_in", case.pk), _("Accept this request, or send it back")
    for went in case.handovers.all():
        address = view.url("handed_sheet", case.pk, went.pk)
        yield address, _("What was handed over")
    if how.to in case.standing.to and not (came and came.waits):
        yield view.url("hand_over", case.pk), _("Hand over to another council")
