"""Single sign-on is set up by network administrators alone; its secret stays one."""

import pytest
from wagtail.models import ModelLogEntry

from cms.roles import LOCAL_ROLES, Role
from sites.entry.models import IdentityProvider
from tests.factories import make_hub, make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/single-sign-on/"
FACTS = {
    "is_on": "on",
    "name_en": "your Gwynedd account",
    "name_cy": "eich cyfrif Gwynedd",
    "issuer": "https://login.gwynedd.example",
    "client_id": "iv",
    "client_secret": "very-secret-indeed",
    "domains": "gwynedd.example",
}


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def network(client_at):
    hub = make_hub()
    return client_at(hub, make_staff(hub, Role.NETWORK_ADMIN))


def test_an_administrator_sets_it_up_and_the_secret_is_never_shown_again(
    gwynedd, network
):
    page = f"{LIST}{gwynedd.pk}/"

    answer = network.post(page, FACTS)
    shown = network.get(page).content.decode()
    network.post(page, {**FACTS, "client_secret": "", "client_id": "iv2"})

    row = IdentityProvider.objects.get()
    assert answer["Location"] == LIST
    assert (row.site, row.is_on, row.client_id) == (gwynedd, True, "iv2")
    assert row.client_secret == FACTS["client_secret"]
    assert FACTS["client_secret"] not in shown
    assert f"https://{gwynedd.hostname}/account/council/back/" in shown
    assert FACTS["issuer"] in network.get(LIST).content.decode()


def test_what_changed_is_logged_without_what_stands_in_it(gwynedd, network):
    network.post(f"{LIST}{gwynedd.pk}/", FACTS)

    entry = ModelLogEntry.objects.get(action="entry.single_sign_on_changed")
    assert "client_secret" in entry.data["fields"]
    assert FACTS["client_secret"] not in str(entry.data)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("issuer", "http://login.gwynedd.example", "must begin with https://"),
        ("domains", "mari@gwynedd.example", "Write domains only"),
        ("domains", "gwynedd", "Write domains only"),
        ("client_id", "", "required"),
    ],
)
def test_what_cannot_be_right_is_not_saved(gwynedd, network, field, value, said):
    answer = network.post(f"{LIST}{gwynedd.pk}/", {**FACTS, field: value})

    assert said in answer.content.decode()
    assert not IdentityProvider.objects.exists()


@pytest.mark.parametrize("role", LOCAL_ROLES)
def test_nobody_of_a_service_sees_or_changes_it(gwynedd, client_at, role):
    client = client_at(gwynedd, make_staff(gwynedd, role))
    page = f"{LIST}{gwynedd.pk}/"

    assert client.get(LIST).status_code == 404
    assert client.get(page).status_code == 404
    assert client.post(page, FACTS).status_code == 404
    assert not IdentityProvider.objects.exists()
    assert LIST not in client.get("/admin/").content.decode()


def test_neither_do_the_hubs_editors(gwynedd, client_at):
    hub = make_hub()
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))

    assert client.post(f"{LIST}{gwynedd.pk}/", FACTS).status_code == 404
    assert not IdentityProvider.objects.exists()


def test_a_connection_is_tried_before_anybody_depends_on_it(
    gwynedd, network, council, settings
):
    settings.SSO_ALLOW_HTTP = True
    page = f"{LIST}{gwynedd.pk}/"

    def said(**changes):
        facts = {**FACTS, "issuer": council.issuer, "try": "1", **changes}
        return network.post(page, facts).content.decode()

    right = said()
    council.describe = lambda: {"issuer": "https://login.other.example"}
    another = said()
    council.describe = lambda: {"issuer": council.issuer, "jwks_uri": "x"}
    little = said()
    nobody = said(issuer="http://127.0.0.1:9")

    assert "answers as it should" in right
    assert "that it is another: https://login.other.example" in another
    assert "authorization_endpoint, token_endpoint" in little
    assert "does not answer" in nobody
    assert not IdentityProvider.objects.exists()


def test_the_stored_secret_goes_to_no_other_server(gwynedd, network):
    page = f"{LIST}{gwynedd.pk}/"
    network.post(page, FACTS)
    elsewhere = {**FACTS, "issuer": "https://evil.example", "client_secret": ""}

    refused = network.post(page, elsewhere).content.decode()
    network.post(page, {**elsewhere, "client_secret": "another"})

    assert "enter the client secret again" in refused
    row = IdentityProvider.objects.get()
    assert (row.issuer, row.client_secret) == ("https://evil.example", "another")
