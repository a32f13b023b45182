"""A service that moves to another host takes its addresses along."""

from collections.abc import Callable
from typing import Any

from cms.models import Offer
from tests.factories import make_service
from tests.news.factories import make_news


def test_a_new_host_changes_the_address(
    provisioned: None, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    commit = django_capture_on_commit_callbacks
    site = make_service("gwynedd")
    with commit(execute=True):
        make_news(site, "cy", title="Noson", offer_to_hub=True)

    with commit(execute=True):
        site.hostname = "ymwelwyr.example"
        site.save()

    offer = Offer.objects.get()
    assert offer.url_cy == "http://ymwelwyr.example/cy/newyddion/noson/"
