"""Screens about services: the network changes, managers read, nobody else is let in."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.sites.forms import SiteForm

from cms.roles import LOCAL_ROLES, Role
from sites.hosts import add_name, shown_hostname
from sites.models import HostAlias, Service
from tests.factories import make_hub, make_service, make_staff

pytestmark = pytest.mark.django_db
NEW = "ymwelydd.localhost"


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    return make_service("gwynedd")


@pytest.fixture
def boss(gwynedd: Site) -> Client:
    """A network administrator at the hub."""
    hub = make_hub()
    client = Client(SERVER_NAME=hub.hostname)
    client.force_login(make_staff(hub, Role.NETWORK_ADMIN))
    return client


def staff_at(site: Site, role: str) -> Client:
    client = Client(SERVER_NAME=site.hostname)
    client.force_login(make_staff(site, role))
    return client


def screens(site: Site, alias: HostAlias) -> list[str]:
    of_one = ("addresses", "suspend", "resume", "rename")
    return [
        reverse("services"),
        *(reverse(f"service_{name}", args=[site.pk]) for name in of_one),
        reverse("service_address_remove", args=[site.pk, alias.pk]),
    ]


def test_the_network_opens_every_screen_and_services_none(
    gwynedd: Site, boss: Client
) -> None:
    alias = add_name(site=gwynedd, hostname=NEW, language="cy")
    others = [staff_at(gwynedd, role) for role in LOCAL_ROLES]
    others.append(staff_at(make_hub(), Role.HUB_EDITOR))

    for path in screens(gwynedd, alias):
        assert boss.get(path).status_code == 200, path
        for client in others:
            assert client.get(path).status_code == 404, path
            assert client.post(path, {"reason": "x"}).status_code == 404, path

    assert HostAlias.objects.filter(pk=alias.pk).exists()
    assert Client(SERVER_NAME=gwynedd.hostname).get("/cy/").status_code == 200


def test_a_manager_reads_the_addresses_of_their_own_service(gwynedd: Site) -> None:
    add_name(site=gwynedd, hostname="ymwelŵydd.localhost", language="cy")
    add_name(site=make_service("devon"), hostname="secret.localhost", language="en")
    path = reverse("own_addresses")

    shown = staff_at(gwynedd, Role.MANAGER).get(path).text

    assert "gwynedd.localhost" in shown
    assert "ymwelŵydd.localhost" in shown
    assert "secret.localhost" not in shown
    assert "Take away" not in shown
    assert staff_at(gwynedd, Role.COORDINATOR).get(path).status_code == 404


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ymwelydd.Gwynedd.llyw.cymru.", "ymwelydd.gwynedd.llyw.cymru"),
        ("ymwelŵydd.cymru", "ymwelŵydd.cymru"),
        ("  visitors.example ", "visitors.example"),
    ],
)
def test_a_name_is_kept_as_browsers_send_it(
    gwynedd: Site, boss: Client, typed: str, kept: str
) -> None:
    path = reverse("service_addresses", args=[gwynedd.pk])

    answer = boss.post(
        path, {"hostname": typed, "language": "cy", "kind": "redirects"}, follow=True
    )

    alias = HostAlias.objects.get()
    assert shown_hostname(alias.hostname) == kept
    assert alias.hostname.isascii()
    assert "is now a web address" in answer.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter a web address"),
        ("https://visitors.example", "the name alone"),
        ("visitors.example/path", "the name alone"),
        ("visitors.example:8000", "the name alone"),
        ("mari@visitors.example", "the name alone"),
        ("vis itors.example", "the name alone"),
        ("-x.example", "Enter a host name"),
        ("x..example", "Enter a host name"),
        ("10.0.0.1", "Enter a host name"),
        ("a" * 64 + ".example", "Enter a host name"),
        ("visitors", "everybody can reach"),
        ("localhost", "not free"),
        ("devon.localhost", "belongs to a service already"),
        ("taken.localhost", "belongs to a service already"),
    ],
)
def test_what_is_no_free_host_name_is_refused_in_words(
    gwynedd: Site, boss: Client, typed: str, words: str
) -> None:
    add_name(site=make_service("devon"), hostname="taken.localhost", language="en")
    path = reverse("service_addresses", args=[gwynedd.pk])

    answer = boss.post(path, {"hostname": typed, "language": "cy", "kind": "redirects"})

    assert answer.status_code == 200
    assert words in answer.text
    assert HostAlias.objects.count() == 1


def test_names_of_one_machine_are_for_the_demonstration(
    gwynedd: Site, settings: Any
) -> None:
    settings.DEMO = False

    with pytest.raises(ValidationError, match="everybody can reach"):
        add_name(site=gwynedd, hostname=NEW, language="cy")


def test_a_language_has_one_host(gwynedd: Site, boss: Client) -> None:
    path = reverse("service_addresses", args=[gwynedd.pk])
    facts = {"language": "cy", "kind": "serves"}

    boss.post(path, {"hostname": NEW, **facts})
    refused = boss.post(path, {"hostname": "arall.localhost", **facts})

    assert [alias.hostname for alias in HostAlias.objects.all()] == [NEW]
    assert "have a host already" in refused.text
    assert Client(SERVER_NAME=NEW).get("/cy/").status_code == 200


def test_a_name_is_taken_away_after_a_question(gwynedd: Site, boss: Client) -> None:
    alias = add_name(site=gwynedd, hostname=NEW, language="cy")
    path = reverse("service_address_remove", args=[gwynedd.pk, alias.pk])
    of_another = reverse(
        "service_address_remove", args=[make_service("devon").pk, alias.pk]
    )

    assert NEW in boss.get(path).text
    assert boss.post(of_another).status_code == 404
    assert HostAlias.objects.exists()
    assert boss.post(path).status_code == 302
    assert not HostAlias.objects.exists()
    assert Client(SERVER_NAME=NEW).get("/").status_code == 404


def test_a_service_is_suspended_with_a_reason_and_opened_again(
    gwynedd: Site, boss: Client
) -> None:
    visitor = Client(SERVER_NAME=gwynedd.hostname)
    path = reverse("service_suspend", args=[gwynedd.pk])
    without_reason = boss.post(path, {"reason": ""})
    one_language = boss.post(path, {"reason": "x", "message_en": "Back soon"})
    while_open = visitor.get("/cy/").status_code

    boss.post(path, {"reason": "Moving", "message_en": "Soon", "message_cy": "Yn ôl"})
    closed, listed = visitor.get("/cy/"), boss.get(reverse("services")).text
    boss.post(reverse("service_resume", args=[gwynedd.pk]))

    assert "Write why." in without_reason.text
    assert "in both languages, or in neither" in one_language.text
    assert (while_open, closed.status_code, "Yn ôl" in closed.text) == (200, 503, True)
    assert "Suspended since" in listed
    assert "Moving" in listed
    assert visitor.get("/cy/").status_code == 200


def test_the_hub_has_no_such_button(boss: Client) -> None:
    hub = make_hub()

    assert boss.get(reverse("service_suspend", args=[hub.pk])).status_code == 404
    listed = boss.get(reverse("services")).text
    assert reverse("service_suspend", args=[hub.pk]) not in listed


def test_renaming_shows_what_would_change_before_it_does(
    gwynedd: Site, boss: Client
) -> None:
    path = reverse("service_rename", args=[gwynedd.pk])
    facts = {"name_en": "Snowdonia Visitors", "hostname": "eryri.localhost"}

    planned = boss.post(path, facts).text
    before = Service.objects.get(site=gwynedd).name_en
    nothing = boss.post(path, {}).text
    taken = boss.post(path, {"hostname": "devon.localhost"}).text
    done = boss.post(path, {**facts, "confirmed": "yes"})

    assert "Snowdonia Visitors" in planned
    assert "eryri.localhost" in planned
    assert before == "Gwynedd Independent Visitors"
    assert "Nothing would change" in nothing
    assert "belongs to a service already" in taken
    assert done.status_code == 302
    assert Service.objects.get(site=gwynedd).name_en == "Snowdonia Visitors"
    assert Site.objects.get(pk=gwynedd.pk).hostname == "eryri.localhost"


def test_wagtail_s_own_screen_takes_no_name_of_another_service(gwynedd: Site) -> None:
    add_name(site=gwynedd, hostname=NEW, language="cy")
    facts = {"port": 80, "site_name": "x", "root_page": gwynedd.root_page.pk}

    taken = SiteForm({**facts, "hostname": NEW.upper()})
    free = SiteForm({**facts, "hostname": "free.localhost"})

    assert (taken.is_valid(), free.is_valid()) == (False, True)
    assert taken.errors == {"hostname": ["This name belongs to a service already."]}
