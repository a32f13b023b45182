"""A case as a PDF: the whole case, fetched from nowhere, recorded as a print."""

import io
import sys

import pytest
from PIL import ImageFile
from pypdf import PdfReader

from cms import pdf
from cms.models import ReadLog
from forms.casework.services import write_note
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_weasyprint(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    pdf.is_possible.cache_clear()
    yield
    monkeypatch.undo()
    pdf.is_possible.cache_clear()


def test_it_says_what_the_page_says_with_welsh_letters_and_tags(
    staff, gwynedd, coordinator
):
    case = make_case(gwynedd, display_name="Siân Ŵyn o’r Tŷ")
    write_note(case=case, text="Rang her.", by=coordinator)

    answer = staff.get(url("pdf", case.pk))

    file = PdfReader(io.BytesIO(answer.content))
    words = " ".join(page.extract_text() for page in file.pages)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"].startswith("no-store")
    for text in (case.reference, "Siân Ŵyn o’r Tŷ", "Penwythnosau", "Rang her."):
        assert text in words
    assert file.trailer["/Root"]["/Lang"] == "en"
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert file.metadata.title == case.reference
    assert [(row.action, row.reference) for row in ReadLog.objects.all()] == [
        ("download", case.reference)
    ]


@pytest.mark.parametrize(
    "address", ["http://evil.example/x.png", "file:///etc/hostname"]
)
def test_making_one_fetches_nothing(monkeypatch, address):
    asked = []
    monkeypatch.setattr("socket.create_connection", lambda *a, **k: asked.append(a))

    made = pdf.as_pdf(
        f'<html lang="en"><title>t</title><img src="{address}" alt="x"><p>Here',
        style="casework/print.css",
    )

    page = PdfReader(io.BytesIO(made)).pages[0]
    assert "Here" in page.extract_text()
    assert asked == []
    assert not page.images


def test_another_authoritys_case_and_one_that_is_not_there_are_404(
    staff, gwynedd, two_authorities
):
    own, other = make_case(gwynedd), make_case(two_authorities[1])

    answers = [staff.get(url("pdf", pk)) for pk in (own.pk, other.pk, 999_999)]

    assert [answer.status_code for answer in answers] == [200, 404, 404]


def test_making_one_does_not_let_half_pictures_in(staff, gwynedd):
    assert staff.get(url("pdf", make_case(gwynedd).pk)).status_code == 200

    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def test_without_the_library_nothing_offers_it(staff, gwynedd, no_weasyprint):
    case = make_case(gwynedd)

    page = staff.get(url("case", case.pk)).content.decode()

    assert url("print", case.pk) in page
    assert url("pdf", case.pk) not in page
    assert staff.get(url("pdf", case.pk)).status_code == 404
    with pytest.raises(RuntimeError, match="no PDFs"):
        pdf.as_pdf("<p>x", style="casework/print.css")


def test_with_it_the_case_offers_it(staff, gwynedd):
    case = make_case(gwynedd)

    assert url("pdf", case.pk) in staff.get(url("case", case.pk)).content.decode()
