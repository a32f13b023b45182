"""Versions of the hub's texts, and how a service's pages follow them or do not."""

import pytest
from wagtail.models import PageLogEntry, Revision, Site

from cms.models import KeptText, NationalText, StarterKey
from cms.national import (
    NotHere,
    Refused,
    keep,
    load_national_texts,
    revise,
    take,
)
from cms.national.comparing import sides_of
from cms.national.queries import State, texts_at, waiting_at
from cms.national.writing import writing_at
from cms.publishing import own_words
from cms.roles import Role
from cms.starter import start_site
from tests.factories import make_staff
from tests.national.conftest import (
    NEW,
    newest,
    pages_of,
    retitled,
    state_at,
    with_words,
)


def test_every_first_page_knows_its_version(gwynedd: Site) -> None:
    rows = StarterKey.objects.filter(page__path__startswith=gwynedd.root_page.path[:8])

    told = set(rows.values_list("text__version", "as_made"))

    assert told == {(1, True)}
    keys = set(rows.values_list("key", flat=True))
    assert {"home", "faq", "law", "apply", "ask", "news"} <= keys
    assert all(rows.filter(key=key).count() == 2 for key in keys)
    assert rows.filter(key="law").first().text.nation == "Wales"


def test_starting_again_changes_nothing_and_leaves_own_words(gwynedd: Site) -> None:
    with_words(pages_of(gwynedd)["en"], "Our own words.")
    before = (Revision.objects.count(), NationalText.objects.count())

    start_site(gwynedd)
    load_national_texts()

    assert (Revision.objects.count(), NationalText.objects.count()) == before
    assert pages_of(gwynedd)["en"].intro == "Our own words."


def test_opening_and_saving_a_page_is_no_change(gwynedd: Site) -> None:
    page = pages_of(gwynedd, "law")["en"]
    raw = list(page.body.raw_data)
    raw[0]["value"] = raw[0]["value"].replace("<p>", '<p data-block-key="ab1cd">')
    page.body = raw
    page.save_revision().publish()

    assert pages_of(gwynedd, "law")["en"].starter.as_made


def test_a_new_version_waits_and_changes_no_page(
    gwynedd: Site, faq: NationalText
) -> None:
    new = retitled(faq)

    assert (new.version, new.is_newest) == (2, True)
    assert [own.text for own in waiting_at(gwynedd)] == [new]
    assert pages_of(gwynedd)["en"].title == faq.texts["en"]["title"]
    assert NationalText.objects.get(pk=faq.pk).texts == faq.texts


def test_a_version_is_in_both_languages_with_a_note_and_on_the_newest(
    gwynedd: Site, faq: NationalText
) -> None:
    one = {"en": {**faq.texts["en"], "title": "New"}}
    notes = {"note_en": "Why.", "note_cy": "Pam.", "by": None}
    with pytest.raises(Refused, match="both languages"):
        revise(text=faq, texts=one, **notes)
    with pytest.raises(Refused, match="Say in both languages"):
        revise(text=faq, texts=faq.texts | one, **notes | {"note_cy": " "})
    with pytest.raises(Refused, match="Nothing is different"):
        revise(text=faq, texts=faq.texts, **notes)
    retitled(faq)

    with pytest.raises(Refused, match="newer version"):
        retitled(faq)
    assert NationalText.objects.filter(key="faq").count() == 2


def test_taking_publishes_both_languages_as_the_person_who_clicked(
    gwynedd: Site, faq: NationalText
) -> None:
    editor = make_staff(gwynedd, Role.EDITOR)
    new = retitled(faq)

    taken = take(site=gwynedd, key="faq", by=editor)

    pages = pages_of(gwynedd)
    assert {code: page.title for code, page in pages.items()} == NEW
    assert all(page.live and page.starter.text == new for page in pages.values())
    assert {page.latest_revision.user for page in pages.values()} == {editor}
    log = PageLogEntry.objects.filter(action="cms.national_text_taken", user=editor)
    assert {entry.page_id for entry in log} == {page.pk for page in taken}


def test_after_taking_nothing_is_different_and_taking_again_changes_nothing(
    gwynedd: Site,
) -> None:
    for key in ("faq", "law", "contact", "become"):
        text = newest(key, "Wales" if key == "law" else "")
        retitled(text)
        take(site=gwynedd, key=key, by=None)
        before = Revision.objects.count()

        sides = sides_of(writing_at(gwynedd, key))

        assert [side.language for side in sides] == ["cy", "en"]
        assert not any(side.is_different or side.is_own for side in sides)
        assert take(site=gwynedd, key=key, by=None) == []
        assert Revision.objects.count() == before
    assert waiting_at(gwynedd) == []


