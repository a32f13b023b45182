"""Pages come out of their files in both languages, linked, published, and only once."""

from pathlib import Path
from typing import Any

import pytest
from wagtail.documents import get_document_model
from wagtail.models import Revision, Site

from cms.models import StarterKey
from cms.starter import load_demo, load_pages, start_site
from cms.visibility import visible_pages
from pages.standard_pages.files import load_folder
from pages.standard_pages.models import StandardPage
from sites.models import Authority, HomePage
from sites.register import load_register
from tests.factories import home_of, make_hub, make_service

ABOUT = """
key = "about"
order = 2
in_menu = true
type = "index"

[en]
title = "About us"
slug = "about-us"
summary = "Who we are."
intro = "In {in_area}."
[[en.body]]
type = "text"
html = '<p>Read <a href="page:child">more</a>, <a href="page:nowhere">nothing</a>.</p>'
[[en.body]]
type = "button"
text = "Nowhere"
link = "page:nowhere"
[[en.body]]
type = "cards"
items = [{ heading = "More", text = "", link = "page:child" }]

[cy]
title = "Amdanom ni"
slug = "amdanom-ni"
summary = "Pwy ydym ni."
intro = "Yng {in_area}."
"""
CHILD = """
key = "child"
parent = "about"
order = 1

[en]
title = "More"
slug = "more"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "about.toml").write_text(ABOUT, encoding="utf-8")
    (tmp_path / "a-child.toml").write_text(CHILD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site(provisioned: None) -> Site:
    return make_service("gwynedd")


def tree(site: Site, language: str) -> list[tuple[int, str, bool]]:
    pages = visible_pages(site, language).order_by("path")
    return [(page.depth - 2, page.slug, page.show_in_menus) for page in pages]


def test_pages_stand_under_their_parents_in_both_languages(
    site: Site, folder: Path
) -> None:
    load_folder(site, folder)

    assert tree(site, "en") == [
        (1, "en", False),
        (2, "about-us", True),
        (3, "more", False),
    ]
    assert tree(site, "cy") == [(1, "cy", False), (2, "amdanom-ni", True)]
    keys = StandardPage.objects.filter(starter__key="about")
    assert len({page.translation_key for page in keys}) == 1


def test_links_lead_to_pages_and_those_that_lead_nowhere_are_left_out(
    site: Site, folder: Path
) -> None:
    load_folder(site, folder)
    missing = load_folder(site, folder)

    child = StandardPage.objects.get(slug="more")
    about = StandardPage.objects.get(slug="about-us")
    kinds: list[Any] = [block.block_type for block in about.body]
    assert kinds == ["text", "cards"]
    assert about.body[0].value.source == (
        f'<p>Read <a linktype="page" id="{child.pk}">more</a>, nothing.</p>'
    )
    assert about.body[1].value["items"][0]["link"] == child.page_ptr
    assert missing == {"en:nowhere"}


def test_loading_again_changes_nothing(site: Site, folder: Path) -> None:
    load_folder(site, folder)
    load_folder(site, folder)
    before = (Revision.objects.count(), StarterKey.objects.count())

    load_folder(site, folder)

    assert (Revision.objects.count(), StarterKey.objects.count()) == before


def test_a_changed_file_changes_its_page(site: Site, folder: Path) -> None:
    load_folder(site, folder)
    (folder / "a-child.toml").write_text(CHILD.replace('"More"', '"Rather more"'))

    load_folder(site, folder)

    assert StandardPage.objects.get(slug="more").title == "Rather more"


def test_a_page_without_its_parent_says_which_is_missing(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / "child.toml").write_text(CHILD)

    with pytest.raises(LookupError, match="child: there is no page “about” in en"):
        load_pages(
            site=site, folder=tmp_path, model=StandardPage, columns=lambda *_: {}
        )


@pytest.mark.parametrize("nation", ["England", "Wales"])
def test_a_new_service_starts_with_pages_of_its_nation(db: None, nation: str) -> None:
    load_register()
    authority = Authority.objects.filter(nation=nation)[0]
    site = make_service("new", authority=authority)

    missing = start_site(site)

    assert missing <= {
        f"{lang}:{key}" for lang in ("en", "cy") for key in ("apply", "ask")
    }
    english, welsh = tree(site, "en"), tree(site, "cy")
    assert len(english) == len(welsh) >= 15
    home = home_of(site, "cy")
    assert home.tagline
    assert len(home.sections) > 2
    assert authority.area_name("cy") in home.title
    law = StandardPage.objects.get(starter__key="law", locale__language_code="en")
    assert nation in law.title


@pytest.mark.slow
def test_gwynedd_s_demo_loads_with_every_link_found(started: None) -> None:
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))

    missing = load_demo(site)

    assert missing <= {
        f"{lang}:{key}" for lang in ("en", "cy") for key in ("apply", "ask")
    }
    assert HomePage.for_site(site, "cy").title == "Ymwelwyr Annibynnol Gwynedd"


def test_the_hub_starts_with_its_news_index_alone(provisioned: None) -> None:
    hub = make_hub()

    assert start_site(hub) == set()
    assert tree(hub, "en") == [(1, "en", False), (2, "news", True)]


def test_a_document_beside_a_file_is_brought_in_once_with_its_kind_and_size(
    site: Site, folder: Path
) -> None:
    (folder / "guide.pdf").write_bytes(b"%PDF-1.4")
    block = '\n[[en.body]]\ntype = "download"\ntitle = "Guide"\ntext = ""\n'
    absent, there = (f'{block}document = "document:{n}.pdf"\n' for n in ("no", "guide"))
    file = folder / "a-child.toml"
    file.write_text(CHILD + absent + there)

    load_folder(site, folder)
    load_folder(site, folder)

    body = StandardPage.objects.get(slug="more").body
    [document] = get_document_model().objects.all()
    downloads = [b.value for b in body if b.block_type == "download"]
    assert [value["document"] for value in downloads] == [document]
    assert (document.title, document.get_file_size()) == ("guide", 8)
