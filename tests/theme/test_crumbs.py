"""The way up from a page: the home is called Home, whatever its title."""

import pytest
from bs4 import BeautifulSoup

from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish


@pytest.mark.django_db
def test_the_crumbs_start_at_home_and_end_at_the_page(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    above = publish(
        StandardPage(title="Become a visitor", slug="become"), home_of(gwynedd, "en")
    )
    publish(StandardPage(title="The steps", slug="steps"), above)

    answer = client_at(gwynedd).get("/en/become/steps/")

    page = BeautifulSoup(answer.content, "html.parser")
    crumbs = page.select(".govuk-breadcrumbs li")
    assert [crumb.text.strip() for crumb in crumbs] == [
        "Home",
        "Become a visitor",
        "The steps",
    ]
    assert [crumb.a["href"] for crumb in crumbs[:2]] == ["/en/", "/en/become/"]
    assert crumbs[2]["aria-current"] == "page"
