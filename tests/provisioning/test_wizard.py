"""The hub's screens on which services are made, one by one or many at once."""

import pytest
from wagtail.models import Site

from cms.roles import Role
from sites.hosts import add_name
from sites.models import Authority, Service, ServiceBatch, ServiceBatchRow
from sites.provisioning import batches, creating
from sites.provisioning.batches import plan_batch, start_batch
from sites.provisioning.jobs import carry_on_batches, forget_unstarted_batches
from sites.provisioning.lists import of_nation
from sites.staff.models import Invitation
from tests.factories import make_hub, make_service, make_staff, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provisioned")]
LIST, MANY = "/admin/services/new/", "/admin/services/new/many/"
FORM = "/admin/services/new/kent/"
MADE = "/admin/services/kent/made/"
State = ServiceBatchRow.State
ASKED = {
    "host": "iv.kent.example.gov.uk",
    "first_language": "en",
    "name_en": "Kent Independent Visitors",
    "name_cy": "Ymwelwyr Annibynnol Kent",
    "manager": "mari@kent.example",
    "manager_name": "Mari",
}


@pytest.fixture
def hub():
    return make_hub()


@pytest.fixture
def client(hub, client_at):
    return client_at(hub, make_staff(hub, Role.NETWORK_ADMIN))


@pytest.fixture
def frames_alone(monkeypatch):
    monkeypatch.setattr(creating, "start_site", lambda site: set())


def test_only_whoever_administers_the_network_opens_it_and_only_at_the_hub(
    hub, client_at, client
):
    gwynedd = make_service("gwynedd")
    strangers = [
        client_at(hub, make_staff(hub, Role.HUB_EDITOR)),
        client_at(gwynedd, make_staff(gwynedd, Role.MANAGER)),
        client_at(gwynedd, make_user(is_superuser=True)),
    ]
    paths = (LIST, FORM, MANY, "/admin/services/gwynedd/made/")

    def statuses(who):
        return [who.get(path).status_code for path in paths]

    make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    assert statuses(client) == [200] * 4
    assert [statuses(stranger) for stranger in strangers] == [[404] * 4] * 3
    assert {
        s.post(FORM, {**ASKED, "action": "make"}).status_code for s in strangers
    } == {404}
    assert not Site.objects.filter(hostname=ASKED["host"]).exists()


def test_the_menu_offers_it_at_the_hub_alone(hub, client, client_at):
    gwynedd = make_service("gwynedd")
    elsewhere = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))

    assert LIST in client.get("/admin/").content.decode()
    assert LIST not in elsewhere.get("/admin/").content.decode()


def test_councils_are_found_by_part_of_a_name_and_those_with_a_service_say_so(client):
    make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))

    def shown(**query):
        rows = client.get(LIST, query).context["rows"]
        return [(row["authority"].slug, row["host"]) for row in rows]

    assert shown(q="GWYN") == [("gwynedd", "gwynedd.localhost")]
    assert shown(q="ynys mon") == [("isle-of-anglesey", "")]
    assert shown(q="kent", state="with") == []
    assert len(shown(nation="Wales")) == 22
    assert "No council fits" in client.get(LIST, {"q": "xyz"}).content.decode()


@pytest.mark.usefixtures("frames_alone")
def test_a_service_is_asked_for_checked_and_made(client):
    before = client.get(FORM).context["form"].initial

    checked = client.post(FORM, {**ASKED, "action": "check"})
    nothing_yet = Site.objects.filter(hostname=ASKED["host"]).exists()
    changed = client.post(FORM, {**ASKED, "action": "change"})
    made = client.post(FORM, {**ASKED, "action": "make"})

    assert before["host"] == "kent.localhost"
    assert "Nothing is made yet" in checked.content.decode()
    assert ASKED["host"] in checked.content.decode()
    assert not nothing_yet
    assert f'value="{ASKED["host"]}"' in changed.content.decode()
    assert (made.status_code, made["Location"]) == (302, MADE)
    service = Service.objects.select_related("site").get(authority__slug="kent")
    assert service.site.hostname == ASKED["host"]
    assert Invitation.objects.get(site=service.site).email == ASKED["manager"]


@pytest.mark.usefixtures("frames_alone")
def test_what_was_made_is_read_back_with_what_to_do_now(client):
    client.post(FORM, {**ASKED, "action": "make"})

    page = client.get(MADE).content.decode()

    assert ASKED["host"] in page
    for step in (
        "Point the host names here (DNS)",
        "Get a certificate",
        "Ask the service manager to accept",
        "Enter the safeguarding numbers",
        "Fill in the settings",
    ):
        assert step in page
    assert client.get(FORM)["Location"] == MADE


