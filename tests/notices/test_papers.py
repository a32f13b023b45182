"""Records of processing and the assessment: for managers, in both languages."""

import pytest
from django.urls import reverse

from sites.models import FormTerms

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
PAPERS = ["records", "impact_assessment"]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_manager_prints_it_in_either_language(client_at, gwynedd, manager, paper):
    client = client_at(gwynedd, manager)

    english = client.get(reverse(paper), {"language": "en"}).content.decode()
    welsh = client.get(reverse(paper), {"language": "cy"}).content.decode()

    assert '<html lang="en">' in english
    assert "Volunteer applications" in english
    assert "Requests for a visitor" in english
    assert "dpo@council.example" in english
    assert '<html lang="cy">' in welsh
    assert "Ceisiadau gwirfoddolwyr" in welsh
    assert "Data controller" not in welsh


@pytest.mark.parametrize("paper", PAPERS)
def test_nobody_else_does(client_at, gwynedd, devon, manager, coordinator, paper):
    addressed = reverse(paper)

    assert client_at(gwynedd, coordinator).get(addressed).status_code == 404
    assert client_at(devon, manager).get(addressed).status_code != 200
    client = client_at(gwynedd, manager)
    assert client.get(addressed, {"language": "fr"}).status_code == 404


def test_the_records_hold_the_settings_and_each_question_once(
    client_at, gwynedd, manager, service
):
    service.set_terms("referrals", FormTerms(months={"filed": 7}))
    service.save()

    page = client_at(gwynedd, manager).get(reverse("records"), {"language": "en"})
    said = page.content.decode()

    assert ": 7 months" in said
    assert said.count("to reach you and to answer you") == 3  # One a form.
    assert "section 98" in said
    assert "The software itself sends nothing abroad." in said
