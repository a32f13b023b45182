"""What editors chose stands first in the search, in the page's language alone."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.finding.models import BestBet
from tests.factories import home_of, make_service, make_staff, publish


@pytest.fixture
def gwynedd(provisioned):
    return make_service("gwynedd")


def page(site, title, language):
    made = StandardPage(title=title, slug=title.lower())
    return publish(made, home_of(site, language))


def best(client, path):
    shown = BeautifulSoup(client.get(path).text, "html.parser").select(".iv-best a")
    return [link.get_text(strip=True) for link in shown]


def test_words_lead_to_the_page_in_its_own_language_and_while_it_is_read(
    gwynedd, client_at
):
    welsh, english = page(gwynedd, "Treuliau", "cy"), page(gwynedd, "Costs", "en")
    BestBet.objects.create(site=gwynedd, words="petrol, costau teithio", page=welsh)
    BestBet.objects.create(site=gwynedd, words="petrol", page=english)
    client = client_at(gwynedd)

    assert best(client, "/cy/chwilio/?q=petrol") == ["Treuliau"]
    assert best(client, "/en/search/?q=petrol") == ["Costs"]
    assert best(client, "/cy/chwilio/?q=gostau+teithio+i+mi") == ["Treuliau"]
    assert best(client, "/cy/chwilio/?q=teithio") == []
    english.unpublish()
    assert best(client, "/en/search/?q=petrol") == []
    assert best(client_at(make_service("devon")), "/cy/chwilio/?q=petrol") == []


def test_editors_choose_pages_of_their_own_site_alone(gwynedd, client_at):
    own, theirs = page(gwynedd, "Own", "en"), page(make_service("devon"), "Their", "en")
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    add = reverse("best-results:add")

    for pk, words in ((theirs.pk, "petrol"), (own.pk, "?!"), (own.pk, "petrol")):
        client.post(add, {"words": words, "page": pk})

    assert [(b.page_id, b.words, b.site) for b in BestBet.objects.all()] == [
        (own.pk, "petrol", gwynedd)
    ]
    assert "petrol" in client.get(reverse("best-results:index")).text
