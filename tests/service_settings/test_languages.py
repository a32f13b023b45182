"""Which language comes first, and a Welsh side that is hidden, not deleted."""

from __future__ import annotations

import pytest
from wagtail.models import Page, Site

from cms.models import SiteProfile
from cms.roles import Role
from sites.models import Service
from tests.factories import make_hub, make_staff
from tests.hub_news.factories import hub_index, make_accepted

WELSH = ("/cy/", "/cy/gwneud-cais/", "/cy/dim-tudalen/", "/cy/dod-o-hyd/")
HIDE = {"hides_welsh": True, "default_language": "en"}


@pytest.fixture
def her(devon):
    return make_staff(devon, Role.MANAGER)


def test_hidden_welsh_answers_with_an_honest_page_and_the_way_to_english(
    devon, her, save, client_at
):
    client = client_at(devon)
    before = [client.get(path).status_code for path in WELSH[:2]]
    pages = Page.objects.count()

    assert save(devon, her, "languages", **HIDE).status_code == 302

    answers = {path: client.get(path) for path in WELSH}
    assert before == [200, 200]
    assert {answer.status_code for answer in answers.values()} == {404}
    for answer in answers.values():
        text = answer.content.decode()
        assert '<html lang="cy"' in text
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "Read this website in English" in text
        assert 'class="govuk-language-navigation' not in text
        assert "01632 960101" in text
        assert 'id="worried-heading"' in text
    assert 'href="/en/apply/"' in answers["/cy/gwneud-cais/"].content.decode()
    assert 'href="/en/" lang="en"' in answers["/cy/dim-tudalen/"].content.decode()
    assert Page.objects.count() == pages


def test_nothing_of_the_english_side_leads_to_the_hidden_one(
    devon, her, save, client_at
):
    client = client_at(devon)
    shown = client.get("/en/").content.decode()
    save(devon, her, "languages", **HIDE)

    home = client.get("/en/").content.decode()
    sitemap = client.get("/sitemap.xml").content.decode()
    root = client.get("/", headers={"accept-language": "cy"})
    remembered = client.get("/", headers={"cookie": "django_language=cy"})

    assert 'hreflang="cy"' in shown
    assert "hreflang" not in home
    assert "Cymraeg" not in home
    assert "/cy/" not in sitemap
    assert "/en/apply/" in sitemap
    assert root.headers["Location"] == remembered.headers["Location"] == "/en/"


def test_it_comes_back_as_it_was(devon, her, save, client_at):
    save(devon, her, "languages", **HIDE)
    save(devon, her, "languages", hides_welsh=False, default_language="en")

    assert client_at(devon).get("/cy/gwneud-cais/").status_code == 200


def test_another_service_keeps_its_welsh_side(gwynedd, devon, her, save, client_at):
    save(devon, her, "languages", **HIDE)

    assert client_at(gwynedd).get("/cy/gwneud-cais/").status_code == 200


def test_where_standards_apply_or_welsh_comes_first_it_cannot_be_hidden(
    gwynedd, devon, her, manager, save
):
    standards = save(gwynedd, manager, "languages", **HIDE)
    first = save(devon, her, "languages", **{**HIDE, "default_language": "cy"})
    plain = save(devon, her, "languages", **HIDE)

    assert "hides_welsh" in standards.context["form"].errors
    assert "hides_welsh" in first.context["form"].errors
    assert plain.status_code == 302
    assert not SiteProfile.objects.get(site=gwynedd).hides_welsh
    assert SiteProfile.objects.get(site=devon).hides_welsh
    assert Service.objects.get(site=gwynedd).welsh_standards


def test_the_first_language_decides_where_a_reader_without_one_arrives(
    devon, her, save, client_at
):
    client = client_at(devon)
    before = client.get("/").headers["Location"]

    save(devon, her, "languages", default_language="cy")

    assert (before, client.get("/").headers["Location"]) == ("/en/", "/cy/")
    home = Site.objects.get(pk=devon.pk).root_page
    assert home.locale.language_code == "cy"
    assert client.get("/en/").status_code == client.get("/cy/").status_code == 200


@pytest.mark.usefixtures("at_once")
def test_the_hub_sends_no_reader_to_a_hidden_page(devon, her, save, client_at):
    hub = make_hub()
    for language in ("en", "cy"):
        hub_index(hub, language)
    editor = make_staff(hub, Role.HUB_EDITOR)
    make_accepted(devon, by=editor, cy="Noson", en="An evening")
    reader = client_at(hub)

    def shown():
        items = reader.get("/cy/newyddion/").context["listing"].rows
        return [(item.title, item.url) for item in items]

    before = shown()
    save(devon, her, "languages", **HIDE)

    assert [title for title, _url in before] == ["Noson"]
    assert "/cy/" in before[0][1]
    after = shown()
    assert [title for title, _url in after] == ["An evening"]
    assert "/en/" in after[0][1]
