"""Version 3 of reCAPTCHA in a browser: its script delays nobody who sends."""

import pytest

from forms.casework.models import Case
from forms.journeys import captcha
from forms.journeys.asking_google import Verdict
from sites.models import Service
from tests.factories import make_service
from tests.journeys.walking import Applicant

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ANSWERING = """window.grecaptcha = {
  ready: (then) => then(),
  execute: (key, { action }) => Promise.resolve(`${key} ${action}`),
};"""
SILENT = "window.grecaptcha = { ready: () => {} };"


@pytest.fixture
def asked(monkeypatch):
    """The tokens that we would ask Google about."""
    tokens = []

    def ask(question):
        tokens.append(question.token)
        return Verdict.PASSED

    monkeypatch.setattr(captcha, "ask", ask)
    return tokens


@pytest.mark.parametrize(
    ("script", "token"),
    [(ANSWERING, "public-key send"), (SILENT, ""), (None, "")],
    ids=["answering", "silent", "blocked"],
)
def test_a_form_is_sent_whatever_googles_script_does(
    with_forms, visitor, address_of, asked, script, token
):
    site = make_service("gwynedd")
    base = address_of(site)
    Service.objects.filter(site=site).update(
        recaptcha_version="v3",
        recaptcha_public_key="public-key",
        recaptcha_private_key="private-key",
    )
    person = Applicant(site)
    person.answer_part_one()
    page = visitor()
    for morsel in person.client.cookies.values():
        page.context.add_cookies(
            [{"name": morsel.key, "value": morsel.value, "url": base}]
        )
    page.route(
        "https://www.google.com/**",
        lambda route: (
            route.abort()
            if script is None
            else route.fulfill(body=script, content_type="text/javascript")
        ),
    )

    page.goto(f"{base}/en/apply/check/")
    page.locator('[name="declaration"]').check()
    page.locator("main form button:not([name])").first.click()

    page.wait_for_url("**/sent/")
    assert asked == [token]
    assert Case.objects.count() == 1
