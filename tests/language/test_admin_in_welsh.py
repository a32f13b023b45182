"""Whoever works in Welsh meets no English on the screens of their work.

These are the daily ones. Every answer is heard
(hearing) and read (english); what Wagtail shows without asking for its translation is
listed in `unmarked`.
"""

from pathlib import Path
from typing import Any

import pytest

from cms.roles import Role
from tests.factories import make_service, make_staff
from tests.language import staff_deeds as deeds
from tests.language.filled_pages import page_of_every_block
from tests.language.hearing import Heard
from tests.language.judging import read_by
from tests.language.staff_asking import Staff
from tests.translations.pairs import unbound_service

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    # What a comparison of versions makes of an address in a block.
    pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning"),
]


def staff(site: Any, role: Role) -> Staff:
    return Staff(site, make_staff(site, role, preferred_language="cy"))


DAILY = {
    Role.COORDINATOR: ("", "account/", "applications/", "referrals/"),
    Role.EDITOR: ("", "pages/", "images/", "documents/", "pages/search/"),
    Role.TRANSLATOR: ("", "account/", "parity/", "translations/", "choose-page/"),
}


@pytest.mark.parametrize("role", DAILY)
def test_the_day_s_first_screens(started: None, heard: Heard, role: Role) -> None:
    one = staff(make_service("gwynedd"), role)

    codes = {path: one.get(f"/admin/{path}").status_code for path in DAILY[role]}

    assert set(codes.values()) == {200}
    assert heard.english() == []
    assert read_by(one) == {}


def test_writing_a_page_and_publishing_it(
    started: None, heard: Heard, media: Path
) -> None:
    site = unbound_service()
    editor, page = staff(site, Role.EDITOR), page_of_every_block(site)

    deeds.writes_a_page(editor, page)
    deeds.looks_at_versions(editor, page)

    assert heard.english() == []
    assert read_by(editor) == {}


@pytest.mark.long
def test_speaking_of_a_page_and_having_it_approved(started: None, heard: Heard) -> None:
    site = unbound_service()
    editor, translator = staff(site, Role.EDITOR), staff(site, Role.TRANSLATOR)
    page = page_of_every_block(site)

    deeds.speaks_of_a_page(editor, page)
    deeds.has_a_page_approved(translator, editor, page)
    deeds.keeps_a_page_private(editor, page)
    deeds.does_it_to_many(editor, list(page.get_siblings().live()[:3]))

    assert heard.english() == []
    assert read_by(editor, translator) == {}


def test_files_links_and_the_account(started: None, heard: Heard, media: Path) -> None:
    editor = staff(make_service("gwynedd"), Role.EDITOR)

    deeds.keeps_files(editor)
    deeds.makes_links(editor)
    deeds.minds_the_account(editor)

    assert heard.english() == []
    assert read_by(editor) == {}
