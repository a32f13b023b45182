"""Who has read what: shown to the managers of the service, and to nobody else."""

import pytest
import time_machine
from django.urls import reverse

from cms.models import ReadLog
from cms.privacy import log_read, log_reads
from cms.roles import Role
from tests.factories import make_staff

pytestmark = pytest.mark.django_db

PAGE, CSV = "/admin/reads/", "/admin/reads/csv/"


@pytest.fixture
def gwynedd(two_authorities):
    return two_authorities[0]


@pytest.fixture
def gethin(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def manager(gwynedd, client_at):
    client = client_at(gwynedd, make_staff(gwynedd, "manager", first_name="Mair"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def look(gwynedd, gethin):
    def look(reference, user=gethin, site=gwynedd, **said):
        return log_read(
            site=site, user=user, kind="applications", reference=reference, **said
        )

    return look


def shown(client, address=PAGE, **query):
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_manager_sees_who_read_what_and_how(manager, look):
    look("GWY-1", action="print")

    page = shown(manager)

    for told in ("Gethin", "Applications", "GWY-1", "printed"):
        assert told in page


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR])
def test_nobody_else_of_the_service_sees_it(gwynedd, client_at, role):
    client = client_at(gwynedd, make_staff(gwynedd, role))

    assert [client.get(address).status_code for address in (PAGE, CSV)] == [404, 404]
    assert PAGE not in client.get("/admin/").content.decode()


def test_each_service_sees_its_own(two_authorities, manager, look, client_at):
    gwynedd, devon = two_authorities
    helen = make_staff(devon, "manager", first_name="Helen")
    look("GWY-1")
    look("DEV-1", user=helen, site=devon)

    here, there = shown(manager), shown(client_at(devon, helen))

    assert ("GWY-1" in here, "DEV-1" in here) == (True, False)
    assert ("GWY-1" in there, "DEV-1" in there) == (False, True)
    assert client_at(gwynedd, helen).get(PAGE).status_code == 403


def test_it_is_narrowed_down_by_person_record_and_day(gwynedd, manager, gethin, look):
    lowri = make_staff(gwynedd, "coordinator", first_name="Lowri")
    with time_machine.travel("2026-07-01 23:30+01:00", tick=False):
        look("GWY-1")
    with time_machine.travel("2026-07-02 00:30+01:00", tick=False):
        look("GWY-2", user=lowri)
    ReadLog.objects.create(
        site=gwynedd,
        user=lowri,
        reader=lowri.email,
        kind="applications",
        action="list",
        count=2,
        listed=" GWY-1 GWY-3 ",
    )

    def found(**query):
        strange = ("What", "The log of reads")
        lines = [line.split(",") for line in shown(manager, CSV, **query).splitlines()]
        return [cells[4] for cells in lines if cells[3] not in strange]

    assert found(person=gethin.pk) == ["GWY-1"]
    assert found(record="gwy-2 ") == ["GWY-2"]
    assert found(record="GWY-1") == ["GWY-1 GWY-3", "GWY-1"]
    assert found(day="2026-07-01") == ["GWY-1"]
    assert found(day="2026-07-02") == ["GWY-2"]
    assert found(record="GWY-2", day="2026-07-01") == []


@pytest.mark.parametrize(
    "query", [{"day": "2026-02-31"}, {"day": "9999-12-31"}, {"person": "x", "p": "77"}]
)
def test_what_makes_no_sense_is_not_asked(manager, look, query):
    look("GWY-1")

    assert "GWY-1" in shown(manager, **query)


def test_the_download_is_in_the_log_itself(manager, look):
    look("GWY-1")
    look("GWY-2")

    answer = manager.get(CSV, {"record": "GWY-2"})
    row = ReadLog.objects.first()

    assert "no-store" in answer["Cache-Control"]
    assert (row.kind, row.action, row.reference) == ("cms.readlog", "export", "GWY-2")
    assert (row.count, row.user.first_name) == (1, "Mair")


def test_a_long_log_has_pages_and_asks_little(
    gwynedd, gethin, manager, django_assert_max_num_queries
):
    many = [f"GWY-{number:03}" for number in range(60)]
    log_reads(
        site=gwynedd, user=gethin, kind="applications", references=many, action="export"
    )
    shown(manager)

    with django_assert_max_num_queries(20):
        first = shown(manager)

    assert ("GWY-059" in first, "GWY-000" in first) == (True, False)
    assert "GWY-000" in shown(manager, p=2)


def test_an_empty_log_says_so(manager):
    assert "Nobody has read anything yet." in shown(manager)
    assert "Nothing was read that fits this." in shown(manager, record="GWY-9")


def test_a_case_leads_its_manager_to_who_read_it(gwynedd, gethin, manager, client_at):
    from tests.casework.factories import make_case, url

    case = make_case(gwynedd)
    there = f"{PAGE}?record={case.reference}"

    assert there in shown(manager, url("case", case.pk))
    assert there not in shown(client_at(gwynedd, gethin), url("case", case.pk))
    assert shown(manager, there).count(f">{case.reference}</a>") == 2


def test_the_menu_leads_there(manager):
    assert reverse("reads") in shown(manager, "/admin/")
