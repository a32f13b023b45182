"""Many services in one go: a list, a nation, a file; killed, and taken up again."""

import os
import signal
import subprocess
import sys
import time

import pytest
from wagtail.models import Site

from sites.models import Authority, Service
from sites.provisioning import creating
from sites.staff.models import Invitation
from tests.factories import make_service

HEADER = "authority,host,manager\n"


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.fixture
def frames_alone(monkeypatch):
    """Services without starter pages: these tests ask what becomes of the list."""
    monkeypatch.setattr(creating, "start_site", lambda site: set())


@pytest.fixture
def csv(tmp_path):
    def make(text, encoding="utf-8"):
        return write(tmp_path / "services.csv", text, encoding)

    return make


@pytest.mark.usefixtures("frames_alone")
def test_one_that_cannot_be_made_stops_no_other_and_is_listed(create, csv):
    make_service("leeds")
    path = csv(
        f"{HEADER}devon,iv.devon.example.gov.uk,\n"
        "devonn,,\ngwynedd,leeds.localhost,\n\n"
        "powys,,not an address\ndevon,,\nkent,,mari@kent.example\n"
    )

    out, error = create(csv=path)

    assert "Services: 2 made, 0 stood already." in out
    assert error.splitlines() == [
        "4 of 6 did not go well:",
        "  line 3: devonn: “devonn” is not in the register. Perhaps: devon."
        if "Perhaps" in error
        else "  line 3: devonn: “devonn” is not in the register.",
        "  line 4: gwynedd: leeds.localhost: This name belongs to a service already.",
        "  line 6: powys: “not an address” is not an e-mail address.",
        "  line 7: devon: It stands in line 2 already.",
    ]
    assert {x.authority.slug for x in Service.objects.exclude(authority=None)} == {
        "devon",
        "kent",
    }
    invited = Invitation.objects.get()
    assert (invited.site.hostname, invited.email) == (
        "kent.localhost",
        "mari@kent.example",
    )


@pytest.mark.usefixtures("frames_alone")
def test_a_spreadsheet_s_mark_at_the_beginning_is_no_part_of_a_name(create, csv):
    out, error = create(csv=csv(f"\ufeff{HEADER}kent,,\n"))

    assert (error, "1 made" in out) == ("", True)


@pytest.mark.parametrize(
    ("text", "encoding", "words"),
    [
        ("slug,host\nkent,\n", "utf-8", "one of them “authority”"),
        ("authority,hosst\nkent,\n", "utf-8", "Unknown columns: “hosst”"),
        ("authority,name_cy\nkent,Ymwelwyr Môn\n", "latin-1", "save the file as CSV"),
        ("authority,host\nkent,a.example,b\n", "utf-8", "more or fewer fields"),
        ("", "utf-8", "The first line names the columns"),
    ],
)
def test_a_file_that_is_not_ours_is_told_apart(create, csv, text, encoding, words):
    assert words in create(csv=csv(text, encoding))[1]
    assert not Site.objects.exists()


def test_a_file_that_is_not_there_is_said(create, tmp_path):
    assert "No such file" in create(csv=str(tmp_path / "none.csv"))[1]


@pytest.mark.usefixtures("frames_alone")
@pytest.mark.long
def test_all_of_wales_at_once_and_again_changes_nothing(create):
    out, error = create(all_wales=True)
    again, error_again = create(all_wales=True)

    assert (error, error_again) == ("", "")
    assert "Services: 22 made, 0 stood already." in out
    assert "22/22 " in out
    assert "Services: 0 made, 22 stood already." in again
    assert Service.objects.filter(welsh_standards=True).count() == 22


def test_a_dry_run_of_all_gives_each_a_prefix_and_a_host_of_its_own(create):
    out, error = create(all_wales=True, all_england=True, dry_run=True)

    prefixes = [line.rsplit(" ", 1)[1] for line in out.splitlines()[:-1]]
    assert error == ""
    assert len(set(prefixes)) == len(prefixes) == 175


def test_one_host_for_many_is_refused_to_all_but_the_first(create):
    _out, error = create("kent", "devon", host="iv.example", dry_run=True)

    assert "iv.example is asked for by kent too." in error


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_it_is_run_again_and_finishes(create, tmp_path):
    """A real process, and a kill that nothing can catch."""
    names = ["devon", "gwynedd", "kent", "powys"]
    command = [sys.executable, "manage.py", "create_service", *names]
    environment = {**os.environ, "DATABASE_URL": os.environ["TEST_DATABASE_URL"]}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        wait_until(lambda: Service.objects.count() >= 1)
        process.send_signal(signal.SIGKILL)
    left_behind = set(_made())

    out, error = create(*names)

    assert process.returncode == -signal.SIGKILL
    assert error == ""
    assert left_behind < set(names)
    assert f"{len(names) - len(left_behind)} made, {len(left_behind)} stood" in out
    assert set(_made()) == set(names)
    assert Authority.objects.exclude(service=None).count() == len(names)


def _made():
    return Service.objects.values_list("authority__slug", flat=True)


def wait_until(happened, seconds=120):
    limit = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < limit
        time.sleep(0.02)
