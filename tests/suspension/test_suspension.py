"""A suspended service is closed to the public, open to its staff, and loses nothing."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import ModelLogEntry, Page, Site

from cms.mail import queue_mail
from cms.models import Offer, OutboundEmail, SiteProfile
from cms.offers import Decision, decide, refresh, shown_offers
from cms.roles import Role
from cms.suspension import CannotSuspend, resume, suspend
from cms.visibility import visible_in_any_language, visible_pages
from forms.journeys.jobs import purge_drafts
from forms.journeys.models import Draft, ResumeLink
from sites.staff.invitations import invitation_path
from tests.factories import make_hub, make_service, make_staff
from tests.journeys.walking import Applicant
from tests.news.factories import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    return make_service("gwynedd")


def at(site: Site, user: Any = None) -> Client:
    client = Client(SERVER_NAME=site.hostname)
    if user:
        client.force_login(user)
    return client


CLOSED = (
    "/cy/",
    "/en/",
    "/cy/gwneud-cais/",
    "/cy/services/news/feed/atom/",
    "/sitemap.xml",
    "/",
    "/cy/dim-byd/",
    "/documents/1/x.pdf",
)


@pytest.mark.parametrize("path", CLOSED)
def test_the_public_side_answers_503_and_comes_back_as_it_was(
    gwynedd: Site, path: str
) -> None:
    client, devon = at(gwynedd), at(make_service("devon"))
    before = client.get(path).status_code

    suspend(site=gwynedd, reason="The charity that ran it has closed.")
    answer = client.get(path)

    assert before in (200, 302, 404)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3600")
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.post(path).status_code == client.head(path).status_code == 503
    assert devon.get("/en/").status_code == 200
    assert resume(site=gwynedd)
    assert client.get(path).status_code == before


@pytest.mark.parametrize("path", ["/robots.txt", "/favicon.ico", "/admin/login/"])
def test_the_rest_stays_open(gwynedd: Site, path: str) -> None:
    suspend(site=gwynedd, reason="x")

    assert at(gwynedd).get(path).status_code in (200, 302)


@pytest.mark.parametrize(
    ("language", "words", "numbers_of", "other"),
    [
        ("en", "This service is closed for the moment", "Worried about a child?", "cy"),
        ("cy", "Nodyn y gwasanaeth", "Poeni am blentyn?", "en"),
    ],
)
def test_the_page_is_kind_in_the_language_of_the_address(
    gwynedd: Site, language: str, words: str, numbers_of: str, other: str
) -> None:
    suspend(
        site=gwynedd, reason="secret reason", message_cy="Nodyn y gwasanaeth <b>x</b>"
    )

    text = at(gwynedd).get(f"/{language}/gwneud-cais/").text

    assert f'<html lang="{language}"' in text
    for part in (words, numbers_of, "999", "01632 960102", "01632 960103"):
        assert part in text
    assert f'href="/{other}/"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert "secret reason" not in text
    assert "<b>x" not in text
    assert 'href="/cy/gwneud-cais/"' not in text


def test_nothing_of_it_is_visible_anywhere(gwynedd: Site) -> None:
    before = visible_pages(gwynedd, "cy").count()

    suspend(site=gwynedd, reason="x")

    assert before > 0
    assert not visible_in_any_language(gwynedd).exists()
    assert visible_pages(make_service("devon"), "en").exists()
    resume(site=gwynedd)
    assert visible_pages(gwynedd, "cy").count() == before


def test_the_hub_hides_what_it_offered_and_shows_it_again(
    gwynedd: Site, at_once: None
) -> None:
    hub = make_hub()
    make_news(gwynedd, "cy", title="Noson", offer_to_hub=True)
    refresh(gwynedd)
    editor = make_staff(hub, Role.HUB_EDITOR)
    decide(offer=Offer.objects.get(), decision=Decision.ACCEPT, by=editor)

    suspend(site=gwynedd, reason="x")
    hidden = list(shown_offers())
    resume(site=gwynedd)

    assert hidden == []
    assert [offer.title_cy for offer in shown_offers()] == ["Noson"]
    assert Offer.objects.get().state == Offer.State.ACCEPTED


def test_staff_sign_in_work_and_are_told(gwynedd: Site) -> None:
    suspend(site=gwynedd, reason="x")
    client = at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))

    home = client.get("/admin/")

    assert home.status_code == 200
    assert "The public side of your service is closed" in home.text
    assert client.get("/admin/applications/").status_code == 200
    resume(site=gwynedd)
    assert "The public side of your service is closed" not in client.get("/admin/").text


@pytest.mark.parametrize("language", ["en", "cy"])
def test_whoever_is_invited_can_accept(gwynedd: Site, language: str) -> None:
    suspend(site=gwynedd, reason="Its manager has left.")
    with override(language):
        paths = [invitation_path("x"), reverse("authorities:welcome")]

    answers = [at(gwynedd).get(path).status_code for path in paths]

    assert answers == [404, 200]  # Nobody is invited by this token.


def test_an_editor_can_still_preview_a_page(gwynedd: Site) -> None:
    page = make_news(gwynedd, "cy", title="Noson")
    suspend(site=gwynedd, reason="x")
    client = at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    draft = client.get(f"/admin/pages/{page.pk}/view_draft/")

    assert (draft.status_code, "Noson" in draft.text) == (200, True)


def test_mails_already_promised_are_sent(gwynedd: Site, at_once: None) -> None:
    suspend(site=gwynedd, reason="x")
    queue_mail(
        site=gwynedd,
        to="sian@post.example",
        template="cms/message",
        language="cy",
        context={"subject": "Diolch", "body": "Diolch"},
    )

    assert OutboundEmail.objects.get().status == OutboundEmail.Status.SENT
    assert len(mail.outbox) == 1


def test_what_people_had_begun_waits_for_them(gwynedd: Site) -> None:
    applicant = Applicant(gwynedd)
    applicant.answer("your-language")
    applicant.post("save", {"email": "sian@post.example"})
    ends = Draft.objects.get().expires_at
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        suspend(site=gwynedd, reason="x")
    with time_machine.travel(now + dt.timedelta(days=100), tick=False):
        purge_drafts()
        kept = Draft.objects.count()
        resume(site=gwynedd)
        purge_drafts()

    longer = ends + dt.timedelta(days=100)
    assert kept == 1
    assert Draft.objects.get().expires_at == longer
    assert ResumeLink.objects.get().expires_at == longer
    with time_machine.travel(longer + dt.timedelta(days=1)):
        purge_drafts()
    assert Draft.objects.count() == 0


def test_the_hub_cannot_be_suspended(provisioned: None) -> None:
    hub = make_hub()

    with pytest.raises(CannotSuspend):
        suspend(site=hub, reason="x")

    assert at(hub).get("/en/").status_code == 200


def test_who_did_it_when_and_why_is_logged(gwynedd: Site) -> None:
    person = make_staff(make_hub(), Role.NETWORK_ADMIN)
    suspend(site=gwynedd, reason="Closed by the council.", by=person)
    profile = SiteProfile.objects.get(site=gwynedd)
    first = profile.suspended_at
    suspend(site=gwynedd, reason="Still closed.", by=person)

    profile.refresh_from_db()
    assert (profile.suspended_at, profile.suspended_by) == (first, person)
    assert profile.suspension_reason == "Still closed."
    assert resume(site=gwynedd, by=person)
    assert not resume(site=gwynedd, by=person)
    entries = ModelLogEntry.objects.filter(action__startswith="cms.service_")
    assert [(e.action, e.user, e.data) for e in entries.order_by("pk")] == [
        ("cms.service_suspended", person, {"reason": "Closed by the council."}),
        ("cms.service_suspended", person, {"reason": "Still closed."}),
        ("cms.service_resumed", person, {}),
    ]
    assert Page.objects.filter(path__startswith=gwynedd.root_page.path[:8]).exists()
