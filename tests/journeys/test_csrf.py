"""A page that sat open overnight: nothing written on it is lost."""

import pytest

from forms.journeys.models import Draft, Receipt
from tests.journeys.walking import Applicant

pytestmark = pytest.mark.django_db
BOTH = {"write_language": "cy", "speak_language": "cy"}


@pytest.fixture
def careful(gwynedd):
    """A browser whose token is checked."""
    return Applicant(gwynedd, enforce_csrf_checks=True)


def token(page):
    return page.content.decode().split('csrfmiddlewaretoken" value="')[1].split('"')[0]


def test_a_post_without_a_token_shows_the_step_again_and_saves_nothing(careful):
    answer = careful.post("your-language", BOTH)

    assert answer.status_code == 200
    assert b"press the button once more" in answer.content
    assert answer.content.decode().count("checked") == 2
    assert Draft.objects.count() == 0


def test_pressing_once_more_saves_it(careful):
    first = careful.post("your-language", BOTH)

    answer = careful.post(
        "your-language", {**BOTH, "csrfmiddlewaretoken": token(first)}
    )

    assert answer.headers["Location"] == "/en/apply/postcode/"
    assert Draft.objects.count() == 1


def test_a_later_step_shows_what_was_typed_though_the_draft_cookie_is_gone(careful):
    answer = careful.post("contact", {"name": "Siân", "email": "a", "phone": ""})

    assert answer.status_code == 200
    assert "Siân" in answer.content.decode()
    assert Draft.objects.count() == 0


def test_a_post_that_says_it_comes_from_elsewhere_is_forbidden(careful):
    answer = careful.post("your-language", BOTH, HTTP_ORIGIN="https://evil.example")

    assert answer.status_code == 403
    assert Draft.objects.count() == 0


def test_sending_without_a_token_asks_once_more(careful, gwynedd):
    easy = Applicant(gwynedd)
    easy.answer_part_one()
    careful.client.cookies = easy.client.cookies

    answer = careful.send()

    assert answer.status_code == 200
    assert b"press the button once more" in answer.content
    assert Receipt.objects.count() == 0


def test_an_exit_cannot_be_posted_to(careful):
    assert careful.post("not-yet", {}).status_code == 403


def test_an_expired_confirmation_keeps_the_number(careful, gwynedd):
    easy = Applicant(gwynedd)
    easy.answer_part_one()
    easy.send()
    careful.client.cookies = easy.client.cookies

    answer = careful.post("sent", {})

    assert Receipt.objects.get().reference in answer.content.decode()
    assert "draft_applications" in careful.client.cookies
