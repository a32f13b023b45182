"""Find your service: by postcode or by the council's name, in both languages."""

import pytest
from django.test import Client

from sites.models import Authority, Service
from tests.factories import make_hub, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub(provisioned):
    return Client(SERVER_NAME=make_hub().hostname)


def test_a_postcode_finds_its_authority_and_its_service(hub):
    gwynedd = make_service()
    authority = Authority.objects.get(gss_code="W06000002")
    Service.objects.filter(site=gwynedd).update(authority=authority)

    page = hub.get("/en/find/", {"postcode": "ll551sh"}).content.decode()

    assert "This postcode is in Gwynedd" in page
    assert "http://gwynedd.localhost/en/" in page


def test_a_council_can_be_chosen_by_name_where_the_postcode_misleads(hub):
    answer = hub.get("/en/find/", {"council": "devon"})

    assert answer.context["authority"].gss_code == "E10000008"
    assert "Devon County Council has no service on this site yet" in (
        answer.content.decode()
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter your postcode"),
        ("nonsense", "Enter a full postcode"),
        ("EH1 1YZ", "not in England or Wales"),
        ("LL55\x00 1SH", "character"),
        ("L" * 5000, "Use 12 characters or fewer"),
    ],
)
def test_what_is_no_postcode_is_said_beside_the_field(hub, typed, said):
    answer = hub.get("/en/find/", {"postcode": typed})

    assert answer.status_code == 200
    assert answer.context["authority"] is None
    assert said in " ".join(answer.context["form"].errors["postcode"])


def test_an_unknown_council_is_refused_in_words(hub):
    answer = hub.get("/en/find/", {"council": "atlantis"})

    assert (answer.status_code, answer.context["authority"]) == (200, None)
    assert answer.context["by_name"].errors
