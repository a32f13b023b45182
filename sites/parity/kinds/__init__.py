"""Everything of a service that stands in both languages, kind by kind."""

from collections.abc import Callable, Iterator

from wagtail.models import Site

from cms.language import Pair
from cms.measures import pairs_of
from sites.parity.kinds.alerts import alerts
from sites.parity.kinds.documents import documents
from sites.parity.kinds.forms import form_texts
from sites.parity.kinds.mails import mail_templates
from sites.parity.kinds.settings import service_settings, settings_of_features

KINDS: tuple[Callable[[Site], Iterator[Pair]], ...] = (
    service_settings,
    settings_of_features,
    form_texts,
    mail_templates,
    documents,
    alerts,
)


def all_pairs(site: Site) -> Iterator[Pair]:
    """Ours, then those that the service's features declare; pages stand apart."""
    for kind in KINDS:
        yield from kind(site)
    yield from pairs_of(site)
