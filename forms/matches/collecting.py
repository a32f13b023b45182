"""What visitors and young people are told of what a match keeps: days, and no names."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.activation import is_on
from forms.matches.keeping import ENDED, MONTHS
from sites.details import how_long
from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import Collected, KeptFor, Reason, register_collecting


@register_collecting
def collected_by_matches(service: Service) -> Iterator[Collected]:
    """Alike at every service where appointments are kept."""
    if not is_on(service.site, "matches"):
        return
    yield Collected(
        key="matches",
        audience=Audience.VOLUNTEER,
        title=_("Appointed visitors"),
        whose=_("Appointed visitors"),
        ask=_of_visitors,
        kept=[KeptFor(what=str(ENDED.label), how_long=how_long(MONTHS))],
    )
    yield Collected(
        key="matches:young",
        audience=Audience.YOUNG,
        title=pgettext("to a young person", "Your visitor"),
        whose=_("Young people"),
        ask=_of_young_people,
        kept=[
            KeptFor(
                what=pgettext("to a young person", "Who your visitor was, and when"),
                how_long=how_long(MONTHS),
            )
        ],
    )


def _of_visitors() -> Sequence[Reason]:
    return [
        Reason(
            why=_("to appoint you in writing, and to write to you when it ends"),
            asked=[
                _("For whom you were introduced and appointed, and on which days"),
                _("When and why the appointment ended, as the law has it"),
            ],
        )
    ]


def _of_young_people() -> Sequence[Reason]:
    return [
        Reason(
            why=pgettext("to a young person", "so that we know who your visitor is"),
            asked=[
                pgettext("to a young person", "Who your visitor is, and since when"),
                pgettext("to a young person", "When and why the visits ended"),
            ],
        )
    ]
