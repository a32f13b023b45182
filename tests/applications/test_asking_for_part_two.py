"""The coordinator's letter that asks for the second part."""

import re

import pytest
from django.urls import reverse

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from cms.publishing import own_words
from cms.roles import Role
from forms.applications.models import ApplicationPage
from forms.journeys.models import Draft
from tests.applications.test_second_part import answer_part_two, open_part_two
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, gwynedd):
    """A coordinator's browser in the inbox."""
    client.defaults["SERVER_NAME"] = gwynedd.hostname
    client.force_login(make_staff(gwynedd, Role.COORDINATOR))
    return client


def letter_url(case):
    return reverse("applications:letter", args=[case.pk, "second_part"])


def test_the_coordinators_letter_gets_its_link_when_it_is_sent(case, coordinator):
    shown = coordinator.get(letter_url(case))
    form = shown.context["form"]
    assert Draft.objects.filter(adds_to=case.reference).count() == 0
    data = {**form.initial, "token": form["token"].value()}

    coordinator.post(letter_url(case), data)
    coordinator.post(letter_url(case), data)
    send_due()

    mail = OutboundEmail.objects.get(template="casework/letter")
    assert "{link}" in form.initial["body"]
    assert re.search(r"/cy/gwneud-cais/parhau/[\w-]{43}/", mail.text)
    story = coordinator.get(reverse("applications:case", args=[case.pk]))
    assert b"/parhau/" in story.content
    assert not re.search(rb"/parhau/[\w-]{43}/", story.content)


def test_a_letter_without_its_place_for_the_link_is_not_sent(case, coordinator):
    form = coordinator.get(letter_url(case)).context["form"]
    data = {**form.initial, "token": form["token"].value(), "body": "Helo"}

    answer = coordinator.post(letter_url(case), data)

    assert answer.status_code == 200
    assert "body" in answer.context["form"].errors
    assert not OutboundEmail.objects.filter(template="casework/letter").exists()


def test_without_a_page_the_letter_says_so_and_is_not_sent(case, coordinator):
    form = coordinator.get(letter_url(case)).context["form"]
    data = {**form.initial, "token": form["token"].value()}
    with own_words():
        for page in ApplicationPage.objects.all():
            page.unpublish()

    answer = coordinator.post(letter_url(case), data)

    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert not OutboundEmail.objects.filter(template="casework/letter").exists()


def test_the_letter_is_offered_until_the_second_part_has_come(
    case, coordinator, another
):
    url = reverse("applications:case", args=[case.pk])
    before = coordinator.get(url).content.decode()
    person = another()
    open_part_two(person, case)
    answer_part_two(person)
    person.send()

    assert letter_url(case) in before
    assert letter_url(case) not in coordinator.get(url).content.decode()
