"""What a service's settings say, for templates: {% load service_details %}."""

from typing import Any

from django import template
from django.utils.translation import get_language

from sites.details import details_of, read_again
from sites.live_facts import child_ages, commitment, visits
from sites.models import Service

register = template.Library()


@register.inclusion_tag("authorities/details.html", takes_context=True)
def service_details(context: template.Context, about: str) -> dict[str, Any]:
    """How to reach the service ("contact"), or who answers for what people tell it
    ("privacy"), on the page that is about it.
    """
    request, page = context.get("request"), context.get("page")
    return details_of(request, page, about) if request and page else {}


@register.inclusion_tag("authorities/read_again.html", takes_context=True)
def last_reviewed(context: template.Context) -> dict[str, Any]:
    """The day under a page that the law asks for; nothing under any other."""
    request, page = context.get("request"), context.get("page")
    return read_again(request, page) if request and page else {}


@register.simple_tag
def service_text(service: Service, name: str) -> str:
    """A setting that stands in both languages, in the reader's."""
    return service.text_in(name, (get_language() or "en")[:2])


@register.simple_tag
def asked_of_visitors(service: Service) -> dict[str, str]:
    """What is asked of a volunteer and for whom, each as it stands in a sentence."""
    return {
        "visits": visits(service),
        "commitment": commitment(service),
        "child_ages": child_ages(service),
    }
