"""An applicant after sending: their link, their mails, what staff read of it."""

import pytest
from django.core.cache import cache
from django.test import Client

from cms.models import OutboundEmail
from forms.casework.following import link_token
from tests.casework.factories import make_case

BASE = {"en": "/en/apply/", "cy": "/cy/gwneud-cais/"}


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


@pytest.fixture
def case(gwynedd):
    return make_case(gwynedd, language="en", spoken_language="cy")


@pytest.fixture
def browser(gwynedd):
    return Client(SERVER_NAME=gwynedd.hostname)


def path(case, screen="where-it-stands", language="en", at=None):
    return f"{BASE[language]}{screen}/{link_token(case, at=at)}/"


def ask(browser, reference, contact):
    given = {"reference": reference, "contact": contact}
    return browser.post(f"{BASE['en']}where-it-stands/", given, follow=True)


def mails(template):
    return OutboundEmail.objects.filter(template=f"casework/{template}")


def text(answer):
    return " ".join(answer.content.decode().split())


def timeline(case):
    return [added.what_in("en") for added in case.additions.all()]
