"""A campaign's papers are printed on one sheet of A4, with nothing cut away."""

import io
import re

import pytest
from django.contrib.staticfiles import finders
from pypdf import PdfReader

from sites.models import Service
from tests.applications.campaigning import make_campaign

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
LINKS = re.compile(r'<link rel="stylesheet"[^>]*>')
CUT = """() => [...document.querySelectorAll(".half")].filter(
    half => half.scrollHeight > half.clientHeight || half.scrollWidth > half.clientWidth
).length"""
LONG = "Independent Visitors of the Vale of Glamorgan and Rhondda Cynon Taf Together"


@pytest.mark.parametrize("paper", ["poster", "cards"])
def test_a_paper_of_a_service_with_a_long_name_is_one_page(
    gwynedd, staff, running_browser, paper
):
    Service.objects.filter(site=gwynedd).update(name_en=LONG, name_cy=LONG)
    answer = staff.get(f"/admin/campaigns/{paper}/{make_campaign(gwynedd).pk}/")
    page = running_browser.new_page()

    page.set_content(LINKS.sub("", answer.content.decode()))
    page.add_style_tag(path=finders.find("applications/sheet.css"))
    page.emulate_media(media="print")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    assert LONG in printed.pages[0].extract_text().replace("\n", " ")
    assert len(printed.pages) == 1
    assert [
        round(float(side) / 72 * 25.4) for side in printed.pages[0].mediabox[2:]
    ] == [210, 297]
    assert page.evaluate(CUT) == 0
    page.close()
