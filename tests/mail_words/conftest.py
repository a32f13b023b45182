"""Gwynedd with its forms, its staff, and a way to post the words of a mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cms.mail_words import all_editable
from cms.roles import Role
from sites.mail_words.versions import current
from tests.factories import make_service, make_staff

if TYPE_CHECKING:
    from wagtail.models import Site

RECEIVED = "applications/received"
EDIT = "/admin/mail-words/applications.received/"
ENGLISH = {
    "subject_en": "Thank you ({reference})",
    "text_en": "Hiya {name},\n\nYour number is {reference}.\n\n{status_link}",
}
WELSH = {
    "subject_cy": "Diolch ({reference})",
    "text_cy": "Shwmae {name},\n\nEich rhif yw {reference}.\n\n{status_link}",
}


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    return make_service("gwynedd")


@pytest.fixture
def devon(gwynedd: Site) -> Site:
    return make_service("devon")


@pytest.fixture
def manager(gwynedd: Site) -> Any:
    return make_staff(gwynedd, Role.MANAGER, first_name="Mair")


@pytest.fixture
def post(client_at: Callable[..., Client]) -> Callable[..., Any]:
    """Post the words of a mail as the screen shows them, with these changed."""

    def send(site: Site, user: Any, *, at: str = EDIT, **answers: Any) -> Any:
        client = client_at(site, user)
        form = client.get(at).context["form"]
        data = {bound.html_name: bound.value() or "" for bound in form}
        return client.post(at, {**data, "seen": form.mark, "both": "", **answers})

    return send


def now(site: Site, key: str = RECEIVED) -> Any:
    """What a mail says at a service today."""
    return current(site, all_editable()[key])


def index() -> str:
    """The address of the list."""
    return reverse("mail_words:index")


def read(answer: Any) -> BeautifulSoup:
    """The page that answered."""
    return BeautifulSoup(answer.text, "html.parser")


def told(answer: Any, name: str) -> list[str]:
    """What is said beside a field."""
    beside = read(answer).select(f"#id_{name}-error")
    return [error.get_text(strip=True) for error in beside]