def test_taking_fills_in_the_service_s_own_names(
    gwynedd: Site, faq: NationalText
) -> None:
    texts = {c: {**t, "intro": "{area} {council}"} for c, t in faq.texts.items()}
    revise(text=faq, texts=texts, note_en="a", note_cy="b", by=None)

    take(site=gwynedd, key="faq", by=None)

    assert pages_of(gwynedd)["cy"].intro == "Gwynedd Cyngor Gwynedd"


def test_where_a_page_stands_is_not_part_of_its_text(
    gwynedd: Site, faq: NationalText
) -> None:
    page = pages_of(gwynedd)["en"]
    page.slug, page.show_in_menus = "our-questions", True
    page.save_revision().publish()
    retitled(faq)

    take(site=gwynedd, key="faq", by=None)

    page = pages_of(gwynedd)["en"]
    assert (page.slug, page.show_in_menus) == ("our-questions", True)
    assert page.title == NEW["en"]


def test_a_page_for_nobody_said_is_for_those_its_new_words_are_written_for(
    gwynedd: Site,
) -> None:
    pages = pages_of(gwynedd, "for-you")
    for page, readers in zip(pages.values(), ("", "carers"), strict=True):
        page.audience = readers
        page.save_revision().publish()
    retitled(newest("for-you"))

    take(site=gwynedd, key="for-you", by=None)

    kept = {page.audience for page in pages_of(gwynedd, "for-you").values()}
    assert kept == {"young", "carers"}


def test_going_back_in_the_history_goes_back_to_the_version(
    gwynedd: Site, faq: NationalText
) -> None:
    before = pages_of(gwynedd)["en"].latest_revision
    retitled(faq)
    take(site=gwynedd, key="faq", by=None)

    before.as_object().save_revision().publish()

    row = pages_of(gwynedd)["en"].starter
    assert (row.text, row.as_made) == (faq, True)
    assert state_at(gwynedd, "faq") == State.BEHIND


def test_own_words_are_shown_as_what_would_be_lost(
    gwynedd: Site, faq: NationalText
) -> None:
    with_words(pages_of(gwynedd)["en"], "Ask Mair at the office.")
    retitled(faq)

    welsh, english = sides_of(writing_at(gwynedd, "faq"))

    assert (english.is_own, welsh.is_own) == (True, False)
    lost = [
        line.html for part in english.lost for line in part.lines if part.is_changed
    ]
    assert (
        '<ins><span class="w-sr-only">added: </span>Ask Mair at the office.</ins>'
        in lost
    )
    title = next(part for part in english.changed if part.label == "Title")
    assert "<ins>" in title.lines[0].html or "<ins>" in title.lines[-1].html
    assert [part.label for part in english.changed if part.is_changed] == ["Title"]


def test_a_page_that_nobody_sees_gets_a_draft(gwynedd: Site, faq: NationalText) -> None:
    with own_words():
        pages_of(gwynedd)["cy"].unpublish()
    retitled(faq)

    first = take(site=gwynedd, key="faq", by=None)
    again = take(site=gwynedd, key="faq", by=None)

    assert (len(first), again) == (2, [])
    page = pages_of(gwynedd)["cy"]
    assert not page.live
    assert page.get_latest_revision_as_object().title == NEW["cy"]


def test_a_deleted_page_a_locked_one_and_a_feature_that_is_off(
    gwynedd: Site, faq: NationalText
) -> None:
    from cms.activation import disable

    retitled(faq)
    retitled(newest("apply"))
    page = pages_of(gwynedd)["cy"]
    page.locked = True
    page.save()
    with pytest.raises(Refused, match="locked"):
        take(site=gwynedd, key="faq", by=None)
    with own_words():
        page.delete()
    disable(site=gwynedd, label="applications", by=None)

    owns = {own.text.key: own for own in texts_at(gwynedd)}

    assert owns["faq"].missing_language == "cy"
    assert not owns["apply"].is_usable
    assert [own.text.key for own in waiting_at(gwynedd)] == ["faq"]
    assert len(take(site=gwynedd, key="faq", by=None)) == 1
    for key in ("apply", "nothing"):
        with pytest.raises(NotHere):
            take(site=gwynedd, key=key, by=None)


def test_keeping_needs_a_reason_and_is_asked_again(
    gwynedd: Site, faq: NationalText
) -> None:
    new = retitled(faq)
    with pytest.raises(Refused, match="Say why"):
        keep(site=gwynedd, key="faq", reason=" ", by=None)

    keep(site=gwynedd, key="faq", reason="Ours are shorter.", by=None)
    keep(site=gwynedd, key="faq", reason="Ours are clearer.", by=None)

    assert state_at(gwynedd, "faq") == State.KEPT
    row = KeptText.objects.get()
    assert (row.site, row.text, row.reason) == (gwynedd, new, "Ours are clearer.")
    texts = {code: {**new.texts[code], "intro": "Again."} for code in NEW}
    revise(text=new, texts=texts, note_en="a", note_cy="b", by=None)
    assert state_at(gwynedd, "faq") == State.BEHIND
