"""What plugins count and know: of active plugins alone, one failing or not."""

import logging

import pytest
from acme_fostering.models import FosteringSettings
from acme_fostering.services import receive_enquiry
from django.db import connection

from cms.activation import disable, enable
from cms.measures import ask, facts_of, measure
from tests.factories import make_hub, make_service
from tests.host.inventing import force_row, invent

pytestmark = pytest.mark.usefixtures("provisioned")
COUNTED, OPEN = "fostering.enquiries_received", "fostering.enquiries_open"


@pytest.fixture
def site():
    site = make_service()
    enable(site=site, label="fostering")
    return site


def receive(site):
    receive_enquiry(site=site, name="Siân", email="sian@post.example")


def test_a_site_is_measured_by_the_plugins_that_are_on(site):
    devon = make_service("devon")
    receive(site)
    on = measure(site)

    disable(site=site, label="fostering")

    assert on[COUNTED] == 1
    assert COUNTED not in measure(site)
    assert COUNTED not in measure(devon)


def test_a_fact_is_told_only_where_its_plugin_is_on(site):
    told = ask(site, OPEN), facts_of(site)[OPEN]
    FosteringSettings.objects.filter(site=site).update(takes_enquiries=False)
    closed = ask(site, OPEN)

    disable(site=site, label="fostering")

    assert (told, closed, ask(site, OPEN)) == ((True, True), False, None)
    assert OPEN not in facts_of(site)


@pytest.mark.parametrize(
    "fact", ["fostering.nothing", "nobody.enquiries_open", "", "."]
)
def test_a_fact_that_nobody_declared_is_none(site, fact):
    assert ask(site, fact) is None


def test_nobody_answers_for_no_site():
    assert (measure(None), facts_of(None), ask(None, OPEN)) == ({}, {}, None)


def test_nobody_answers_for_a_site_the_plugin_is_not_made_for():
    hub = make_hub()
    force_row(hub, "fostering")

    assert COUNTED not in measure(hub)
    assert ask(hub, OPEN) is None


def test_one_that_fails_is_left_out_and_says_no_name_in_the_log(
    site, monkeypatch, caplog
):
    def fail(at):
        with connection.cursor() as cursor:
            cursor.execute("SELECT secret FROM nowhere")

    def count(at):
        return 7

    contents = {"fail": fail, "count": count}
    invent(
        monkeypatch,
        "broken",
        contents=contents,
        measures=["fail", "count"],
        facts={"fails": "fail", "missing": "nothing_here"},
    )
    force_row(site, "broken")
    receive(site)

    with caplog.at_level(logging.ERROR):
        measured = measure(site)

    assert {name: measured.get(name) for name in (COUNTED, "broken.count")} == {
        COUNTED: 1,
        "broken.count": 7,
    }
    assert "broken.fail" not in measured
    assert "broken.fail did not answer" in caplog.text
    assert "secret" not in caplog.text
    assert ask(site, "broken.fails") is None
    assert ask(site, "broken.missing") is None
    assert facts_of(site)[OPEN] is True
