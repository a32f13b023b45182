"""What happens when the hub decides: the offer moves and the service hears why."""

from typing import Any

from django.db import transaction
from django.utils.functional import lazy
from django.utils.translation import get_language
from wagtail.models import Site

from cms.mail import queue_mail, site_url
from cms.models import Offer
from cms.offers import Decision, decide
from sites.models import Service

QUIET = (Decision.UNFEATURE, Decision.KEEP)
"""What is not worth a mail: the service sees nothing of it."""


@transaction.atomic
def decide_on(
    *,
    offer: Offer,
    decision: Decision,
    hub: Site,
    by: Any,
    reason_en: str = "",
    reason_cy: str = "",
) -> Offer:
    """Record the hub's decision and tell the service, in the language it uses first.

    Nobody is told of what came from outside.
    """
    decided = decide(
        offer=offer,
        decision=decision,
        by=by,
        reason_en=reason_en,
        reason_cy=reason_cy,
    )
    if decided.origin or decision in QUIET:
        return decided
    service = Service.objects.get(site=offer.site_id)
    if service.email:
        _tell(decided, service, hub)
    return decided


def _tell(offer: Offer, service: Service, hub: Site) -> None:
    queue_mail(
        site=hub,
        to=service.email,
        template="hub_news/decided",
        # Nobody knows which language reads a service's mailbox.
        language=service.language_for_anyone(),
        context={
            "state": str(offer.state),
            "title": in_mail_s_language(lambda code: title_in(offer, code)),
            "reason": in_mail_s_language(lambda code: reason_in(offer, code)),
            "news_url": in_mail_s_language(lambda code: site_url(hub, f"/{code}/")),
        },
    )


def title_in(offer: Offer, language: str) -> str:
    """The title in this language, else in the one it has."""
    return str(offer.in_language("title", offer.language_for(language)))


def reason_in(offer: Offer, language: str) -> str:
    """The reason in this language, else in the one in which it was given."""
    first, other = offer.reason_en, offer.reason_cy
    return (other or first) if language == "cy" else (first or other)


def in_mail_s_language(text: Any) -> Any:
    """A text that is looked up when the language of the mail is known."""
    return lazy(lambda: text((get_language() or "en")[:2]), str)()
