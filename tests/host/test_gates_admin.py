"""What staff see of a plugin: everything where it is on, nothing where it is off.

The person who looks is a superuser who holds every role at both services.
"""

from typing import Any

import pytest
from acme_fostering.models import Enquiry, FosteringSettings
from acme_fostering.services import receive_enquiry
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Site

from cms.activation import enable
from cms.admin import ActiveSitePolicy
from cms.models import SiteProfile
from cms.roles import Role
from forms.casework.services import open_case
from tests.factories import make_hub, make_staff
from tests.host.gated import LABEL, World, make_world
from tests.host.inventing import force_row

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ENQUIRY = {"name": "Siân", "email": "sian@post.example"}
GET, POST = "get", "post"

SCREENS = [
    (GET, "enquiry:index"),
    (GET, "enquiry:index_results"),
    (GET, "enquiry:add"),
    (POST, "enquiry:add"),
    (GET, "enquiry:edit"),
    (POST, "enquiry:edit"),
    (GET, "enquiry:delete"),
    (POST, "enquiry:delete"),
    (GET, "enquiry:history"),
    (GET, "enquiry:history_results"),
    (GET, "enquiry:usage"),
    (GET, "enquiry:inspect"),
    (GET, "fostering:index"),
    (GET, "fostering:index_results"),
    (GET, "fostering:export"),
    (GET, "fostering:case"),
    (GET, "fostering:print"),
    (POST, "fostering:assign"),
    (POST, "fostering:move"),
    (POST, "fostering:close"),
    (POST, "fostering:note"),
    (GET, "wagtailsettings:edit"),
    (POST, "wagtailsettings:edit"),
    (GET, "settings of the host's site"),
]
CHOOSERS = [
    (GET, "enquiry_chooser:choose"),
    (GET, "enquiry_chooser:choose_results"),
    (GET, "enquiry_chooser:chosen"),
    (GET, "enquiry_chooser:chosen_multiple"),
    (GET, "enquiry_chooser:create"),
    (POST, "enquiry_chooser:create"),
]


@pytest.fixture
def world(provisioned: None) -> World:
    return make_world()


@pytest.fixture
def ids(world: World) -> dict[str, int]:
    """What the addresses name: an enquiry and a case of the service `there`."""
    enquiry = receive_enquiry(site=world.there, **ENQUIRY)
    case = open_case(
        site=world.there,
        kind=LABEL,
        language="en",
        display_name="Siân",
        email="sian@post.example",
        answers=[],
    )
    return {"enquiry": enquiry.pk, "fostering": case.pk, "enquiry_chooser": enquiry.pk}


def address(world: World, name: str, ids: dict[str, int]) -> str:
    room, _colon, view = name.partition(":")
    if room == "wagtailsettings":
        return settings_of(world.there)
    if not view:
        return reverse("wagtailsettings:edit", args=[LABEL, "fosteringsettings"])
    if view in ("index", "index_results", "add", "export") or (
        room == "enquiry_chooser" and view != "chosen"
    ):
        return reverse(name)
    return reverse(name, args=[ids[room]])


def settings_of(site: Site) -> str:
    return reverse("wagtailsettings:edit", args=[LABEL, "fosteringsettings", site.pk])


def ask(client: Client, method: str, url: str) -> int:
    """The status of the answer; a form is sent filled in."""
    data = {**ENQUIRY, "text": "Note", "takes_enquiries": "", "id": "1"}
    return int(getattr(client, method)(url, data).status_code)


@pytest.mark.parametrize(("method", "name"), SCREENS)
def test_a_screen_is_there_where_the_plugin_is_on_and_404_where_it_is_off(
    world: World, ids: dict[str, int], method: str, name: str
) -> None:
    url, client = address(world, name, ids), world.client(world.there)
    sent_first = ask(client, GET, url) if method == GET else 200
    world.switch_off(world.there)

    refused = ask(client, method, url)

    assert (sent_first in (200, 302), refused) == (True, 404)
    assert Enquiry.objects.get().name == "Siân"
    assert FosteringSettings.objects.get(site=world.there).takes_enquiries
    enable(site=world.there, label=LABEL)
    assert ask(client, method, url) in (200, 302, 405)


@pytest.mark.parametrize(("method", "name"), CHOOSERS)
@override_settings(ROOT_URLCONF="tests.host.chooser_urls")
def test_a_chooser_is_there_where_the_plugin_is_on_and_404_where_it_is_off(
    world: World, ids: dict[str, int], method: str, name: str
) -> None:
    url, client = address(world, name, ids), world.client(world.there)
    while_on = ask(client, method, url)
    world.switch_off(world.there)

    assert (while_on, ask(client, method, url)) == (200, 404)


