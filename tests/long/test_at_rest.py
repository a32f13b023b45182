"""What is on the disk after a day of work: nothing that anybody wrote, in the clear.

The real journeys, on the database file, cache, queue and files of base settings. Every
answer of free text is a word of its own, looked for afterwards wherever bytes lie.
"""

import base64
import logging
import signal
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult

from cms.models import OutboundEmail
from cms.settings import base
from cms.testing.searching_disk import Markers, search_files, search_rows
from forms.casework.models import Case
from forms.journeys.models import Draft
from tests.casework.factories import url
from tests.factories import make_staff
from tests.journeys.conftest import gwynedd
from tests.journeys.walking import Applicant
from tests.referrals.test_professional import MORE
from tests.referrals.walking import (
    ADULT,
    CARER,
    HEARD,
    YOUNG,
    Asker,
    carers_page_of,
    own_page_of,
    page_of,
)

__all__ = ["gwynedd"]
pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


class Pen:
    """Writes down every word that somebody enters."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._numbers = count(10)

    def word(self, end: str = "") -> str:
        self.written.append(f"Qŵx{next(self._numbers)}zarth")
        return f"{self.written[-1]}{end}"

    def address(self) -> str:
        self.written.append(f"qwx{next(self._numbers)}zarth@post.example")
        return self.written[-1]

    def phone(self) -> str:
        self.written.append(f"07700 90{next(self._numbers):04}")
        return self.written[-1]


@pytest.fixture
def disk(settings, tmp_path, transactional_db):
    """As base has it: the file, wiped pages, the cache's folder, the queue's table."""
    if connection.vendor != "sqlite":
        pytest.skip("looks into the file of SQLite")
    assert "secure_delete=ON" in base.DATABASES["default"]["OPTIONS"]["init_command"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
    settings.CACHES = {
        "default": {**base.CACHES["default"], "LOCATION": str(tmp_path / "cache")}
    }
    settings.TASKS = base.TASKS
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media").mkdir()
    log = logging.FileHandler(tmp_path / "log.txt")
    logging.getLogger().addHandler(log)
    level = logging.getLogger().level
    logging.getLogger().setLevel(logging.DEBUG)
    for name in ("django.db.backends", "asyncio"):  # Off outside of DEBUG.
        logging.getLogger(name).setLevel(logging.INFO)
    yield tmp_path
    logging.getLogger().setLevel(level)
    logging.getLogger().removeHandler(log)


def database_files() -> list[Path]:
    """The file and its log, as they lie there."""
    name = Path(connection.settings_dict["NAME"])
    return [path for path in (name, Path(f"{name}-wal")) if path.exists()]


def found(pen: Pen, disk: Path) -> dict[str, set[str]]:
    markers = Markers(pen.written)
    return search_files(markers, disk, *database_files()) | search_rows(markers)


def apply_in_two_parts(site, pen: Pen) -> None:
    person = Applicant(site)
    person.answer_part_one(
        name=pen.word(),
        email=pen.address(),
        phone=pen.phone(),
        why=pen.word(" a gwrando."),
        when_free_note=pen.word(),
        heard_words=pen.word(),
        go_on="now",
    )
    for slug, answers in {
        "experience": {"experience": pen.word()},
        "interests": {"interests_other": pen.word()},
        "languages": {"other_languages": pen.word()},
        "travel": {"travel_note": pen.word()},
        "whom-to-visit": {"visit_wishes": pen.word()},
        "referees": {"referees": "now"},
        "first-referee": referee(1, pen),
        "second-referee": referee(2, pen),
        "adjustments": {"adjustments": pen.word()},
        "checks": {},
    }.items():
        answer = person.answer(slug, **answers)
        assert answer.status_code == 302, (slug, answer.content.decode())
    person.send()


def referee(number: int, pen: Pen) -> dict[str, str]:
    return {
        f"referee_{number}_name": pen.word(),
        f"referee_{number}_relation": "friend",
        f"referee_{number}_email": pen.address(),
        f"referee_{number}_same_address": "no",
    }


def ask_for_a_visitor(client_at, site, pen: Pen) -> None:
    """A professional with all that the second part asks, a carer, a young person."""
    reach = {**ADULT["reach"], "name": pen.word(), "phone": pen.phone()}
    says = {"child_says": "shows_without_words", "how_shown": pen.word()}
    Asker(client_at(site), page_of(site, "en")).go(
        {
            **HEARD,
            "reach": {**reach, "email": pen.address()},
            "child": {**ADULT["child"], "child_name": pen.word()},
            "who_explained": {**HEARD["who_explained"], "explained_by": pen.word()},
            "says": says,
            "heard": {**HEARD["heard"], "heard_by": pen.word()},
            **MORE,
            "ring": {**ADULT["ring"], "go_on": "now"},
            "place": {**MORE["place"], "district": pen.word()},
            "parents": {**MORE["parents"], "who_decided": pen.word()},
        }
    )
    Asker(client_at(site), carers_page_of(site, "cy")).go(
        {
            **CARER,
            "you": {**CARER["you"], "name": pen.word(), "email": pen.address()},
            "child": {**CARER["child"], "child_name": pen.word()},
            "worker": {"worker_name": pen.word(), "worker_email": pen.address()},
        }
    )
    adult = {"adult_name": pen.word(), "adult_phone": pen.phone()}
    Asker(client_at(site), own_page_of(site, "cy")).go(
        {
            **YOUNG,
            "me": {**YOUNG["me"], "call_me": pen.word()},
            "reach_me": {**YOUNG["reach_me"], "reach_me": "grown_up", **adult},
            "worry": {"worry": "yes", "worry_phone": pen.phone()},
        }
    )


def stop_half_way_and_err(site, pen: Pen) -> None:
    """Somebody who goes away, and whose last answer was refused."""
    person = Applicant(site)
    for slug in ("your-language", "postcode", "where-you-live", "your-age"):
        person.answer(slug)
    person.answer("independence")
    person.answer("contact", name=pen.word(), email=pen.address())
    refused = person.answer("contact", name=pen.word(), email=pen.word("@"))
    assert refused.status_code != 302


def work_on(staff, case: Case, kind: str, pen: Pen) -> None:
    """Read, note, write and search, as a coordinator does."""
    pk = case.pk
    staff.get(url("case", pk, kind=kind))
    note = {"text": pen.word(" ffoniodd."), "token": str(uuid4())}
    assert staff.post(url("note", pk, kind=kind), note).status_code == 302
    letter = {
        "token": str(uuid4()),
        "written_in": "cy",
        "subject": pen.word(),
        "body": pen.word("\n\nHwyl"),
    }
    letters = url("letter", pk, "ring", kind=kind)
    assert staff.post(letters, letter).status_code == 302
    for words in (case.display_name, case.email, pen.word()):
        staff.post(url("index", kind=kind), {"q": words})
    staff.get(url("index", kind=kind))


def take_calls(staff, pen: Pen) -> None:
    for reach in (pen.phone(), pen.address()):
        said = {"name": pen.word(), "reach": reach, "wish": "cy"}
        answer = staff.post(url("call"), {**said, "token": str(uuid4())})
        assert answer.status_code == 302
    refused = {"name": pen.word(), "reach": pen.word(), "wish": "cy"}
    assert staff.post(url("call"), {**refused, "token": "none"}).status_code != 302


def a_day_of_work(site, client_at, pen: Pen) -> None:
    apply_in_two_parts(site, pen)
    ask_for_a_visitor(client_at, site, pen)
    stop_half_way_and_err(site, pen)
    staff = client_at(site, make_staff(site, "coordinator"))
    take_calls(staff, pen)
    for case in Case.objects.exclude(email=""):
        if case.stage != "enquiry":
            work_on(staff, case, case.kind, pen)
    before = {sign: signal.getsignal(sign) for sign in (signal.SIGINT, signal.SIGTERM)}
    call_command("db_worker", batch=True, interval=0, startup_delay=False)
    for sign, handler in before.items():
        signal.signal(sign, handler)  # The worker leaves its own behind.


def test_nothing_that_anybody_entered_lies_open_and_what_does_is_found(
    gwynedd, client_at, disk
):
    pen = Pen()
    a_day_of_work(gwynedd, client_at, pen)

    assert len(pen.written) >= 50
    assert DBTaskResult.objects.exists()
    assert [*(disk / "cache").iterdir()]
    assert (disk / "log.txt").stat().st_size
    assert Draft.objects.exists()
    assert OutboundEmail.objects.filter(status="sent").exists()
    assert Session.objects.exists()
    assert found(pen, disk) == {}

    word = pen.written[0]
    cache.set("planted", {"name": word})
    logging.getLogger("planted").warning("Kept by %s", pen.written[1].upper())
    (disk / "media" / "planted.eml").write_bytes(base64.b64encode(f"a{word}".encode()))
    gwynedd.site_name = pen.written[2]
    gwynedd.save()
    places = found(pen, disk)

    assert {Path(place).suffix or place for place in places} == {
        *(".djcache", ".txt", ".eml"),
        *("wagtailcore_site", Path(database_files()[-1]).suffix),
    }
    gwynedd.site_name = ""
    gwynedd.save()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert search_files(Markers(pen.written), *database_files()) == {}
