"""Open, paused, closed, not ready yet: what each lets somebody do, and says."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.roles import Role
from forms.applications.journey import JOURNEY
from forms.applications.models import Application
from forms.casework.models import Case
from forms.journeys.declaring import Situation
from forms.journeys.models import Draft, Receipt
from forms.journeys.sending import FormClosed, send
from sites.closed_days import working_day_after
from sites.models import ClosedDay, FormTerms, Opening, Service
from tests.factories import make_service, make_staff
from tests.journeys.walking import Applicant

WORDS = {"message_en": "Back in May.", "message_cy": "Yn ôl ym mis Mai."}


@pytest.fixture
def applicant(gwynedd):
    return Applicant(gwynedd)


def set_terms(site, kind="applications", **terms):
    service = Service.objects.get(site=site)
    service.set_terms(kind, FormTerms(**terms))
    service.save()


def test_nobody_begins_a_paused_form_and_reads_why_in_their_language(
    gwynedd, applicant
):
    set_terms(gwynedd, state=Opening.PAUSED, **WORDS)

    english, welsh = applicant.look(), applicant.look(language="cy")
    posted = applicant.answer("your-language")

    assert (english.status_code, posted.status_code) == (200, 503)
    assert english.headers["X-Robots-Tag"] == posted.headers["X-Robots-Tag"]
    assert 'content="noindex"' in english.content.decode()
    assert "Back in May." in english.content.decode()
    assert "Yn ôl ym mis Mai." in welsh.content.decode()
    assert "Back in May." not in welsh.content.decode()
    for page in (english, welsh, posted):
        text = page.content.decode()
        assert "01632 960101" in text
        assert "iv@gwynedd.example" in text
        assert 'id="worried-heading"' in text
    assert Draft.objects.count() == 0


def test_one_form_is_paused_and_the_other_is_open(gwynedd, devon, client_at):
    set_terms(gwynedd, "applications", state=Opening.PAUSED)
    client, elsewhere = client_at(gwynedd), client_at(devon)

    pages = [
        client.get("/en/apply/"),
        client.get("/en/ask/"),
        elsewhere.get("/en/apply/"),
    ]

    assert ["paused at the moment" in p.content.decode() for p in pages] == [
        True,
        False,
        False,
    ]


def test_whoever_has_begun_may_send_while_it_is_paused(gwynedd, applicant):
    applicant.answer_part_one()
    set_terms(gwynedd, state=Opening.PAUSED)

    answer = applicant.send()

    assert answer.headers["Location"] == "/en/apply/sent/"
    assert Application.objects.count() == 1
    assert "Your reference number" in applicant.look("sent").content.decode()


def test_whoever_has_begun_keeps_their_answers_when_it_closes_and_is_told(
    gwynedd, applicant
):
    applicant.answer_part_one()
    kept = Draft.objects.get().answers
    set_terms(gwynedd, state=Opening.CLOSED)

    check, posted = applicant.look("check"), applicant.post("check", {})

    assert (check.status_code, posted.status_code) == (200, 503)
    assert "What you have written so far is kept until" in check.content.decode()
    assert Application.objects.count() == 0
    assert Draft.objects.get().answers == kept
    set_terms(gwynedd, state=Opening.OPEN)
    applicant.send()
    assert Application.objects.count() == 1


def test_the_number_is_shown_after_the_form_has_closed(gwynedd, applicant):
    applicant.answer_part_one()
    applicant.send()
    set_terms(gwynedd, state=Opening.CLOSED)

    page = applicant.look("sent").content.decode()

    assert Receipt.objects.get().reference in page


def test_a_form_that_closes_while_somebody_presses_send_takes_nothing(
    gwynedd, applicant
):
    applicant.answer_part_one()
    opened = Situation(
        site=gwynedd, service=Service.objects.get(site=gwynedd), language="en"
    )
    set_terms(gwynedd, state=Opening.CLOSED)

    with pytest.raises(FormClosed):
        send(journey=JOURNEY, draft=Draft.objects.get(), situation=opened)

    assert Application.objects.count() == Receipt.objects.count() == 0


@pytest.mark.parametrize("name", Service.REQUIRED_TO_OPEN)
def test_without_any_of_the_settings_it_needs_the_form_is_not_open(
    gwynedd, applicant, name
):
    open_page = applicant.look().content.decode()
    Service.objects.filter(site=gwynedd).update(**{name: ""})

    page = applicant.look()

    assert "not open yet" not in open_page
    assert "not open yet" in page.content.decode()
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert 'id="worried-heading"' in page.content.decode()


def test_a_charity_s_service_opens_only_once_it_says_who_controls_what(gwynedd):
    service = Service.objects.get(site=gwynedd)
    service.run_by = Service.RunBy.CHARITY

    assert service.missing_to_open() == [
        "provider",
        "who_controls_en",
        "who_controls_cy",
    ]


@pytest.mark.parametrize(
    ("terms", "noted"),
    [
        ({"state": Opening.OPEN}, ""),
        ({"state": Opening.PAUSED}, "Paused at the moment"),
        ({"state": Opening.CLOSED}, "Closed at the moment"),
    ],
)
def test_calls_to_action_on_the_home_page_say_how_it_stands(
    started, client_at, terms, noted
):
    site = make_service("gwynedd")
    set_terms(site, "referrals", **terms)

    home = client_at(site).get("/en/").content.decode()

    said = [w for w in ("Paused at the moment", "Closed at the moment") if w in home]
    assert said == ([noted] if noted else [])


def test_the_day_promised_follows_the_service_s_own_days(gwynedd, applicant):
    set_terms(gwynedd, days={"applicants": 3})
    today = timezone.localdate()
    usual = working_day_after(gwynedd, today, 3)
    ClosedDay.objects.create(site=gwynedd, day=usual)

    applicant.answer_part_one()
    applicant.send()

    promised = Case.objects.get().answer_by
    assert promised > usual
    assert promised == working_day_after(gwynedd, today, 3)


def test_the_dashboard_names_what_is_missing_to_those_concerned(gwynedd, client_at):
    Service.objects.filter(site=gwynedd).update(dpo_contact="")
    set_terms(gwynedd, "referrals", state=Opening.PAUSED)
    people = {
        role: make_staff(gwynedd, role)
        for role in (Role.MANAGER, Role.COORDINATOR, Role.EDITOR)
    }

    pages = {
        role: client_at(gwynedd, person).get("/admin/").content.decode()
        for role, person in people.items()
    }

    link = reverse("service_settings_group", args=["privacy"]) + "#id_dpo_contact"
    assert link in pages[Role.MANAGER]
    assert link not in pages[Role.COORDINATOR]
    assert "Data protection officer" in pages[Role.COORDINATOR]
    assert "Your service manager can fill them in" in pages[Role.COORDINATOR]
    assert "Data protection officer" not in pages[Role.EDITOR]
