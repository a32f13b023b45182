"""The whole country at once: a service for each of the 175 authorities."""

import pytest
from wagtail.models import Site

from cms.activation import active_labels
from cms.visibility import visible_pages
from sites.models import Authority
from sites.provisioning import NewService, provision_service
from sites.register import load_register

pytestmark = [pytest.mark.long, pytest.mark.django_db]
SIGNS = "BCDFGHJKLMNPQRSTVWXZ"


def prefix(number: int) -> str:
    """A different reference prefix for each number."""
    return "".join(SIGNS[number // 20**place % 20] for place in (2, 1, 0))


@pytest.fixture
def country(db) -> list[Site]:
    load_register()
    return [
        provision_service(
            NewService(
                hostname=f"{authority.slug}.localhost",
                port=80,
                name_en=f"{authority.area_name_en} Independent Visitors",
                name_cy=f"Ymwelwyr Annibynnol {authority.area_name_en}",
                reference_prefix=prefix(number),
                default_language="cy" if authority.nation == "Wales" else "en",
                authority=authority,
            )
        )
        for number, authority in enumerate(Authority.objects.in_order("en"))
    ]


def test_every_service_stands_complete_and_answers_as_fast(
    country, client_at, django_assert_max_num_queries
):
    started = {"standard_pages", "news", "applications", "referrals"}
    incomplete = [
        site.hostname
        for site in country
        if not started <= active_labels(site)
        or not all(visible_pages(site, code).exists() for code in ("en", "cy"))
    ]
    answers = {}
    for site in (country[0], country[87], country[-1]):
        client = client_at(site)
        for language in ("en", "cy"):
            client.get(f"/{language}/")  # What a process keeps is now kept.
            # DESIGN, section 9: the budget of a home is the same at every size.
            with django_assert_max_num_queries(12):
                answers[site, language] = client.get(f"/{language}/").status_code

    assert len(country) == 175
    assert incomplete == []
    assert set(answers.values()) == {200}
