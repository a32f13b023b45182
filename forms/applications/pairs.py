"""What the list of texts in both languages is told of the application form."""

from collections.abc import Iterator

from wagtail.models import Site

from cms.language import Pair
from forms.applications.journey import JOURNEY
from forms.journeys.questions.pairs import published_pairs


def own_words(site: Site) -> Iterator[Pair]:
    """The service's own questions and words, as they are published."""
    yield from published_pairs(site, JOURNEY)
