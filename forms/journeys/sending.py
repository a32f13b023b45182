"""Send a draft once. The plugin keeps the submission and we the receipt, together."""

from collections.abc import Iterable

from django.db import transaction

from forms.journeys.declaring import Journey, Situation
from forms.journeys.models import Draft, Receipt
from forms.journeys.snapshot import snapshot
from forms.journeys.statements import statements
from forms.journeys.submission import Submission
from forms.journeys.terms import may_send
from forms.journeys.timing import remember_time
from forms.journeys.walk import Walk
from sites.models import Service


class AnswersMissing(Exception):
    """Something has not been answered yet."""


class FormClosed(Exception):
    """The service has closed the form, or has never opened it."""


@transaction.atomic
def send(
    *,
    journey: Journey,
    draft: Draft,
    situation: Situation,
    extra_flags: Iterable[str] = (),
) -> Receipt:
    """Hand the draft to the journey's plugin, and remember the reference it gave.

    A draft that was sent before gives its first receipt again. The answers leave the
    draft: from now on they are the plugin's. Raises AnswersMissing, FormClosed.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    sent = Receipt.objects.filter(draft=locked).first()
    if sent:
        return sent
    # As it stands now, not as it stood when the page was opened.
    if not may_send(Service.objects.get(site=locked.site), journey.kind):
        raise FormClosed
    walk = Walk(journey, situation.having(locked.answers))
    if walk.missing:
        raise AnswersMissing
    reference = journey.submit(_submission(walk, locked, extra_flags))
    receipt = Receipt.objects.create(
        draft=locked,
        reference=reference,
        language=situation.language,
        was_young=journey.is_young(walk.situation),
    )
    if not locked.flags and not locked.asks_only:
        remember_time(locked, journey.way_of(walk.situation))
    locked.answers = {}
    locked.language = situation.language
    locked.save()
    return receipt


def _submission(walk: Walk, draft: Draft, extra_flags: Iterable[str]) -> Submission:
    language = walk.situation.language
    return Submission(
        site=walk.situation.site,
        language=language,
        answers=walk.answers,
        snapshot=snapshot(walk, language),
        flags=sorted({*draft.flags, *extra_flags}),
        started_at=draft.started_at,
        campaign=draft.campaign,
        door=draft.door,
        statements=statements(walk.journey, walk.situation),
        adds_to=draft.adds_to,
        asks_only=draft.asks_only,
    )