@override_settings(ROOT_URLCONF="tests.host.chooser_urls")
def test_a_chooser_shows_and_takes_rows_of_the_host_s_site_alone(
    world: World, ids: dict[str, int]
) -> None:
    mine = receive_enquiry(site=world.here, **ENQUIRY)
    client, theirs = world.client(world.here), ids["enquiry"]

    listed = client.get(reverse("enquiry_chooser:choose_results")).text
    chosen = [
        client.get(reverse("enquiry_chooser:chosen", args=[pk])).status_code
        for pk in (mine.pk, theirs)
    ]
    several = client.get(
        reverse("enquiry_chooser:chosen_multiple"), {"id": [mine.pk, theirs]}
    ).text
    client.post(
        reverse("enquiry_chooser:create"),
        {**prefixed(ENQUIRY), "site": world.there.pk},
    )

    assert f"F{mine.pk}" in listed
    assert f"F{theirs}" not in listed
    assert chosen == [200, 404]
    assert (f"F{mine.pk}" in several, f"F{theirs}" in several) == (True, False)
    assert [e.site for e in Enquiry.objects.exclude(pk__in=[mine.pk, theirs])] == [
        world.here
    ]


def prefixed(form: dict[str, str]) -> dict[str, str]:
    return {f"create-{name}": value for name, value in form.items()} | form


@pytest.mark.parametrize(
    "shown",
    [
        "/admin/settings/fostering/fosteringsettings/",
        "/admin/enquiry/",
        "/admin/fostering/",
        "1 enquiry",
        "new-fostering",
    ],
)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_menus_and_the_dashboard_show_it_only_where_it_is_on(
    world: World, ids: dict[str, int], shown: str, language: str
) -> None:
    world.boss.wagtail_userprofile.preferred_language = language
    world.boss.wagtail_userprofile.save()
    words = {"1 enquiry": "1 ymholiad"} if language == "cy" else {}
    clients = [world.client(site) for site in (world.there, world.here)]

    def seen() -> list[bool]:
        wanted = words.get(shown, shown)
        return [wanted in client.get("/admin/").text for client in clients]

    while_on = seen()
    world.switch_off(world.there)

    assert (while_on[0], seen()[0]) == (True, False)
    assert seen()[1] == while_on[1]


def test_settings_follow_the_site_they_are_of_not_the_host_s(world: World) -> None:
    world.switch_off(world.there)
    client = world.client(world.here)

    statuses = [
        client.get(settings_of(site)).status_code for site in (world.here, world.there)
    ]

    assert statuses == [200, 404]
    assert world.client(world.there).get(settings_of(world.here)).status_code == 200


def test_policies_name_only_the_services_where_it_is_on(world: World) -> None:
    policy, both = ActiveSitePolicy(FosteringSettings), {world.here, world.there}
    while_on = set(policy.sites_user_has_permission_for(world.boss, "change"))
    row = FosteringSettings.for_site(world.there)
    allowed = policy.user_has_permission_for_instance(world.boss, "change", row)

    world.switch_off(world.there)

    left = set(policy.sites_user_has_permission_for(world.boss, "change"))
    refused = policy.user_has_permission_for_instance(world.boss, "change", row)
    assert (while_on, left) == (both, {world.here})
    assert (allowed, refused) == (True, False)
    world.switch_off(world.here)
    assert not policy.user_has_permission(world.boss, "change")


@pytest.mark.needs_plugin("hub_news")
def test_a_row_for_the_wrong_kind_of_site_opens_no_screen(world: World) -> None:
    hub = make_hub()
    editor = make_staff(hub, Role.HUB_EDITOR, is_superuser=True)
    force_row(hub, LABEL)
    force_row(world.there, "hub_news")

    def status(site: Site, user: Any, path: str) -> int:
        client = Client(SERVER_NAME=site.hostname)
        client.force_login(user)
        return int(client.get(path).status_code)

    assert status(hub, editor, "/admin/fostering/") == 404
    assert status(hub, editor, settings_of(hub)) == 404
    offers = reverse("hub_offers:index")
    assert status(world.there, world.boss, offers) == 404
    assert status(hub, editor, offers) == 200


def test_on_a_host_of_no_service_a_plugin_has_no_screen(world: World) -> None:
    client = Client(SERVER_NAME="nobody.localhost")
    client.force_login(world.boss)

    for path in ("/admin/enquiry/", "/admin/fostering/", "/admin/"):
        assert client.get(path).status_code == 404
    assert client.get(settings_of(Site(pk=999_999))).status_code == 404


def test_at_a_site_that_nobody_provisioned_a_plugin_has_no_screen(
    world: World,
) -> None:
    client = world.client(world.there)
    paths = ["/admin/enquiry/", "/admin/fostering/", settings_of(world.there)]
    while_on = [client.get(path).status_code for path in paths]

    SiteProfile.objects.filter(site=world.there).delete()

    assert while_on == [200, 200, 200]
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]


def test_where_it_is_on_it_is_for_those_who_hold_the_role(
    world: World, ids: dict[str, int]
) -> None:
    def statuses(role: str) -> list[int]:
        client = Client(SERVER_NAME=world.there.hostname)
        client.force_login(make_staff(world.there, role, is_superuser=True))
        urls = [
            reverse("enquiry:index"),
            reverse("enquiry:edit", args=[ids["enquiry"]]),
        ]
        return [client.get(url).status_code for url in urls]

    assert statuses(Role.COORDINATOR) == [200, 200]
    assert statuses(Role.EDITOR) == [404, 404]
