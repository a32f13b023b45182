"""A list of people is taken in whole or in part, once, and never without being seen."""

import io
from datetime import date, datetime, timedelta
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.translation import override
from openpyxl import Workbook

from cms.models import OutboundEmail
from forms.casework.importing.columns import column_of, offered
from forms.casework.importing.reading import CannotRead, read
from forms.casework.importing.taking import purge
from forms.casework.models import Case, UploadedList
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db

GOOD = [
    ["Enw", "E-bost", "Ffôn", "Iaith", "Cam", "Derbyniwyd", "Nodyn", "Sgidiau"],
    [
        "Siân Ŵyn",
        "sian@post.example",
        "",
        "Cymraeg",
        "Barod",
        "3/5/2026",
        "Hoff o",
        "5",
    ],
    ["Rhys ap Huw", "", "7700900123", "", "", "", "", ""],
]


def as_csv(rows, sign=",", coding="utf-8"):
    return "\n".join(sign.join(row) for row in rows).encode(coding)


def as_workbook(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def send(staff, content, name="list.csv"):
    return staff.post(url("import"), {"file": SimpleUploadedFile(name, content)})


def rows_of(content):
    return read(io.BytesIO(content), len(content)).rows


def test_what_was_seen_is_what_is_taken_in_and_nobody_is_written_to(
    staff, gwynedd, coordinator
):
    there = send(staff, as_csv(GOOD))
    page = staff.get(there["Location"]).content.decode()

    assert "2 people would be taken in" in page
    assert "Sgidiau" in page
    assert "Stage: </span>Ready</td>" in page
    assert "Stage: </span>New</td>" in page
    assert not Case.objects.exists()

    with time_machine.travel(timezone.now(), tick=False):
        staff.post(there["Location"])

    sian, rhys = sorted(Case.objects.all(), key=lambda c: c.display_name, reverse=True)
    assert (sian.display_name, sian.email, sian.phone) == (
        *("Siân Ŵyn", "sian@post.example", ""),
    )
    assert (sian.language, sian.stage) == ("cy", "approved")
    assert timezone.localdate(sian.received_at) == date(2026, 5, 3)
    assert sian.site == gwynedd
    assert (sian.arrival.how, sian.arrival.by) == ("list", coordinator)
    assert [(note.text, note.by) for note in sian.notes.all()] == [
        ("Taken in from a list (row 2).\n\nHoff o", coordinator)
    ]
    assert (rhys.display_name, rhys.phone) == ("Rhys ap Huw", "07700900123")
    assert rhys.stage == rhys.machine.initial[0]
    assert timezone.localdate(rhys.received_at) == timezone.localdate()
    assert not OutboundEmail.objects.exists()


def test_taking_in_twice_takes_in_once_and_forgets_the_rows(staff, gwynedd):
    there = send(staff, as_csv(GOOD))["Location"]

    answers = [staff.post(there) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Case.objects.count() == 2
    uploaded = UploadedList.objects.get()
    assert (uploaded.rows, uploaded.ignored, uploaded.taken) == ([], [], 2)


def test_the_same_file_again_takes_in_nobody_twice(staff, gwynedd):
    staff.post(send(staff, as_csv(GOOD))["Location"])
    there = send(staff, as_csv(GOOD))["Location"]

    page = staff.get(there).content.decode()
    staff.post(there)

    assert page.count("Already in the inbox") == 2
    assert "0 people would be taken in" in page
    assert Case.objects.count() == 2


def test_another_authoritys_people_are_not_looked_at(staff, gwynedd, two_authorities):
    make_case(two_authorities[1], email="sian@post.example")

    page = staff.get(send(staff, as_csv(GOOD))["Location"]).content.decode()

    assert "2 people would be taken in" in page


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Enw": ""}, "The name is missing"),
        ({"E-bost": ""}, "An e-mail address or a phone number is missing"),
        ({"E-bost": "sian@"}, "email"),
        ({"Ffôn": "dim"}, "Enter a phone number"),
        ({"Iaith": "Klingon"}, "“Klingon” is no language that we know"),
        ({"Iaith": "Both"}, "Write “Welsh” or “English” for letters"),
        ({"Cam": "Sleeping"}, "“Sleeping” is no stage here"),
        ({"Cam": "Closed"}, "Nobody is taken in at"),
        ({"Derbyniwyd": "31/2/2026"}, "“31/2/2026” is no date"),
        ({"Derbyniwyd": "1/1/2199"}, "The date is in the future"),
    ],
)
def test_a_row_that_is_wrong_is_told_and_left_out(staff, gwynedd, cells, said):
    wrong = dict(zip(GOOD[0], GOOD[1], strict=True)) | cells
    there = send(staff, as_csv([GOOD[0], list(wrong.values()), GOOD[2]]))["Location"]

    page = staff.get(there).content.decode()
    staff.post(there)

    assert "1 row is left out" in page
    assert said in page
    assert [case.display_name for case in Case.objects.all()] == ["Rhys ap Huw"]