@pytest.mark.parametrize("action", ["check", "make"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"host": "gwynedd.localhost"}, "belongs to a service already"),
        ({"host": "https://kent.gov.uk"}, "Enter the name alone"),
        ({"welsh_host": ASKED["host"]}, "once only"),
        ({"host": ""}, "Enter the host name."),
        ({"manager": "mari"}, "Enter an e-mail address"),
    ],
)
def test_what_cannot_be_is_said_above_the_form(client, action, change, words):
    answer = client.post(FORM, {**ASKED, **change, "action": action})

    assert words in answer.content.decode()
    assert not Service.objects.filter(authority__slug="kent").exists()


def test_a_council_that_is_not_in_the_register_is_not_found(client):
    assert client.get("/admin/services/new/nowhere/").status_code == 404
    assert client.get("/admin/services/kent/made/").status_code == 404


@pytest.mark.usefixtures("frames_alone")
@pytest.mark.slow
def test_all_of_wales_is_planned_made_in_the_background_and_shown(client, at_once):
    make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    refused = client.post(MANY, {"which": "Wales", "host": "same.localhost"})
    planned = client.post(MANY, {"which": "Wales", "host": "{slug}.iv.localhost"})
    plan = client.get(planned["Location"])
    before = Service.objects.filter(authority__nation="Wales").count()

    client.post(planned["Location"], {"action": "start"})
    client.post(planned["Location"], {"action": "start"})
    progress = client.get(planned["Location"])

    assert "Put {slug} into it" in refused.content.decode()
    assert "services would be made. Nothing is made yet." in plan.content.decode()
    assert before == 1
    batch = ServiceBatch.objects.get()
    assert set(batch.rows.values_list("state", flat=True)) == {State.MADE}
    assert batch.rows.count() == 21
    assert "Services done: 21 of 21" in progress.content.decode()
    assert Service.objects.filter(authority__nation="Wales").count() == 22


def test_a_plan_that_is_thrown_away_makes_nothing(client):
    planned = client.post(MANY, {"which": "Wales", "host": "{slug}.iv.localhost"})

    client.post(planned["Location"], {"action": "forget"})

    assert not ServiceBatch.objects.exists()
    assert not Service.objects.filter(authority__nation="Wales").exists()


@pytest.mark.usefixtures("frames_alone")
def test_one_that_fails_stops_no_other_and_a_killed_run_is_taken_up(monkeypatch):
    by = make_user(preferred_language="en")
    named = Authority.objects.filter(slug__in=["kent", "powys", "leeds"])
    batch = plan_batch(authorities=named, host="{slug}.iv.localhost", by=by)
    gwynedd = make_service("gwynedd")
    add_name(site=gwynedd, hostname="powys.iv.localhost", language="cy")

    def killed(asked, by=None):
        raise KeyboardInterrupt

    with monkeypatch.context() as killing:
        killing.setattr(batches, "create_service", killed)
        start_batch(batch=batch, by=by)
        with pytest.raises(KeyboardInterrupt):
            carry_on_batches()
    carry_on_batches()

    came = {row.authority.slug: (row.state, row.why) for row in batch.rows.all()}
    assert came == {
        "leeds": (State.MADE, ""),
        "kent": (State.MADE, ""),
        "powys": (
            State.FAILED,
            "powys.iv.localhost: This name belongs to a service already.",
        ),
    }


def test_a_plan_nobody_starts_is_forgotten_after_a_day():
    batch = plan_batch(authorities=[], host="{slug}.example", by=None)
    forget_unstarted_batches()
    kept = ServiceBatch.objects.filter(pk=batch.pk).exists()
    ServiceBatch.objects.update(created_at="2020-01-01T00:00Z")

    forget_unstarted_batches()

    assert (kept, ServiceBatch.objects.exists()) == (True, False)


def test_no_service_is_made_for_an_authority_that_has_given_way(client):
    kent = Authority.objects.get(slug="kent")
    kent.give_way_to(Authority.objects.get(slug="medway"))

    listed = client.get(LIST, {"q": "Kent"}).content.decode()
    answer = client.post(FORM, {**ASKED, "action": "make"})
    batch = client.post(MANY, {"which": "England", "host": "{slug}.iv.example"})

    assert FORM not in listed
    assert "Kent County Council has given way to Medway" in answer.content.decode()
    assert not Service.objects.filter(authority=kent).exists()
    assert batch.status_code == 302
    assert not ServiceBatchRow.objects.filter(authority=kent).exists()
    assert "kent" not in {entry.name for entry in of_nation("England")}
