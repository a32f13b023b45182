"""The board lists what is not even in both languages, and counts the rest."""

import datetime as dt
from uuid import uuid4

import pytest
from acme_fostering.models import FosteringFactsPage
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from cms.activation import enable
from cms.language import Evenness, Pair
from cms.language.translations import say_it_still_holds
from cms.models import PageLanguage, ThemeSettings
from cms.publishing import own_words
from cms.testing.filling import make_page
from sites.models import Service, SettingChange
from sites.parity.board import board_of, keep_score
from sites.parity.jobs import count_scores
from sites.parity.kinds.mails import mail_templates
from sites.parity.kinds.settings import fallen_behind, paired, service_settings
from sites.parity.models import ParityScore
from sites.parity.rows import Part
from tests.factories import make_service
from tests.news.factories import make_news
from tests.parity.drafts import draft, publish

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


def pair(en="", cy="", **facts):
    return Pair(kind="Text", name="A text", en=en, cy=cy, **facts)


@pytest.mark.parametrize(
    ("text", "evenness", "lacks"),
    [
        (pair("Yes", "Ie"), Evenness.EVEN, ""),
        (pair("Yes"), Evenness.MISSING, "cy"),
        (pair(cy="Ie"), Evenness.MISSING, "en"),
        (pair("Yes", " Yes "), Evenness.EQUAL, "cy"),
        (pair("Nest", "Nest", may_be_equal=True), Evenness.EVEN, ""),
        (pair("Yes", "Ie", stale="en"), Evenness.STALE, "en"),
        (pair(" ", ""), Evenness.EVEN, ""),
    ],
)
def test_a_pair_tells_how_its_languages_stand(text, evenness, lacks):
    assert (text.evenness, text.lacks) == (evenness, lacks)
    assert text.is_empty is (not text.en.strip() and not text.cy.strip())


def test_the_log_of_changes_tells_which_language_fell_behind():
    def at(hours):
        return NOON + dt.timedelta(hours=hours)

    en, cy = "hours_en", "hours_cy"
    assert fallen_behind("hours", []) == ("", None)
    assert fallen_behind("hours", [("email", at(0)), (en, at(1))]) == ("cy", at(1))
    assert fallen_behind("hours", [(en, at(1)), (en, at(2))]) == ("cy", at(1))
    assert fallen_behind("hours", [(cy, at(1)), (en, at(5))]) == ("", None)
    assert fallen_behind("hours", [(en, at(1)), (cy, at(1))]) == ("", None)
    assert fallen_behind("hours", [(en, at(0)), (cy, at(2)), (cy, at(9))]) == (
        "en",
        at(9),
    )


def uneven(site):
    return [
        (str(row.kind), str(row.name), row.evenness.value, row.language)
        for row in board_of(site).uneven
    ]


def test_pages_are_listed_once_one_language_can_be_read(provisioned):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    page = draft(gwynedd)
    assert uneven(gwynedd) == []
    with own_words():
        publish(page)
        publish(draft(devon, slug="theirs"))

    row = board_of(gwynedd).uneven[0]
    assert uneven(gwynedd) == [("Page", "visits en", "missing", "cy")]
    assert (row.url, row.age) == (reverse("cms_translation", args=[page.pk]), 0)
    assert publish(draft(gwynedd, "cy", page)).live
    assert uneven(gwynedd) == []
    page.title = "visits cy"
    publish_now(page)
    assert uneven(gwynedd) == [("Page", "visits cy", "stale", "cy")]
    assert board_of(gwynedd).uneven[0].parts == (Part("Title", Evenness.STALE),)


def block(text, kind="text"):
    value = f"<p>{text}</p>" if kind == "text" else {"heading": text}
    return {"type": kind, "value": value, "id": str(uuid4())}


def test_the_parts_of_a_page_are_told_that_are_missing_stale_or_the_same(provisioned):
    gwynedd = make_service("gwynedd")
    page = draft(gwynedd)
    page.intro, page.body = "Everybody is welcome here.", [block("Ring us.")]
    with own_words():
        publish_now(page)
    welsh = draft(gwynedd, "cy", page)
    welsh.intro = "Everybody is welcome here."
    publish_now(welsh)

    def told():
        (row,) = board_of(gwynedd).uneven
        assert (row.name, row.language, row.age) == ("visits cy", "cy", 0)
        return row.evenness, [(part.name, part.evenness) for part in row.parts]

    missing, stale, equal = Evenness.MISSING, Evenness.STALE, Evenness.EQUAL
    assert told() == (missing, [("Content: Text", missing)])
    welsh.body = [block("Ffoniwch.")]
    publish_now(welsh)
    say_it_still_holds(page=page)
    assert told() == (equal, [("Introduction", equal)])
    page.title, page.body = "Visits", [*page.body.raw_data, block("Or write.")]
    publish_now(page)
    assert told() == (stale, [("Content: Text", missing), ("Title", stale)])