def test_somebody_who_stands_in_the_list_twice_is_taken_in_once(staff, gwynedd):
    there = send(staff, as_csv([*GOOD, ["Siân", "SIAN@post.example", *[""] * 6]]))

    page = staff.get(there["Location"]).content.decode()

    assert "The same as row 2" in page
    assert "2 people would be taken in" in page


@pytest.mark.parametrize(
    "content",
    [
        as_csv(GOOD),
        as_csv(GOOD, sign=";"),
        as_csv(GOOD, sign="\t"),
        as_csv(GOOD, coding="utf-8-sig"),
        as_workbook(GOOD),
        as_workbook([*GOOD[:1], [], *GOOD[1:]]),
    ],
)
def test_every_kind_of_file_gives_the_same_rows(content):
    names = [row["name"] for row in rows_of(content)]

    assert names == ["Siân Ŵyn", "Rhys ap Huw"]


def test_days_and_numbers_of_a_workbook_are_read_as_they_are_meant():
    rows = [["Name", "Phone", "Received"], ["Siân", 7700900123.0, datetime(2026, 5, 3)]]  # noqa: DTZ001  # So do workbooks.

    assert rows_of(as_workbook(rows))[0] == {
        "row": "2",
        "name": "Siân",
        "phone": "7700900123",
        "received": "2026-05-03",
    }


def test_the_windows_table_of_a_service_is_read():
    assert rows_of("Name;Phone\nSiân;1\n".encode("cp1252"))[0]["name"] == "Siân"


def test_what_quiets_a_formula_is_taken_off_and_nothing_else_is():
    rows = rows_of(b"Name,Phone\n'=1+1,'+44 7700 900123\n'Tish,2\n")

    assert [(row["name"], row["phone"]) for row in rows] == [
        ("=1+1", "+44 7700 900123"),
        ("'Tish", "2"),
    ]


def bomb():
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (41 * 1024 * 1024))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no rows"),
        (b"Name,Phone\n", "no rows"),
        (b"Shoe,Phone\n5,1\n", "No column is headed"),
        (b"Name,E-mail,Email\na,b,c\n", "Two columns mean the same"),
        (b"Name\n" + b"a\n" * 1001, "more than 1,000 rows"),
        (b"\x00\x01\x02", "cannot read"),
        (b"PK\x03\x04broken", "cannot read"),
        (bomb(), "cannot read"),
        (b"Name\n" + b"a" * 200_000, "cannot read"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content, said):
    with override("en"), pytest.raises(CannotRead, match=said):
        read(io.BytesIO(content), len(content))


def test_a_file_that_is_too_large_is_not_even_read():
    with override("en"), pytest.raises(CannotRead, match="larger than 2 MB"):
        read(io.BytesIO(b""), 2 * 1024 * 1024 + 1)


def test_a_refusal_stands_beside_the_field_and_nothing_is_kept(staff, gwynedd):
    wrong, none = send(staff, b"Shoe\n5\n"), staff.post(url("import"))

    assert "No column is headed “Name”" in wrong.content.decode()
    assert "Choose a file" in none.content.decode()
    assert not UploadedList.objects.exists()


def test_a_list_can_be_thrown_away(staff, gwynedd):
    there = send(staff, as_csv(GOOD))["Location"]

    answer = staff.post(there, {"throw_away": "1"})

    assert answer["Location"] == url("import")
    assert not UploadedList.objects.exists()
    assert staff.get(there).status_code == 404


def test_another_authoritys_list_is_a_404(staff, gwynedd, two_authorities):
    own = UploadedList.objects.create(site=gwynedd, kind="applications")
    other = UploadedList.objects.create(site=two_authorities[1], kind="applications")
    addresses = [url("import_check", row.pk) for row in (own, other)]

    assert [staff.get(there).status_code for there in addresses] == [200, 404]
    assert staff.post(addresses[1]).status_code == 404


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
def test_a_list_that_nobody_took_in_is_forgotten_after_a_day(gwynedd, hours, left):
    UploadedList.objects.create(site=gwynedd, kind="applications")

    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        purge()

    assert UploadedList.objects.count() == left


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_empty_list_that_we_hand_out_is_understood(language):
    assert [column_of(heading) for heading in offered(language)] == [
        *("name", "email", "phone", "language", "spoken_language"),
        *("stage", "received", "note"),
    ]


def test_the_empty_list_comes_as_a_workbook(staff, gwynedd):
    answer = staff.get(url("import_empty"))

    assert answer.content[:2] == b"PK"
    assert 'filename="list.xlsx"' in answer["Content-Disposition"]
