"""Addresses of the Features screens, and what stands on them."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.activation import active_labels
from cms.models import Rollout
from sites.models import Authority, Service
from tests.factories import make_service
from tests.rollouts.factories import make_bare_site

URL = "/admin/features/"
GRID = f"{URL}all-sites/"
LIST = f"{URL}roll-outs/"
NEW = f"{LIST}new/"


def on(label: str) -> str:
    return f"{URL}{label}/on/"


def off(label: str) -> str:
    return f"{URL}{label}/off/"


def address(rollout: Rollout) -> str:
    return f"{LIST}{rollout.pk}/"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def state(site: Site, *labels: str) -> list[bool]:
    """Whether these plugins are on, asked afresh."""
    found = active_labels(Site.objects.get(pk=site.pk))
    return [label in found for label in labels]


def make_place(slug: str) -> Site:
    """A service with the authority of that name."""
    site = make_service(slug)
    authority = Authority.objects.get(slug=slug)
    Service.objects.filter(site=site).update(authority=authority)
    return site


def make_many(number: int, start: int = 0) -> None:
    """Bare services that lists of all sites name."""
    for index in range(start, start + number):
        site = make_bare_site("news")
        name = f"Place {index:03}"
        Service.objects.create(site=site, name_en=name, name_cy=name)


def asked(client: Client, url: str) -> int:
    """How many queries the answer takes."""
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def planned(client: Client, query: str = "", **answers: Any) -> Rollout:
    """Fill in the form; return the roll-out it leads to."""
    given = {"plugin": "fostering", "turn": "on", "which": "all", **answers}
    answer: Any = client.post(f"{NEW}{query}", given)
    assert answer.status_code == 302, answer.context["form"].errors
    return Rollout.objects.get(pk=answer.url.rstrip("/").rpartition("/")[2])


def begun(client: Client, **answers: Any) -> Rollout:
    """The same, and started."""
    rollout = planned(client, **answers)
    client.post(address(rollout), {"action": "start"})
    return rollout


def told(answer: Any) -> dict[str, list[str]]:
    """Titles of the outcomes, with the names under each."""
    return {
        outcome.title: [listed.name for listed in outcome.sites]
        for outcome in answer.context["outcomes"]
    }
