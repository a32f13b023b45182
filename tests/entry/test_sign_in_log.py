"""The log of sign-ins tells a manager of their own people, and of nobody else's."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from cms.models import ReadLog
from cms.privacy import blind_index
from cms.roles import Role
from sites.entry.jobs import forget_old_sign_ins
from sites.entry.models import SignIn
from sites.memberships import grant
from tests.entry.signing import browser_at, guess, sign_in
from tests.factories import make_hub, make_staff

pytestmark = pytest.mark.django_db
PAGE, CSV = "/admin/sign-ins/", "/admin/sign-ins/csv/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:142.0) Gecko/20100101 Firefox/142.0"


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def devon(two_authorities):
    return two_authorities[1]


@pytest.fixture
def manager(gwynedd):
    return make_staff(gwynedd, "manager", first_name="Rheolwr")


def facts(row):
    return (row.user, row.outcome, row.method, row.second, row.browser, row.address)


def test_a_sign_in_is_written_down_coarsely(gwynedd):
    mari = make_staff(gwynedd, "coordinator")

    sign_in(browser_at(gwynedd, "192.0.2.77", HTTP_USER_AGENT=FIREFOX), mari.email)

    row = SignIn.objects.get()
    assert facts(row) == (
        *(mari, "signed_in", "password", "", "Firefox, Windows", "192.0.2.0/24"),
    )
    assert row.site == gwynedd


def test_wrong_passwords_are_written_down_and_being_stopped_is_said_once(gwynedd):
    mari = make_staff(gwynedd, "coordinator")

    guess(browser_at(gwynedd), mari.email, 9)

    said = [(row.user, row.outcome) for row in SignIn.objects.order_by("pk")]
    assert said == [*[(mari, "wrong")] * 4, (mari, "locked")]


def test_an_unknown_address_is_kept_as_a_hash_alone(gwynedd):
    guess(browser_at(gwynedd), "my-secret-password@nowhere.example", 1)

    row = SignIn.objects.get()
    assert row.user is None
    assert row.typed == blind_index("my-secret-password@nowhere.example")
    assert "nowhere" not in str(SignIn.objects.values())


def test_the_demonstrations_door_says_so(gwynedd, client_at):
    from sites.entry import log

    mari = make_staff(gwynedd, "coordinator")
    request = client_at(gwynedd, mari).get("/admin/").wsgi_request

    assert log.how(request) == ("demo", "")


def test_a_manager_reads_of_their_own_people_and_not_of_others(
    gwynedd, devon, manager, client_at
):
    own = make_staff(gwynedd, "coordinator", first_name="Gwenllian")
    theirs = make_staff(devon, "coordinator", first_name="Drake")
    # Even when the other's person signs in at this very host.
    for person in (own, theirs):
        sign_in(browser_at(gwynedd), person.email)
    sign_in(browser_at(devon), theirs.email)

    text = client_at(gwynedd, manager).get(PAGE).content.decode()

    assert "Gwenllian" in text
    assert "Drake" not in text


def test_a_colleague_of_two_services_is_shown_without_naming_the_other(
    gwynedd, devon, manager, client_at
):
    both = make_staff(gwynedd, "coordinator", first_name="Gwenllian")
    grant(user=both, site=devon, role=Role.EDITOR)
    sign_in(browser_at(devon, "198.51.100.4"), both.email)
    client = client_at(gwynedd, manager)

    for address in (PAGE, CSV):
        text = client.get(address).content.decode()
        assert "Gwenllian" in text
        assert "198.51.100.0/24" in text
        assert "devon" not in text.lower()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR])
def test_nobody_else_of_the_service_reads_it(gwynedd, client_at, role):
    client = client_at(gwynedd, make_staff(gwynedd, role))

    assert [client.get(address).status_code for address in (PAGE, CSV)] == [404, 404]
    assert PAGE not in client.get("/admin/").content.decode()


def test_a_manager_reads_it_nowhere_else(gwynedd, devon, manager, client_at):
    assert client_at(gwynedd, manager).get(PAGE).status_code == 200
    assert client_at(devon, manager).get(PAGE).status_code == 403


def test_the_networks_administrators_read_the_hubs(gwynedd, client_at):
    hub = make_hub()
    admin = make_staff(hub, Role.NETWORK_ADMIN, first_name="Nerys")
    sign_in(browser_at(hub), admin.email)
    sign_in(browser_at(gwynedd), make_staff(gwynedd, "editor", first_name="Elin").email)

    text = client_at(hub, admin).get(PAGE).content.decode()

    assert "Nerys" in text
    assert "Elin" not in text
    assert client_at(gwynedd, admin).get(PAGE).status_code == 404


def test_it_is_filtered_by_person_and_nobody_elses_can_be_named(
    gwynedd, devon, manager, client_at
):
    one = make_staff(gwynedd, "coordinator", email="one@gwynedd.example")
    two = make_staff(gwynedd, "coordinator", email="two@gwynedd.example")
    theirs = make_staff(devon, "manager", email="theirs@devon.example")
    for person in (one, two, theirs):
        sign_in(browser_at(gwynedd), person.email)
    client = client_at(gwynedd, manager)

    of_one = client.get(CSV, {"person": one.pk}).content.decode()
    of_theirs = client.get(CSV, {"person": theirs.pk}).content.decode()

    assert ("one@" in of_one, "two@" in of_one) == (True, False)
    assert ("one@" in of_theirs, "theirs@" in of_theirs) == (True, False)


def test_the_download_is_harmless_and_written_into_the_log_of_reads(
    gwynedd, manager, client_at
):
    evil = make_staff(gwynedd, "editor", first_name='=HYPERLINK("x")')
    sign_in(browser_at(gwynedd), evil.email)

    answer = client_at(gwynedd, manager).get(CSV)

    assert "\"'=HYPERLINK(" in answer.content.decode("utf-8-sig")
    assert "no-store" in answer["Cache-Control"]
    read = ReadLog.objects.get()
    assert (read.kind, read.action, read.user) == ("entry.signin", "export", manager)


def test_it_is_kept_for_twelve_months(gwynedd):
    mari = make_staff(gwynedd, "coordinator")
    with time_machine.travel(timezone.now(), tick=False) as now:
        sign_in(browser_at(gwynedd), mari.email)
        now.shift(dt.timedelta(days=364))
        forget_old_sign_ins()
        kept = SignIn.objects.count()
        now.shift(dt.timedelta(days=2))
        forget_old_sign_ins()

    assert (kept, SignIn.objects.count()) == (1, 0)


def test_a_wrong_code_after_a_right_password_is_written_down(gwynedd):
    from tests.entry.codes import give_app

    mari = make_staff(gwynedd, "coordinator")
    give_app(mari)
    browser = browser_at(gwynedd)
    sign_in(browser, mari.email)

    browser.post("/account/second-factor/enter/", {"code": "000000"})

    assert [(r.user, r.outcome) for r in SignIn.objects.all()] == [(mari, "wrong_code")]
