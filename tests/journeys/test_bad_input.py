"""Nonsense gets a clear answer in the page's language, never a 500."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.journeys.models import Draft
from tests.journeys.walking import PART_ONE, PART_TWO, Applicant

pytestmark = pytest.mark.django_db
STEPS = [*PART_ONE, *PART_TWO]
FIELDS = sorted(
    {name for part in (PART_ONE, PART_TWO) for a in part.values() for name in a}
)


@pytest.mark.parametrize(
    ("slug", "answers", "words"),
    [
        ("postcode", {"postcode": "LL55"}, "Enter a full postcode"),
        ("postcode", {"postcode": "LL55 1SH\x00"}, "a character that we cannot store"),
        ("contact", {"name": "X", "email": "sian@"}, "in the correct format"),
        ("contact", {"name": "X"}, "Enter an email address or a phone number"),
        ("contact", {"name": "X", "phone": "12"}, "Enter a phone number"),
        ("why", {"why_how": "here", "why": "x" * 2001}, "2000"),
        ("your-age", {"old_enough": "perhaps"}, "Choose"),
    ],
)
def test_a_wrong_answer_is_named_in_the_summary_and_the_title(
    applicant, slug, answers, words
):
    answer = applicant.post(slug, answers)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "<title>Error:" in page
    assert words in page.split('<form method="post"')[0]
    assert Draft.objects.count() == 0


def test_ten_megabytes_get_a_clear_page_and_lose_nothing(applicant):
    applicant.answer("your-language")

    english = applicant.post("why", {"why_how": "here", "why": "x" * 10_000_000})
    welsh = applicant.post("why", {"why": "x" * 10_000_000}, "cy")

    assert (english.status_code, welsh.status_code) == (413, 413)
    assert b'href="/en/apply/why/"' in english.content
    assert b'lang="cy"' in welsh.content
    assert Draft.objects.get().answers["write_language"] == "cy"


def test_an_unknown_step_is_not_found(applicant):
    assert applicant.look("nothing-here").status_code == 404
    assert applicant.look("postcode/more").status_code == 404
    assert applicant.look("gwirio").status_code == 404


def test_the_screens_before_any_answer_lead_to_the_beginning(applicant):
    for slug in ("check", "save", "contact"):
        answer = applicant.look(slug)
        assert answer.headers["Location"] == "/en/apply/your-language/?notice=early"


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("radio-2", "radio-2"),
        ("ra%00dio", ""),
        ("x" * 41, ""),
        ("%3Cb%3E", ""),
        ("si%C3%A2n", ""),
    ],
)
def test_the_campaign_of_the_link_is_kept_where_it_is_a_code(applicant, code, kept):
    page = applicant.look(query=f"?campaign={code}").content.decode()
    applicant.post(
        "your-language", PART_ONE["your-language"], query=f"?campaign={code}"
    )

    assert ("/en/apply/your-language/?campaign=" in page) is bool(kept)
    assert Draft.objects.get().campaign == kept


anything = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["yes", "no", "now", "here", "\x00", "LL55 1SH", "a@b", "٣"]),
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    slug=st.sampled_from(STEPS),
    answers=st.dictionaries(st.sampled_from([*FIELDS, "seen", "shown"]), anything),
    language=st.sampled_from(["en", "cy"]),
)
def test_no_post_breaks_a_step(gwynedd, slug, answers, language):
    person = Applicant(gwynedd)

    answer = person.post(slug, answers, language)

    assert answer.status_code in (200, 302)


@pytest.mark.slow
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(order=st.permutations([s for s in PART_ONE if s != "postcode"]))
def test_posts_in_any_order_lose_no_answer(gwynedd, order):
    person = Applicant(gwynedd)
    expected: dict[str, object] = {}
    person.post("postcode", PART_ONE["postcode"])
    for slug in order:
        person.post(slug, PART_ONE[slug])
        expected |= PART_ONE[slug]

    kept = Draft.objects.latest("pk").answers

    assert set(kept) >= set(expected) | {"postcode"}
    assert kept["name"] == "Siân Ŵyn"
    assert kept["when_free"] == ["evening", "sunday"]
