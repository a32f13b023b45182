"""What stands in both languages in a form's own questions, as it is published."""

from collections.abc import Iterator
from dataclasses import replace

from django.urls import reverse
from wagtail.models import Site

from cms.language import Pair
from forms.journeys.declaring import Journey
from forms.journeys.questions.judging import pairs_in
from forms.journeys.questions.services import newest_version


def published_pairs(site: Site, journey: Journey) -> Iterator[Pair]:
    """What new applicants read; what is in work keeps nobody waiting."""
    version = newest_version(site, journey.kind)
    if version is None:
        return
    screens = f"{journey.kind}_form"
    for key, pair in pairs_in(journey, version.read()):
        name = "question" if key.startswith("own_") else "text"
        yield replace(
            pair,
            url=reverse(f"{screens}:{name}", args=[key]),
            since=version.published_at,
        )
