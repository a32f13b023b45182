"""A page for certain readers ends with the form that is open to them, by itself."""

import pytest
from bs4 import BeautifulSoup

from cms.activation import disable
from cms.visibility import visible_pages
from pages.standard_pages.models import StandardPage
from sites.models import Authority, FormTerms, Opening, Service
from tests.factories import home_of, make_hub, make_service, publish

NEXT_STEPS = {
    "/en/for-you/": ("For young people", "Your next step", "/en/ask-for-myself/"),
    "/cy/i-ti/": ("I bobl ifanc", "Dy gam nesaf", "/cy/gofyn-fy-hun/"),
    "/en/become-a-visitor/": ("For volunteers", "Your next step", "/en/apply/"),
    "/cy/dod-yn-ymwelydd/": ("I wirfoddolwyr", "Eich cam nesaf", "/cy/gwneud-cais/"),
    "/en/foster-carers/": ("For carers", "Your next step", "/en/ask-as-a-carer/"),
    "/cy/gofalwyr-maeth/": ("I ofalwyr", "Eich cam nesaf", "/cy/gofyn-fel-gofalwr/"),
    "/en/social-workers-and-reviewing-officers/": (
        *("For professionals", "Your next step", "/en/ask/"),
    ),
}


@pytest.fixture
def gwynedd(started):
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


def drawn(client, path):
    return BeautifulSoup(client.get(path).text, "html.parser").main


def next_step(main):
    """Whose page it says it is, the heading of its end, and where that leads."""
    end = main.select_one(".iv-action")
    eyebrow = main.select_one(".iv-for__eyebrow").get_text(strip=True)
    return eyebrow, end.h2.text, end.a["href"]


def test_each_page_for_certain_readers_leads_to_the_form_that_is_theirs(
    gwynedd, client_at
):
    client = client_at(gwynedd)

    assert {path: next_step(drawn(client, path)) for path in NEXT_STEPS} == NEXT_STEPS


def test_only_a_page_for_the_young_says_whom_to_turn_to_and_how_to_leave(
    gwynedd, client_at
):
    client = client_at(gwynedd)
    young, carers = client.get("/cy/i-ti/").text, client.get("/cy/gofalwyr-maeth/").text

    for help_at_hand in ("tel:08001111", "Yng Nghymru gelli di siarad â Meic hefyd."):
        assert help_at_hand in young
        assert help_at_hand not in carers
    assert "govuk-exit-this-page__button" in young
    assert "govuk-exit-this-page__button" not in carers


@pytest.mark.parametrize("how", ["paused", "off"])
def test_a_form_that_is_paused_or_off_gives_way_to_how_to_reach_the_service(
    how, gwynedd, client_at
):
    if how == "off":
        disable(site=gwynedd, label="applications")
    else:
        service = Service.of(gwynedd)
        service.set_terms("applications", FormTerms(state=Opening.PAUSED))
        service.save()

    main = drawn(client_at(gwynedd), "/en/become-a-visitor/")

    assert main.select_one(".iv-action") is None
    assert "Would you rather talk to somebody?" in main.text
    assert main.select_one('a[href="/en/contact/"]')


def test_the_hub_leads_its_readers_to_the_services(provisioned, client_at):
    hub = make_hub()
    page = StandardPage(title="Carers", slug="carers", audience="carers")
    publish(page, home_of(hub, "en"))

    main = drawn(client_at(hub), "/en/carers/")

    assert next_step(main)[1:] == ("Find the service near you", "/en/find/")


def test_pages_for_the_same_readers_are_named_at_the_cost_of_one_query(
    gwynedd, client_at, django_assert_num_queries
):
    client, path = client_at(gwynedd), "/en/foster-carers/"
    others = [add_for("carers", gwynedd, "First")]
    add_for("professionals", gwynedd, "Not theirs")
    client.get(path)
    with django_assert_num_queries(6):
        client.get(path)
    others += [add_for("carers", gwynedd, f"More {number}") for number in range(5)]
    client.get(path)

    with django_assert_num_queries(6):
        main = drawn(client, path)

    named = [link.text for link in main.select(".iv-for__others a")]
    assert named == [page.title for page in others]
    others[0].unpublish()
    assert "First" not in drawn(client, path).text


def test_a_new_page_is_for_the_readers_of_the_page_above_it(gwynedd):
    form_class = StandardPage.get_edit_handler().get_form_class()
    above = visible_pages(gwynedd, "en").get(slug="foster-carers")

    form = form_class(instance=StandardPage(), parent_page=above)

    assert form.initial["audience"] == "carers"


def add_for(audience, site, title):
    page = StandardPage(
        title=title, slug=title.lower().replace(" ", "-"), audience=audience
    )
    return publish(page, home_of(site, "en"))
