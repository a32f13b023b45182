"""Machines are told what they may read: a service's pages, nothing of a demo."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import make_service

At = Callable[..., Client]
NOTHING = "User-agent: *\nDisallow: /\n"


@pytest.mark.django_db
def test_a_service_names_its_own_sitemap_and_a_demo_is_closed(
    client_at: At, settings: Any
) -> None:
    client = client_at(make_service("gwynedd"))
    settings.DEMO = False

    answer = client.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\n"
        "Sitemap: http://gwynedd.localhost/sitemap.xml\n"
    )
    assert client.get("/sitemap.xml").status_code == 200
    settings.DEMO = True
    assert client.get("/robots.txt").content.decode() == NOTHING


@pytest.mark.django_db
def test_a_host_of_no_service_is_closed(settings: Any) -> None:
    settings.DEMO = False

    nobody, front_door = (
        Client(SERVER_NAME=name).get("/robots.txt")
        for name in ("nobody.localhost", "testserver")
    )

    assert (nobody.status_code, nobody.headers["X-Robots-Tag"]) == (404, "noindex")
    assert front_door.content.decode() == NOTHING
