"""Links of applicants while their service has no applications, or is suspended."""

import pytest

from cms.activation import disable, enable
from cms.suspension import resume, suspend
from forms.casework.contact import CONFIRM, REFUSE, token_of
from forms.casework.models import Case, NewAddress
from tests.applications.after_sending import (
    BASE,
    browser,
    case,
    nothing_counted,
    path,
    text,
)

__all__ = ["browser", "case", "nothing_counted"]

pytestmark = pytest.mark.django_db


def switch_off(site):
    disable(site=site, label="applications")


def switch_on(site):
    enable(site=site, label="applications")


def close_site(site):
    suspend(site=site, reason="council elections")


def open_site(site):
    resume(site=site)


@pytest.fixture
def links(gwynedd, case):
    """Every address that a mail or a page has given to somebody."""
    new = NewAddress.objects.create(site=gwynedd, case=case, email="new@post.example")
    return [
        f"{BASE['en']}where-it-stands/",
        *(
            path(case, language=language, screen=screen)
            for language, screen in (
                ("en", "where-it-stands"),
                ("cy", "ble-mae-pethau"),
                ("en", "withdraw"),
                ("en", "your-details"),
                ("en", "change-languages"),
            )
        ),
        f"{BASE['en']}confirm-address/{token_of(new, CONFIRM)}/",
        f"{BASE['en']}not-me/{token_of(new, REFUSE)}/",
    ]


@pytest.mark.parametrize(
    ("close", "reopen", "status", "said"),
    [
        (switch_off, switch_on, 404, "Page not found"),
        (close_site, open_site, 503, "This service is closed for the moment"),
    ],
)
def test_every_link_is_answered_kindly_meanwhile_and_works_again_afterwards(
    gwynedd, browser, case, links, close, reopen, status, said
):
    kept = Case.objects.values().get()

    close(gwynedd)
    answers = [browser.get(link) for link in links]
    refused = [browser.post(link, {"reason": "", "why": ""}) for link in links]

    assert {answer.status_code for answer in answers} == {status}
    assert {answer.status_code for answer in refused} == {status}
    assert said in text(answers[1])
    assert case.reference not in text(answers[1])
    assert Case.objects.values().get() == kept

    reopen(gwynedd)
    assert {browser.get(link).status_code for link in links} == {200}
    browser.post(links[-2])
    case.refresh_from_db()
    assert case.email == "new@post.example"
