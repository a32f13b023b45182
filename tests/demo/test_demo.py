"""The demo as its first reader walks through it: whole, true and in both languages."""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from cms.roles import Role
from forms.casework.models import Case
from sites.demo.loading import load_demo, people
from sites.demo.places import DEMO_SITES
from sites.models import Authority, ClosedDay, Cover, Service
from tests.demo.walking import walk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo, loaded once for all the tests here and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(port=80, report=lambda line: None)
        yield
        transaction.set_rollback(True)


UNPAIRED = {
    "become-a-visitor/buses-lanes-and-last-trains",
    "become-a-visitor/when-home-is-far-away",
    "news/information-evening-in-exeter",
    "news/what-the-training-covers",
}


def test_every_link_of_every_page_leads_somewhere_in_its_own_language(demo):
    seen = [
        page
        for place in DEMO_SITES
        for language in ("en", "cy")
        for page in walk(
            f"http://{place.hostname}/{language}/", within=re.escape(place.hostname)
        )
    ]

    broken = {(page.url, page.status) for page in seen if page.status != 200}
    readings = {page.url: page.reading for page in seen if page.reading}
    # What an English service says in English alone has a kind notice at its other side.
    assert broken == {(f"http://devon.localhost/cy/{page}/", 404) for page in UNPAIRED}
    assert [url for url, r in readings.items() if r.h1 != 1] == []
    assert [url for url, r in readings.items() if "noindex" not in r.robots] == []
    assert [url for url, r in readings.items() if f"/{r.lang}/" not in url] == []
    assert len(readings) > 100


def test_the_front_door_offers_three_sites_every_role_and_six_steps(demo):
    for language in ("en", "cy"):
        answer = Client(SERVER_NAME="localhost").get(f"/{language}/")

        roles = {person["role"] for person in people()}
        assert answer.status_code == 200
        assert len(answer.context["sites"]) == 3
        assert len(answer.context["walk"]) == 6
        assert roles == set(Role)


def test_every_person_signs_in_with_one_click_on_their_own_host(demo):
    for person in people():
        client = Client(SERVER_NAME=f"{person['site']}.localhost")

        answer = client.get(f"/en/demo/sign-in/{person['key']}/", follow=True)

        assert answer.status_code == 200, person["key"]
        assert answer.request["PATH_INFO"] == "/admin/"


def test_a_sign_in_link_never_leads_to_another_website(demo):
    client = Client(SERVER_NAME="gwynedd.localhost")

    answer = client.get("/en/demo/sign-in/mair/?next=https://elsewhere.example/")

    assert answer.headers["Location"] == "/admin/"


def test_the_register_is_whole_and_services_are_open(demo):
    nations = [
        Authority.objects.filter(nation=nation).count()
        for nation in ("England", "Wales")
    ]

    assert nations == [153, 22]
    assert [service.missing_to_open() for service in Service.objects.all()] == [[]] * 3


def test_gwynedd_has_a_closed_day_and_a_cover_and_pages_say_how_to_reach_it(demo):
    [day], [cover] = ClosedDay.objects.all(), Cover.objects.all()
    contact = Client(SERVER_NAME="gwynedd.localhost").get("/cy/cysylltu/")

    assert {day.site.hostname, cover.site.hostname} == {"gwynedd.localhost"}
    assert cover.starts_on > timezone.localdate()
    assert (str(cover.person), str(cover.deputy)) == ("Gethin", "Mair")
    assert "Dydd Llun i ddydd Gwener, 9:00 i 17:00" in contact.content.decode()


def test_inboxes_hold_twelve_applications_and_five_requests_over_all_stages(demo):
    applications = Case.objects.filter(kind="applications")
    requests = Case.objects.filter(kind="referrals")

    assert (applications.count(), requests.count()) == (12, 5)
    assert applications.filter(language="cy").count() == 7
    assert {case.step.key for case in applications} == {
        "new",
        "talking",
        "checks",
        "ready",
        "closed",
    }


def test_loading_again_changes_nothing_but_the_port(demo):
    before = (Case.objects.count(), Site.objects.count())

    load_demo(port=8001, report=lambda line: None)

    assert (Case.objects.count(), Site.objects.count()) == before
    assert set(Site.objects.values_list("port", flat=True)) == {8001}


def test_production_has_no_front_door(demo, settings):
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if not name.startswith("sites.demo")
    ]

    assert Client(SERVER_NAME="localhost").get("/en/").status_code == 404
