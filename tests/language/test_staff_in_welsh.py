"""What staff and whoever tries the demonstration read in Welsh, files among it."""

import csv
import datetime as dt
import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from cms.mail import queue_mail
from cms.mail.message import message_of
from cms.mail.rendering import rendered
from cms.roles import Role
from sites.demo.mailbox import EmlBackend, all_mail
from sites.models import Authority
from sites.parity.services import publish_alone
from tests.casework.factories import make_case
from tests.casework.factories import url as url_of
from tests.factories import make_service, make_staff
from tests.language.english import is_english
from tests.language.hearing import hearing
from tests.language.judging import english_pages, english_parts
from tests.parity.drafts import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    with hearing() as heard:
        yield heard


@pytest.fixture
def gwynedd(with_forms):
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


def rows_of(answer):
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_the_board_and_the_year_s_evidence(heard, gwynedd, client_at):
    page = draft(gwynedd, slug="the-visits-of-spring")
    publish_alone(
        page=page,
        by=None,
        due_at=timezone.now() + dt.timedelta(days=2),
        reason="Rhybudd o lifogydd.",
        is_urgent=True,
    )
    reader = make_staff(gwynedd, Role.TRANSLATOR, preferred_language="cy")
    client = client_at(gwynedd, reader)

    board = client.get("/admin/parity/").text
    report = client.get("/admin/parity/report/").text
    table = client.get("/admin/parity/report.csv")

    own = BeautifulSoup(board, "html.parser").select_one(".iv-features")
    assert page.title in own.get_text()
    assert "Rhybudd brys" in report
    assert english_parts(f'<div lang="cy">{own}</div>', report) == []
    cells = {cell for row in rows_of(table) for cell in row} - {page.title}
    assert "Rhybudd brys" in cells
    assert [cell for cell in cells if is_english(cell)] == []
    assert heard.english() == []


@pytest.mark.parametrize(
    ("kind", "name"), [("applications", "ceisiadau"), ("referrals", "ceisiadau-am")]
)
def test_the_inbox_s_table_has_welsh_headings_values_and_name(
    heard, gwynedd, client_at, kind, name
):
    case = make_case(gwynedd, kind=kind, spoken_language="either", flags=["worry"])
    reader = make_staff(gwynedd, Role.COORDINATOR, preferred_language="cy")

    asked = {"file": "csv", "words": "cy"}
    answer = client_at(gwynedd, reader).get(url_of("export", kind=kind), asked)

    cells = {cell for row in rows_of(answer) for cell in row}
    assert {"Newydd", "Cymraeg", case.reference} <= cells
    assert [cell for cell in cells if is_english(cell)] == []
    assert f'filename="{name}' in answer.headers["Content-Disposition"]
    assert heard.english() == []


def test_the_demonstration_s_own_pages(heard, gwynedd, settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    for language in ("both", "en", "cy"):
        mail = queue_mail(
            site=gwynedd,
            to="mari@post.example",
            template="casework/new_case",
            language=language,
            context={"reference": "GWY-1", "urgent": [], "url": "http://x.example/"},
        )
        EmlBackend().send_messages([message_of(rendered(mail))])
    names = [mail.name for mail in all_mail()]
    client = Client(SERVER_NAME=gwynedd.hostname)

    answers = [
        Client(SERVER_NAME="localhost").get("/cy/"),
        *(client.get(f"/cy/demo/{path}/") for path in ("mailbox", "production")),
        *(client.get(f"/cy/demo/mailbox/{name}/") for name in names),
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert len(names) == 3
    assert heard.english() == []
    assert english_pages(answers) == {}
