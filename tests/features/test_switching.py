"""Switching one feature: asked first, refused in words, deleting nothing."""

import pytest
from acme_fostering.services import receive_enquiry

from cms.activation import disable, enable
from cms.models import Activation
from cms.plugins import installed_plugins
from forms.applications.models import ApplicationPage
from forms.casework.services import open_case
from pages.news.models import NewsIndexPage
from tests.factories import home_of, publish
from tests.features.factories import URL, off, on, state, text

pytestmark = pytest.mark.django_db


def test_switching_on_what_needs_nothing_more_asks_nothing(gwynedd, manager, mair):
    disable(site=gwynedd, label="news")

    answer = manager.post(on("news"), follow=True)

    assert state(gwynedd, "news") == [True]
    assert "Now on: News." in text(answer)
    assert Activation.objects.get(site=gwynedd, plugin="news").changed_by == mair


def test_by_its_address_switching_on_asks_too(gwynedd, manager):
    disable(site=gwynedd, label="news")

    answer = manager.get(on("news"))

    assert "Switch on “News”?" in text(answer)
    assert state(gwynedd, "news") == [False]


@pytest.mark.usefixtures("_requests_need_news")
def test_what_it_needs_is_asked_before_both_are_switched_on(gwynedd, manager):
    for label in ("referrals", "news"):
        disable(site=gwynedd, label=label)
    question = "“Requests for a visitor” needs “News”. Switch both on?"

    listed = text(manager.get(URL))
    asked = manager.get(on("referrals"))
    unasked = manager.post(on("referrals"))
    before = state(gwynedd, "referrals", "news")
    agreed = manager.post(on("referrals"), {"with": "news"}, follow=True)

    assert f'<a class="button" href="{on("referrals")}">' in listed
    assert question in text(asked)
    assert question in text(unasked)
    assert before == [False, False]
    assert state(gwynedd, "referrals", "news") == [True, True]
    assert "Now on: News, Requests for a visitor." in text(agreed)


def test_several_needs_are_asked_together(gwynedd, manager, monkeypatch):
    needs = ["news", "applications"]
    monkeypatch.setattr(installed_plugins()["referrals"], "requires", needs)
    for label in ("referrals", *needs):
        disable(site=gwynedd, label=label)

    answer = manager.post(on("referrals"), {"with": "news"})

    assert (
        "“Requests for a visitor” needs these too: News, Volunteer applications."
        " Switch them all on?" in text(answer)
    )
    assert state(gwynedd, "referrals", *needs) == [False, False, False]


@pytest.mark.usefixtures("_requests_need_news")
def test_what_others_need_is_not_switched_off(gwynedd, manager):
    said = "“News” is needed by: Requests for a visitor. First switch off what needs it"

    listed = text(manager.get(URL))
    asked = manager.get(off("news"), follow=True)
    posted = manager.post(off("news"), follow=True)

    assert "Needed by: Requests for a visitor." in listed
    assert f'href="{off("news")}"' not in listed
    assert said in text(asked)
    assert said in text(posted)
    assert state(gwynedd, "news", "referrals") == [True, True]


def test_what_cannot_be_had_here_says_why(gwynedd, manager, monkeypatch):
    monkeypatch.setattr(installed_plugins()["fostering"], "requires", ["hub_news"])

    listed = text(manager.get(URL))
    posted = text(manager.post(on("fostering"), follow=True))

    said = "“News from services” is not made for this kind of site."
    assert said in listed
    assert said in posted
    assert state(gwynedd, "fostering") == [False]


def test_before_switching_off_it_says_what_hides_and_what_is_kept(
    two_authorities, manager
):
    for site in two_authorities:
        for language in ("en", "cy"):
            home = home_of(site, language)
            publish(ApplicationPage(title="Apply", slug="apply"), home)
        _open_cases(site, "applications", 3)
    _open_cases(two_authorities[0], "referrals", 2)
    draft = ApplicationPage(title="Draft", slug="draft", live=False)
    home_of(two_authorities[0], "en").add_child(instance=draft)

    said = text(manager.get(off("applications")))

    assert "Switch off “Volunteer applications”?" in said
    assert "Nothing is deleted." in said
    assert "2 pages will answer “not found”." in said
    assert "<li>Applications: 3</li>" in said
    assert "Until then nobody sees: pages, e-mails it sends, an inbox" in said
    assert state(two_authorities[0], "applications") == [True]


def _open_cases(site, kind, number):
    for _ in range(number):
        open_case(
            site=site,
            kind=kind,
            language="en",
            display_name="Mari",
            email="mari@post.example",
            answers=[],
        )


def test_rows_without_a_screen_are_counted_too(gwynedd, manager, monkeypatch):

    enable(site=gwynedd, label="fostering")
    receive_enquiry(site=gwynedd, name="Mari", email="mari@post.example")
    listed = text(manager.get(off("fostering")))
    monkeypatch.setattr(installed_plugins()["fostering"], "viewsets", [])
    unlisted = text(manager.get(off("fostering")))

    assert "<li>Fostering enquiries: 1</li>" in listed
    assert "<li>Fostering enquiries: 1</li>" in unlisted
    assert "not found" not in listed


def test_one_page_is_counted_as_one(gwynedd, manager):
    publish(NewsIndexPage(title="News", slug="news"), home_of(gwynedd, "en"))

    assert "1 page will answer “not found”." in text(manager.get(off("news")))


def test_switching_off_deletes_nothing(two_authorities, manager, mair):
    gwynedd, devon = two_authorities
    _open_cases(gwynedd, "applications", 1)
    before = text(manager.get(off("applications")))

    answer = manager.post(off("applications"), follow=True)

    assert state(gwynedd, "applications") == [False]
    assert state(devon, "applications") == [True]
    assert "Now off: Volunteer applications. Nothing was deleted." in text(answer)
    manager.post(on("applications"))
    assert text(manager.get(off("applications"))).count("Applications: 1") == 1
    assert "Applications: 1" in before


def test_switching_to_what_is_so_already_changes_nothing(gwynedd, manager, mair):
    before = Activation.objects.get(site=gwynedd, plugin="news").changed_at

    answer = manager.post(on("news"), follow=True)

    assert "Now on: News." in text(answer)
    assert Activation.objects.get(site=gwynedd, plugin="news").changed_at == before


def test_what_is_made_for_hubs_is_refused_in_words(gwynedd, manager):
    answer = manager.post(on("hub_news"), follow=True)

    assert "not made for this kind of site" in text(answer)
    assert state(gwynedd, "hub_news") == [False]