def test_the_oldest_of_a_kind_comes_first(provisioned):
    gwynedd = make_service("gwynedd")
    for days, slug in ((1, "young"), (9, "old")):
        with own_words():
            page = publish(draft(gwynedd, slug=slug))
        then = timezone.now() - dt.timedelta(days=days)
        PageLanguage.objects.filter(page=page).update(ready_at=then)

    assert [(row.name, row.age) for row in board_of(gwynedd).uneven] == [
        ("old en", 9),
        ("young en", 1),
    ]


def publish_now(page):
    page.save_revision()
    return publish(page)


def test_pictures_settings_forms_and_documents_are_compared(provisioned):
    gwynedd = make_service("gwynedd")
    told = Service.objects.filter(site=gwynedd)
    told.update(hours_en="9 to 5", hours_cy="9 to 5", area_served_en="All")
    told.update(form_terms={"referrals": {"message_en": "Full.", "message_cy": ""}})
    SettingChange.objects.create(site=gwynedd, group="names", field="name_en", at=NOON)
    english = make_news(gwynedd, image_alt="A hall", title="Evening")
    make_news(gwynedd, "cy", pair=english, image_alt="A hall", title="Noson")
    paper = get_document_model().objects.create(title="Leaflet")
    ReferenceIndex.objects.create(
        base_content_type=ContentType.objects.get_for_model(Page),
        content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(paper),
        object_id=str(english.pk),
        to_object_id=str(paper.pk),
        model_path="body",
        content_path="body",
        content_path_hash=uuid4(),
    )

    listed = uneven(gwynedd)

    assert ("Description of a picture", "Evening", "equal", "cy") in listed
    assert ("Document", "Leaflet", "missing", "cy") in listed
    assert ("Setting", "Opening hours, in Welsh", "equal", "cy") in listed
    assert ("Setting", "Whom it serves, in Welsh", "missing", "cy") in listed
    assert ("Setting", "Name in Welsh", "stale", "cy") in listed
    assert ("Text of a form", "Requests for a visitor", "missing", "cy") in listed
    urls = {row.name: row.url for row in board_of(gwynedd).uneven}
    assert urls["Opening hours, in Welsh"] == "/admin/service/contact/#id_hours_cy"
    assert urls["Leaflet"] == f"/admin/pages/{english.pk}/edit/"


def test_every_paired_setting_of_the_service_has_a_page_on_which_it_is_mended(
    provisioned,
):
    gwynedd = make_service("gwynedd")

    found = list(service_settings(gwynedd))

    assert [p.url.partition("#")[0] for p in found] == [
        "/admin/service/contact/",
        "/admin/service/names/",
        "/admin/service/contact/",
        "/admin/service/names/",
        "/admin/service/languages/",
        "/admin/service/privacy/",
    ]
    assert paired(ThemeSettings) == []


def test_every_mail_of_a_feature_has_its_words_in_both_languages(provisioned):
    gwynedd = make_service("gwynedd")
    enable(site=gwynedd, label="fostering")

    mails = list(mail_templates(gwynedd))

    assert {str(mail.name) for mail in mails} >= {
        "We have your question about fostering",
        "Somebody wants to foster",
        "To be translated: …",
        "The link to a saved form",
    }
    assert {mail.evenness for mail in mails} == {Evenness.EVEN}
    assert all(mail.en and mail.cy for mail in mails if not mail.is_empty)


def test_features_add_kinds_of_their_own_where_they_are_on(provisioned):
    gwynedd = make_service("gwynedd")
    enable(site=gwynedd, label="fostering")
    make_page(FosteringFactsPage, gwynedd, "en", allowance="£200", title="Pay")

    assert ("Allowance", "Pay", "missing", "cy") in uneven(gwynedd)


def test_the_score_counts_what_is_even_and_is_counted_again_when_due(provisioned):
    gwynedd, devon = make_service("gwynedd"), make_service("devon")
    score = keep_score(site=gwynedd, board=board_of(gwynedd))
    assert (score.per_cent, score.missing) == (100, 0)
    assert ParityScore(even=199, missing=1).per_cent == 99
    assert ParityScore().per_cent == 100

    with own_words():
        publish(draft(gwynedd))
    score.refresh_from_db()
    assert (score.is_due, score.missing) == (True, 0)
    count_scores()

    score.refresh_from_db()
    assert (score.is_due, score.missing) == (False, 1)
    assert set(ParityScore.objects.values_list("site", flat=True)) == {
        gwynedd.pk,
        devon.pk,
    }
    then = timezone.now() - dt.timedelta(days=2)
    ParityScore.objects.filter(site=devon).update(counted_at=then, even=0)
    count_scores()
    assert ParityScore.objects.get(site=devon).even > 0


def test_a_board_is_read_in_the_same_queries_at_any_size(
    provisioned, django_assert_num_queries
):
    gwynedd = make_service("gwynedd")
    board_of(gwynedd)  # The types of content are remembered.
    publish_both_of(gwynedd, "first")
    with CaptureQueriesContext(connection) as asked:
        board_of(gwynedd)
    for slug in ("second", "third", "fourth"):
        publish_both_of(gwynedd, slug)

    with django_assert_num_queries(len(asked)):
        board_of(gwynedd)


def publish_both_of(site, slug):
    with own_words():
        page = publish(draft(site, slug=slug))
    return publish(draft(site, "cy", page, slug=slug))
