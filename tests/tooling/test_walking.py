"""The walks of `make screenshots` come through every form to its end."""

import pytest
from playwright.sync_api import Page

from forms.applications import starter as applications
from forms.referrals import starter as referrals
from sites.models import Authority
from sites.register import load_register
from tests.factories import make_service
from tools import walking
from tools.walking import (
    APPLYING,
    ASKING,
    ASKING_AS_CARER,
    ASKING_MYSELF,
    Stuck,
    first_step_of,
    leaving,
    links_of,
    steps_from,
    walks_from,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def first_page(visitor, address_of):
    """Open the first step of a service's form: Gwynedd asks more than Devon does."""
    load_register()
    services = {}

    def open_first(name: str, path: str) -> Page:
        if name not in services:
            authority = Authority.objects.get(slug=name)
            services[name] = site = make_service(name, authority=authority)
            applications.pages(site)
            referrals.pages(site)
        page = visitor()
        page.goto(f"{address_of(services[name])}{path}")
        begin = first_step_of(page)
        assert begin
        assert begin not in links_of(page)
        page.goto(begin)
        return page

    return open_first


@pytest.mark.parametrize(
    ("name", "path", "walks", "shown"),
    [
        ("gwynedd", "/cy/gwneud-cais/", APPLYING, {"too-young"}),
        ("devon", "/en/ask/", ASKING, {"young_person"}),
        ("gwynedd", "/cy/gofyn-fel-gofalwr/", ASKING_AS_CARER, {"as-carer"}),
        ("devon", "/en/ask-for-myself/", ASKING_MYSELF, {"myself"}),
        pytest.param(
            *("devon", "/en/apply/", APPLYING, {"both-parts", "part-one"}),
            marks=pytest.mark.long,
        ),
        pytest.param(
            *("gwynedd", "/cy/gofyn/", ASKING, {"professional"}), marks=pytest.mark.long
        ),
    ],
)
def test_walks_show_each_step_asked_unanswered_and_filled_in_up_to_the_end(
    first_page, name, path, walks, shown
):
    for walk in walks:
        if walk.name not in shown:
            continue
        page = first_page(name, path)
        assert walks_from(page) == walks

        *steps, last = steps_from(page, walk)

        assert page.locator(walk.arrives).count() == 1
        assert not last.endswith(("-errors", "-filled"))
        asked = [step for step in steps if not step.endswith(("-errors", "-filled"))]
        assert [f"{step}-filled" in steps for step in asked] == [True] * len(asked)
        assert f"{asked[0]}-errors" in steps


def test_a_walk_that_is_refused_says_where_and_why(first_page, monkeypatch):
    monkeypatch.setattr(walking, "ANSWERS", (("postcode", "nowhere"),))
    page = first_page("devon", "/en/apply/")

    with pytest.raises(Stuck) as reason:
        list(steps_from(page, APPLYING[0]))

    assert str(reason.value) == (
        f"The walk “both-parts” was refused at {page.url}:"
        " There is a problem Enter a full postcode, like LL55 1SH"
    )


def test_a_form_is_left_half_done_and_saved(first_page):
    page = first_page("gwynedd", "/cy/gwneud-cais/")

    assert list(leaving(page)) == ["save", "save-errors", "saved"]
    assert "mari@post.example" in page.locator("main").inner_text()
