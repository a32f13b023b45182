"""Where one is on the way, and going through a section again from the end."""

import pytest

from sites.models import Service
from tests.journeys.walking import PART_TWO, Applicant

pytestmark = pytest.mark.django_db


def caption(person, slug, language="en"):
    page = person.look(slug, language).content.decode()
    return page.split('<p class="govuk-caption-l">')[1].split("</p>")[0]


def test_each_step_says_which_section_of_how_many_it_is(applicant):
    first = caption(applicant, "your-language")
    applicant.answer_part_one()

    assert first == "Section 1 of 2: About you"
    assert caption(applicant, "why") == "Section 2 of 2: You and visiting"
    assert caption(applicant, "why", "cy").startswith("Adran 2 o 2: ")


def test_the_count_grows_only_when_somebody_chooses_to_go_on(applicant):
    applicant.answer_part_one()
    applicant.answer("send-or-go-on", go_on="now")

    assert caption(applicant, "experience") == "Section 3 of 5: More about you"


def test_all_sections_count_from_the_start_where_both_parts_are_asked_at_once(
    applicant, gwynedd
):
    Service.objects.filter(site=gwynedd).update(both_parts_at_once=True)

    assert caption(applicant, "your-language") == "Section 1 of 5: About you"


def test_a_section_can_be_gone_through_again_and_leads_back_to_the_end(applicant):
    applicant.answer_part_one()
    check = applicant.look("check").content.decode()
    assert 'href="/en/apply/why/?from=section"' in check

    first = again(applicant, "why")
    second = again(applicant, "when")
    page = applicant.look("when", query="?from=section").content.decode()
    last = again(applicant, "send-or-go-on")

    assert first.headers["Location"] == "/en/apply/when/?from=section"
    assert second.headers["Location"] == "/en/apply/hearing-about-us/?from=section"
    assert 'href="/en/apply/why/?from=section" class="govuk-back-link"' in page
    assert last.headers["Location"] == "/en/apply/check/"


def again(person, slug, **changes):
    from tests.journeys.walking import PART_ONE

    hidden = person.hidden(slug)
    return person.post(
        slug, {**hidden, **PART_ONE[slug], **changes}, query="?from=section"
    )


def test_a_question_that_a_change_opens_is_asked_before_the_end(applicant):
    applicant.answer_part_one()

    answer = again(applicant, "postcode", postcode="EX4 3PU")

    assert answer.headers["Location"] == (
        "/en/apply/where-you-live/?from=section&notice=changed"
    )


def test_the_way_back_from_the_first_step_of_a_section_is_the_end(applicant):
    applicant.answer_part_one()

    page = applicant.look("why", query="?from=section").content.decode()

    assert 'href="/en/apply/check/" class="govuk-back-link"' in page


def test_where_the_answer_decides_what_follows_no_number_is_promised(gwynedd):
    from forms.referrals import starter

    starter.pages(gwynedd)
    page = Applicant(gwynedd).client.get("/en/ask/who/").content.decode()

    assert "Section 1 of" not in page


def test_part_two_knows_no_step_that_cannot_be_reached(applicant):
    applicant.answer_part_one()

    for slug in PART_TWO:
        assert applicant.look(slug).status_code == 302
