"""Pictures, videos, documents and tables in the text of a page."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from cms.blocks import BodyStreamBlock, CellsBlock, HomeStreamBlock
from cms.blocks.video_addresses import video_at
from cms.links import page_ids
from cms.pictures import content_specs, make_pictures
from cms.starter.blocks import raw_stream
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish
from tests.theme.test_blocks import drawn

WHEN = {
    "table": {
        "caption": "When we meet",
        "columns": [
            {"type": "text", "heading": "Day"},
            {"type": "text", "heading": "Where"},
            {"type": "number", "heading": "Places"},
        ],
        "rows": [
            {"values": ["Monday", "Bangor", "12"]},
            {"values": ["Friday", "Bangor", "8"]},
        ],
    },
    "names_rows": True,
}


def with_rows(rows):
    return {**WHEN, "table": {**WHEN["table"], "rows": rows}}


@pytest.fixture
def picture(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = get_test_image_file(size=(1200, 900))
    return get_image_model().objects.create(title="A lake", file=ImageFile(file))


def shown(picture, **values):
    return {"image": picture.pk, "alt_text": "", "decorative": False, **values}


def cleaned(kind, value):
    block = BodyStreamBlock().child_blocks[kind]
    return block.clean(block.to_python(value))


def refusals(kind, value):
    with pytest.raises(ValidationError) as refused:
        cleaned(kind, value)
    return set(refused.value.as_json_data().get("blockErrors", {}))


def test_a_picture_says_what_it_shows_or_is_decoration(rf, two_authorities, picture):
    make_pictures([picture.pk], content_specs())

    page = drawn(
        rf,
        two_authorities[0],
        ("image", shown(picture, alt_text="Two boats", caption="Padarn")),
        ("image", shown(picture, alt_text="Two boats", decorative=True)),
    )

    assert [img["alt"] for img in page.select("img")] == ["Two boats", ""]
    assert [c.text for c in page.select("figcaption")] == ["Padarn"]
    [avif, webp] = page.select("figure")[0].select("source")
    assert (avif["type"], webp["type"]) == ("image/avif", "image/webp")
    assert avif["srcset"].endswith("960w")
    assert page.img["width"] == "960"


@pytest.mark.parametrize("alt", ["", "IMG_2041", "boats.jpg"])
def test_a_picture_without_words_is_refused(picture, alt):
    assert refusals("image", shown(picture, alt_text=alt)) == {"alt_text"}
    assert cleaned("image", shown(picture, alt_text=alt, decorative=True))


def test_pictures_of_a_page_are_made_on_publishing_and_cost_one_question(
    two_authorities, picture, client_at, django_capture_on_commit_callbacks
):
    def page_with(number, slug):
        blocks = [{"type": "image", "value": shown(picture, alt_text="Boats")}]
        page = StandardPage(title=slug, slug=slug, body=blocks * number)
        publish(page, home_of(two_authorities[0], "en"))
        return f"/en/{slug}/"

    with django_capture_on_commit_callbacks(execute=True):
        one, five = page_with(1, "one"), page_with(5, "five")
    client = client_at(two_authorities[0])

    assert client.get(five).content.count(b"<picture>") == 5
    assert _asked(client, five) == _asked(client, one)


def _asked(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3", "embed/aqz-KE-bpKQ?"),
        ("https://youtu.be/aqz-KE-bpKQ?si=x", "nocookie.com/embed/aqz-KE-bpKQ?"),
        ("https://youtube.com/shorts/aqz-KE-bpKQ", "embed/aqz-KE-bpKQ?"),
        ("https://vimeo.com/1084537", "player.vimeo.com/video/1084537?dnt=1"),
        ("https://vimeo.com/1084537/0a1b2c", "&h=0a1b2c"),
        ("https://player.vimeo.com/video/1084537?h=0a1b", "&h=0a1b"),
    ],
)
def test_a_video_is_known_by_any_address_that_people_copy(address, player):
    assert player in video_at(address).player


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/watch?v=aqz-KE-bpKQ",
        "https://youtube.com.evil.example/embed/aqz-KE-bpKQ",
        "https://www.youtube.com/@channel",
        "https://vimeo.com/categories",
        "https://youtu.be/aqz-KE-bpK%22",
    ],
)
def test_another_address_is_no_video(address):
    assert video_at(address) is None
    video = {"title": "A walk", "address": address, "captions": "With subtitles."}
    assert refusals("video", video) == {"address"}


def test_a_video_loads_nothing_by_itself_and_has_its_words(rf, two_authorities):
    video = {"title": "A walk", "address": "https://youtu.be/aqz-KE-bpKQ"}
    assert refusals("video", video) == {"transcript"}

    page = drawn(
        rf, two_authorities[0], ("video", {**video, "transcript": "<p>Hello</p>"})
    )

    assert page.select("iframe, video, img") == []
    assert page.a["href"] == "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
    assert page.a.text == "Watch on YouTube: A walk"
    assert page.select_one("[hidden] button").text == "Play here: A walk"
    assert "Hello" in page.details.text


def test_pages_let_in_the_players_of_videos_and_no_other(two_authorities, client_at):
    policy = client_at(two_authorities[0]).get("/en/")["Content-Security-Policy"]

    [frames] = [part for part in policy.split("; ") if part.startswith("frame-src")]
    assert frames.split()[1:] == [
        "'self'",
        "https://www.youtube-nocookie.com",
        "https://player.vimeo.com",
    ]


def test_a_document_says_its_kind_size_and_language(
    rf, two_authorities, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    document = get_document_model().objects.create(
        title="guide", file=ContentFile(b"x" * 1_240_000, name="guide.pdf")
    )
    value = {"document": document.pk, "title": "Guide", "language": "cy", "text": ""}

    page = drawn(rf, two_authorities[0], ("download", value))

    assert page.a.text == "Guide (PDF, 1.2 MB, in Welsh)"
    assert page.a["hreflang"] == "cy"
    assert page.a["href"] == document.url


def test_a_table_has_a_caption_and_heads_and_is_moved_by_the_keys(rf, two_authorities):
    page = drawn(rf, two_authorities[0], ("table", WHEN))

    region = page.select_one("[role=region][tabindex='0']")
    assert page.find(id=region["aria-labelledby"]).text == "When we meet"
    assert page.caption.text == "When we meet"
    heads = [(th.text, th["scope"]) for th in page.select("th")]
    assert heads == [
        *[(name, "col") for name in ("Day", "Where", "Places")],
        *[(name, "row") for name in ("Monday", "Friday")],
    ]
    figures = page.select("td.govuk-table__cell--numeric")
    assert [td.text for td in figures] == ["12", "8"]


def test_a_row_that_was_left_empty_is_not_shown(rf, two_authorities):
    rows = [{"values": [" ", "", ""]}, *WHEN["table"]["rows"]]

    page = drawn(rf, two_authorities[0], ("table", with_rows(rows)))

    assert [th.text for th in page.select("tbody th")] == ["Monday", "Friday"]


@pytest.mark.parametrize("lacking", ["caption", "heading", "rows", "words"])
def test_a_table_that_says_nothing_of_itself_is_refused(lacking):
    table = {**WHEN["table"]}
    if lacking == "heading":
        table["columns"] = [{"type": "text", "heading": " "}, *table["columns"][1:]]
    elif lacking == "words":
        table["rows"] = [{"values": ["", "", ""]}]
    else:
        table[lacking] = "" if lacking == "caption" else []
    block = CellsBlock()
    block.set_name("table")

    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(table))

    assert len(refused.value.as_json_data()["messages"]) == 1


def test_a_table_is_translated_text_by_text_and_its_figures_stay(two_authorities):
    home = home_of(two_authorities[0], "en")
    page = publish(
        StandardPage(
            title="When", slug="when", body=[{"type": "table", "value": WHEN}]
        ),
        home,
    )
    segments = extract_segments(page)
    texts = {s.string.data: s for s in segments if s.path.startswith("body")}
    assert set(texts) == {
        *("When we meet", "Day", "Where", "Places", "Monday", "Friday", "Bangor")
    }
    welsh = type(texts["Monday"])
    said = [
        welsh(s.path, "dydd Llun" if text == "Monday" else f"cy {text}", order=s.order)
        for text, s in texts.items()
    ]

    copy = StandardPage(title="Pryd", slug="pryd")
    ingest_segments(page, copy, page.locale, page.locale, said)

    raw = copy.body.stream_block.get_prep_value(copy.body)[0]["value"]["table"]
    assert raw["caption"] == "cy When we meet"
    assert [row["values"] for row in raw["rows"]] == [
        ["dydd Llun", "cy Bangor", "12"],
        ["cy Friday", "cy Bangor", "8"],
    ]


def test_only_choosers_and_texts_name_pages_not_every_number():
    raw = [
        {"type": "image", "value": {"image": 7, "alt_text": "", "decorative": True}},
        {"type": "download", "value": {"document": 8, "title": "Guide"}},
        {"type": "button", "value": {"text": "On", "link": 9}},
        {"type": "text", "value": '<p><a linktype="page" id="10">x</a></p>'},
        {"type": "doors", "value": {"items": [{"heading": "In", "link": 11}]}},
    ]

    assert list(page_ids(HomeStreamBlock(), raw)) == [9, 10, 11]


def test_files_bring_pictures_and_tables():
    written = [
        {"type": "image", "image": "picture:lake.jpg", "alt_text": "A lake"},
        {"type": "image", "image": "picture:gone.jpg", "alt_text": "Gone"},
        {"type": "table", "caption": "Days", "columns": ["Day"], "rows": [["Monday"]]},
    ]

    raw = raw_stream(written, lambda key: None, "seed", {"lake.jpg": 5}.get)

    assert [(block["type"], block["value"]) for block in raw] == [
        ("image", {"image": 5, "alt_text": "A lake"}),
        (
            "table",
            {
                "table": {
                    "caption": "Days",
                    "columns": [{"type": "text", "heading": "Day"}],
                    "rows": [{"values": ["Monday"]}],
                },
                "names_rows": True,
            },
        ),
    ]
