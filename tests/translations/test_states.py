"""How far each page is in each language, and what it has fallen behind with."""

from typing import Any

import pytest
from django.utils import translation
from wagtail.models import Page, Site

from cms.language.translations import (
    PageInLanguage,
    TranslationState,
    translation_states,
)
from cms.language.translations.keeping import say_it_still_holds
from cms.models import PublishedWords, SiteProfile
from cms.publishing import own_words
from tests.factories import home_of, make_service
from tests.translations.pairs import (
    WORDS,
    block,
    both,
    fill,
    republish,
    start,
    write,
)

pytestmark = pytest.mark.usefixtures("provisioned")
S = TranslationState
LANGUAGES = [("en", "cy"), ("cy", "en")]


def state(site: Site, page: Page, language: str) -> PageInLanguage:
    return next(
        one
        for one in translation_states(site)
        if one.page.translation_key == page.translation_key and one.language == language
    )


def states(site: Site, page: Page) -> dict[str, str]:
    return {code: state(site, page, code).state for code in ("en", "cy")}


@pytest.mark.parametrize(("first", "second"), LANGUAGES)
def test_a_pair_goes_from_missing_over_draft_and_half_to_ready(
    site: Site, first: str, second: str
) -> None:
    source = write(site, first)

    missing = state(site, source, second)
    assert (missing.page.pk, missing.state) == (source.pk, S.MISSING)
    assert missing.since == source.ready_language.ready_at
    assert missing.pair_ready

    found = start(source, second)
    draft = state(site, source, second)
    assert (draft.page.pk, draft.state) == (found.get_target_instance().pk, S.DRAFT)
    assert (draft.done, draft.total, draft.since) == (0, 3, missing.since)

    fill(found, but=("intro",))
    half = state(site, source, second)
    assert (half.state, half.done, half.total) == (S.HALF, 2, 3)

    target = republish(fill(found))
    assert states(site, source) == {first: S.READY, second: S.READY}
    assert state(site, source, second).since == target.ready_language.ready_at


@pytest.mark.parametrize(("first", "second"), LANGUAGES)
def test_a_translation_is_out_of_date_with_what_changed_until_it_follows(
    site: Site, first: str, second: str
) -> None:
    source = write(site, first, body=block("One."))
    found = start(source, second)
    target = republish(fill(found))

    source = republish(source, intro="Other.", body=block("Two."))

    stale = state(site, source, second)
    assert (stale.state, stale.page.pk) == (S.STALE, target.pk)
    assert stale.changed == ("Introduction", "Content: Text")
    assert stale.since == PublishedWords.objects.get(page=target).behind_since
    assert (stale.done, stale.total) == (2, 4)
    assert state(site, source, first).state == S.READY
    behind = PublishedWords.objects.get(page=target).behind
    assert [(w["was"], w["now"]) for w in behind] == [
        (WORDS[first]["intro"], "Other."),
        ("One.", "Two."),
    ]

    republish(fill(found))
    assert states(site, source) == {first: S.READY, second: S.READY}


def test_a_translation_made_better_puts_its_source_behind_nothing(site: Site) -> None:
    source = write(site, "cy")
    target = republish(fill(start(source, "en")))

    republish(target, intro="Said better.")

    assert states(site, source) == {"en": S.READY, "cy": S.READY}


@pytest.mark.parametrize(("first", "second"), LANGUAGES)
def test_pages_written_by_hand_in_both_follow_one_another_field_by_field(
    site: Site, first: str, second: str
) -> None:
    one, two = both(site, first, second)
    assert states(site, one) == {first: S.READY, second: S.READY}

    republish(one, title="A", intro="B")
    since = state(site, one, second).since
    republish(one, intro="C")
    stale = state(site, one, second)
    assert (stale.state, stale.changed) == (S.STALE, ("Title", "Introduction"))
    assert stale.since == since

    republish(two, title="A2")
    assert state(site, one, second).changed == ("Introduction",)
    assert state(site, one, first).state == S.READY

    republish(two, body=block("Dau."))
    assert state(site, one, second).changed == ("Introduction",)
    assert state(site, one, first).changed == ("Content: Text",)

    republish(two, intro="C2")
    republish(one, body=block("Deux."))
    assert states(site, one) == {first: S.READY, second: S.READY}


def test_what_is_changed_back_and_what_a_person_says_still_holds_is_up_to_date(
    site: Site,
) -> None:
    one, two = both(site, "en", "cy")

    republish(one, intro="Other.")
    republish(one, intro=WORDS["en"]["intro"])
    assert state(site, one, "cy").state == S.READY

    republish(one, intro="What hapened.")
    assert state(site, one, "cy").state == S.STALE
    say_it_still_holds(page=two)
    assert states(site, one) == {"en": S.READY, "cy": S.READY}


def test_what_the_platform_keeps_in_both_languages_puts_neither_behind(
    site: Site,
) -> None:
    one, two = both(site, "en", "cy")
    republish(one, intro="Other.")

    with own_words():
        republish(two, title="Newydd")

    assert states(site, one) == {"en": S.READY, "cy": S.READY}


def test_an_address_and_a_switch_are_no_words_and_a_removed_text_is(site: Site) -> None:
    one, _two = both(site, "en", "cy")

    one = republish(one, slug="tales", show_in_menus=True)
    assert state(site, one, "cy").state == S.READY

    republish(one, body=[])
    assert state(site, one, "cy").changed == ("Content: Text",)


def test_an_alias_is_no_version_and_an_unpublished_page_is_a_draft(site: Site) -> None:
    one = write(site, "en")
    one.copy_for_translation(home_of(site, "cy").locale, alias=True)
    assert states(site, one) == {"en": S.READY, "cy": S.MISSING}

    one.unpublish()
    missing = state(site, one, "cy")
    assert (missing.state, missing.pair_ready, missing.since) == (
        S.MISSING,
        False,
        None,
    )
    assert state(site, one, "en").state == S.DRAFT
    assert not PublishedWords.objects.filter(page=one).exists()


def test_parts_are_named_in_the_reader_s_language(site: Site) -> None:
    one, _two = both(site, "en", "cy")
    republish(one, title="A")

    with translation.override("cy"):
        changed = state(site, one, "cy").changed

    assert changed == ("Teitl",)


def test_a_site_that_hides_its_welsh_side_misses_nothing_there(site: Site) -> None:
    write(site, "en")
    SiteProfile.objects.filter(site=site).update(hides_welsh=True)
    shown = Site.objects.get(pk=site.pk)

    found = translation_states(shown)

    assert {one.language for one in found} == {"en"}


def test_another_site_s_pages_are_not_told_and_more_pages_cost_no_more(
    site: Site, django_assert_max_num_queries: Any
) -> None:
    devon = make_service("devon")
    write(devon, "en")
    for number in range(4):
        page = write(site, "en", title=f"Page {number}", slug=f"page-{number}")
        start(page, "cy")
    fresh = Site.objects.select_related("profile", "root_page").get(pk=site.pk)

    with django_assert_max_num_queries(6):
        found = translation_states(fresh)

    root = site.root_page.path[:8]
    assert {one.page.path[:8] for one in found} == {root}
    assert len(found) == 2 * 5
