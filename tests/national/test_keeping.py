"""Dates of the law, files of a release, and what the hub sees of every service."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Site

from cms.models import KeptText, NationalText, StarterKey
from cms.national import (
    Refused,
    check_law,
    decide_on_file,
    keep,
    take,
)
from cms.national.queries import State, spread
from cms.starter import keep_files, sources, start_site
from sites.models import Authority
from tests.factories import make_service
from tests.national.conftest import newest, pages_of, retitled, state_at, with_words


def changed_file(site: Site, key: str, title: str) -> list[Any]:
    """The sources of a release in which the file of one key has another title."""
    found = []
    for source in sources(site):
        if source.file.key == key:
            texts = {c: {**t, "title": title} for c, t in source.file.texts.items()}
            source = replace(source, file=replace(source.file, texts=texts))
        found.append(source)
    return found


def test_the_law_s_date_stands_only_under_the_words_that_were_checked(
    gwynedd: Site,
) -> None:
    law = newest("law", "Wales")
    with_words(pages_of(gwynedd, "law")["en"], "Our own words.")

    check_law(text=law, on=dt.date(2026, 5, 3), by=None)

    pages = pages_of(gwynedd, "law")
    assert pages["cy"].starter.law_checked_on == dt.date(2026, 5, 3)
    assert pages["en"].starter.law_checked_on is None
    retitled(newest("law", "Wales"), law_checked_on=dt.date(2026, 6, 1))
    own = dt.date(2026, 4, 1)
    keep(site=gwynedd, key="law", reason="Ours.", law_checked_on=own, by=None)
    dates = {p.starter.law_checked_on for p in pages_of(gwynedd, "law").values()}
    assert dates == {own}
    take(site=gwynedd, key="law", by=None)
    dates = {p.starter.law_checked_on for p in pages_of(gwynedd, "law").values()}
    assert dates == {dt.date(2026, 6, 1)}
    with pytest.raises(Refused, match="today or a day before"):
        check_law(text=newest("law", "Wales"), on=dt.date(2999, 1, 1), by=None)


def test_a_changed_file_is_a_new_version_unless_the_hub_has_its_own(
    gwynedd: Site, faq: NationalText
) -> None:
    keep_files(changed_file(gwynedd, "faq", "From the file"))
    second = newest("faq")
    assert (second.version, second.from_file) == (2, True)
    assert second.texts["en"]["title"] == "From the file"
    assert second.note_en
    assert second.note_cy
    third = retitled(second)

    keep_files(changed_file(gwynedd, "faq", "Again from the file"))
    keep_files(changed_file(gwynedd, "faq", "Again from the file"))

    third.refresh_from_db()
    assert newest("faq") == third
    assert third.file_texts["cy"]["title"] == "Again from the file"
    decide_on_file(text=third, use=False, by=None)
    assert newest("faq").file_texts is None
    with pytest.raises(Refused, match="decided meanwhile"):
        decide_on_file(text=third, use=True, by=None)
    keep_files(changed_file(gwynedd, "faq", "A third time"))
    decide_on_file(text=third, use=True, by=None)
    assert newest("faq").texts["en"]["title"] == "A third time"


def test_pages_of_before_are_taken_in_with_their_words(gwynedd: Site) -> None:
    with_words(pages_of(gwynedd)["en"], "Our own words.")
    StarterKey.objects.update(text=None, written={}, as_made=False)
    NationalText.objects.all().delete()

    call_command("load_national_texts", verbosity=0)

    rows = {code: page.starter for code, page in pages_of(gwynedd).items()}
    assert {row.text.version for row in rows.values()} == {1}
    assert (rows["en"].as_made, rows["cy"].as_made) == (False, True)
    assert pages_of(gwynedd)["en"].intro == "Our own words."


def test_the_hub_sees_who_is_where_in_the_same_number_of_queries(
    gwynedd: Site, faq: NationalText, django_assert_max_num_queries: Any
) -> None:
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    start_site(devon)
    new = retitled(faq)
    keep(site=devon, key="faq", reason="Ours.", by=None)
    take(site=gwynedd, key="faq", by=None)
    long_ago = dt.date(2020, 1, 1)
    NationalText.objects.filter(key="law").update(law_checked_on=long_ago)

    with django_assert_max_num_queries(4):
        found = {(one.text.key, one.text.nation): one for one in spread()}

    one = found["faq", ""]
    assert one.text == new
    assert dict(one.sites) == {State.NEWEST: [gwynedd.pk], State.KEPT: [devon.pk]}
    assert one.kept[devon.pk].reason == "Ours."
    assert found["law", "Wales"].newest == found["law", "England"].newest == 1
    assert found["law", "Wales"].is_overdue
    assert not one.is_overdue


def test_services_never_touch_each_other_s(gwynedd: Site, faq: NationalText) -> None:
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    start_site(devon)
    retitled(faq)

    take(site=gwynedd, key="faq", by=None)
    keep(site=gwynedd, key="faq", reason="Ours.", by=None)

    assert pages_of(devon)["en"].title == faq.texts["en"]["title"]
    assert state_at(devon, "faq") == State.BEHIND
    assert not KeptText.objects.filter(site=devon).exists()


def test_nobody_has_checked_the_law_on_a_day_to_come(gwynedd: Site) -> None:
    retitled(newest("law", "Wales"))
    later = dt.date(2999, 1, 1)

    with pytest.raises(Refused, match="today or a day before"):
        keep(site=gwynedd, key="law", reason="Ours.", law_checked_on=later, by=None)
    with pytest.raises(Refused, match="today or a day before"):
        retitled(newest("law", "Wales"), law_checked_on=later)

    assert not KeptText.objects.exists()
