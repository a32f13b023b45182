"""The list as a file: of these cases alone, safe to open, in the language asked for."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from cms.models import ReadLog
from cms.spreadsheet import LONGEST, as_xlsx
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db
ODD = '=HYPERLINK("x")\x00\x1b\ufffe'


def take(staff, file, words="en", **filters):
    answer = staff.get(url("export"), {**filters, "file": file, "words": words})
    assert answer.status_code == 200
    return answer


def cells_of_csv(answer):
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def cells_of_xlsx(content):
    book = load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book.active.rows]


def test_both_files_say_the_same_and_no_cell_is_a_formula(staff, gwynedd):
    case = make_case(
        gwynedd,
        display_name=ODD,
        phone="+44 7700 900123",
        answer_by=date(2026, 12, 3),
    )

    table, book = take(staff, "csv"), take(staff, "xlsx")

    plain, typed = cells_of_csv(table), cells_of_xlsx(book.content)
    assert plain[0] == typed[0]
    assert plain[0][:9] == [
        *("Reference", "Received", "Stage", "Why it stands there", "Name"),
        *("Language to write in", "Language to speak in", "E-mail", "Phone"),
    ]
    assert plain[1][0] == typed[1][0] == case.reference
    assert plain[1][2:4] == ["New", ""]
    assert plain[1][4] == '\'=HYPERLINK("x")  \ufffe'
    assert typed[1][4] == '\'=HYPERLINK("x")   '
    assert plain[1][5:7] == typed[1][5:7] == ["Welsh", "Welsh"]
    assert plain[1][8] == typed[1][8] == "'+44 7700 900123"
    assert (plain[1][9], typed[1][9]) == ("2026-12-03", datetime(2026, 12, 3))  # noqa: DTZ001  # So do workbooks keep days.
    assert plain[1][-1] == typed[1][-1] == "Weekends"
    assert table["Cache-Control"].startswith("no-store")
    assert book["Cache-Control"].startswith("no-store")


def test_headings_and_answers_stand_in_the_language_asked_for(staff, gwynedd):
    make_case(gwynedd)

    answer = take(staff, "xlsx", "cy")

    rows = cells_of_xlsx(answer.content)
    assert rows[0][:4] == ["Cyfeirnod", "Derbyniwyd", "Cam", "Pam mae yno"]
    assert rows[1][5:7] == ["Cymraeg", "Cymraeg"]
    assert rows[1][-1] == "Penwythnosau"
    assert "ceisiadau-gwirfoddolwyr-20" in answer["Content-Disposition"]


def test_the_file_holds_what_the_filters_show_and_each_case_is_recorded(
    staff, gwynedd, coordinator
):
    mine = make_case(gwynedd, language="cy")
    make_case(gwynedd, language="en")

    rows = cells_of_csv(take(staff, "csv", language="cy"))

    assert [row[0] for row in rows[1:]] == [mine.reference]
    assert list(ReadLog.objects.values_list("action", "reference", "reader")) == [
        ("export", mine.reference, coordinator.get_username())
    ]


def test_another_authoritys_cases_are_in_no_file(staff, gwynedd, two_authorities):
    own, other = make_case(gwynedd), make_case(two_authorities[1])

    rows = cells_of_csv(take(staff, "csv"))

    assert [row[0] for row in rows[1:]] == [own.reference]
    assert other.reference not in str(rows)


def test_first_it_is_asked_how_and_nothing_is_read_by_asking(staff, gwynedd):
    make_case(gwynedd, language="cy")

    page = staff.get(url("export"), {"language": "cy"}).content.decode()

    assert "1 case, as the list is filtered now." in page
    assert '<input type="hidden" name="language" value="cy">' in page
    assert not ReadLog.objects.exists()


def test_a_kind_of_file_that_we_do_not_make_is_refused_in_words(staff, gwynedd):
    make_case(gwynedd)

    answer = staff.get(url("export"), {"file": "pdf", "words": "en"})

    assert answer.status_code == 400
    assert "Nothing was downloaded." in answer.content.decode()
    assert not ReadLog.objects.exists()


def test_a_longer_cell_than_excel_opens_is_cut_visibly():
    rows = cells_of_xlsx(as_xlsx("A/B: [long]" * 9, ["x"], [["y" * 40_000]]))

    assert len(rows[1][0]) == LONGEST
    assert rows[1][0].endswith("y…")


def test_exporting_many_costs_as_few_queries_as_one(
    staff, gwynedd, django_assert_max_num_queries
):
    for number in range(12):
        make_case(gwynedd, display_name=f"Person {number}")

    with django_assert_max_num_queries(18):
        assert len(cells_of_csv(take(staff, "csv"))) == 13
