"""What people asked for and did not find: counted without them, shown, and mended."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.publishing import own_words
from cms.roles import Role
from cms.spoken_codes import check_sign
from sites.broken_links import missed, noticing
from sites.broken_links.jobs import (
    NotEverySite,
    at_each,
    forget_missed,
    write_down_missed,
)
from sites.broken_links.models import MissedPath
from sites.broken_links.telling import is_telling
from sites.upkeep.week import this_week
from tests.factories import home_of, make_service, make_staff

LISTED = "/admin/broken-links/"
ELSEWHERE = {"referer": "https://www.cyngor.example/cy/gofal?q=Marged"}
NAMES = [
    *("/volunteer", "/en/our-visitors/", "/cy/newyddion/2019/05/", "/cy/tŷ-agored/"),
    *("/OurVisitors.aspx", "/documents/12/guide-2024.pdf", "/en/covid19/"),
    *("/cy/ymddwyn/", "/en/our-new-page/", "/cy/pwy-ydym-ni/"),
]
SECRETS = [
    "/en/draft/eyJwIjoxMjN9:1uXk2a:Zk3bQ/",
    "/cy/gwahoddiad/1f0c9c52-7a0e-4b39-8b54-0a3c2f6dd2f1/",
    "/en/gwahoddiad/pQwXzRtYvBnMkLjHgFdS/",
    "/en/apply/GW-4K7P-29QD/",
    "/en/apply/KQJXPZ/",
    "/en/GWY-KMP-RVWX/",
    "/en/about-gwy-kmp-rvwx.pdf",
    "/en/gwykmprvw9/".replace("9", check_sign("KMPRVW").lower()),
    "/en/kmpr-vwxy-hjk/",
    "/en/2010-05-12/",
    "/en/01632-960-123/",
    "/en/call/01632960123/",
    "/en/mail/marged@post.example/",
    "/en/marged ffug/",
    "/en/name=marged/",
    "/en/supercalifragilisticexpialidocious/",
    "/wp-login.php",
    "/.env",
    "/index.php",
    "/admin/nothing/",
    "/en/" + "deep/" * 8,
    "/en/" + "long-name-" * 25,
]


@pytest.fixture
def gwynedd(started: None) -> Site:
    return make_service("gwynedd")


def paths(client: Any, show: str = "in") -> list[str]:
    page = BeautifulSoup(client.get(f"{LISTED}?show={show}").text, "html.parser")
    return [row.get_text(strip=True) for row in page.select(".iv-upkeep th[scope=row]")]


def editor_of(site: Site, client_at: Any) -> Any:
    return client_at(site, make_staff(site, Role.EDITOR))


@pytest.mark.parametrize("path", NAMES)
def test_what_reads_like_the_name_of_a_page_is_kept(path: str) -> None:
    assert is_telling(path)


@pytest.mark.parametrize("path", SECRETS)
def test_what_could_be_a_secret_a_person_or_a_probe_is_not(path: str) -> None:
    assert not is_telling(path)


@pytest.mark.usefixtures("at_once")
def test_links_and_repeats_are_counted_at_their_own_service_without_who_asked(
    gwynedd: Site, client_at: Any
) -> None:
    devon = make_service("devon")
    public = client_at(gwynedd)
    for _time in range(2):
        assert public.get("/en/old/?email=marged@post.example").status_code == 404
    public.get("/cy/dolen/", headers=ELSEWHERE)
    public.get("/cy/dolen/", headers={"referer": f"{gwynedd.root_url}/cy/"})
    public.get("/en/once/")
    public.get("/en/robot/", headers={**ELSEWHERE, "user-agent": "Googlebot/2.1"})
    public.post("/en/sent/", headers=ELSEWHERE)
    form = home_of(gwynedd, "en").get_descendants().get(starter__key="apply")
    public.get(f"{form.get_url()}resume/", headers=ELSEWHERE)
    client_at(devon).get("/en/theirs/", headers=ELSEWHERE)

    assert paths(editor_of(gwynedd, client_at)) == ["/cy/dolen", "/en/old"]
    assert paths(editor_of(devon, client_at)) == ["/en/theirs"]
    linked = MissedPath.objects.get(path="/cy/dolen")
    assert (linked.times, linked.times_from_here) == (2, 1)
    kept = f"{MissedPath.objects.values()} {noticing.waiting(gwynedd.pk)}"
    assert not any(word in kept for word in ("marged", "Marged", "cyngor.example"))
    public.get("/en/once/")
    write_down_missed()
    assert MissedPath.objects.get(path="/en/once").times == 2


@pytest.mark.usefixtures("at_once")
def test_what_lacks_its_last_slash_is_found_and_what_a_form_answers_is_not_kept(
    gwynedd: Site, client_at: Any
) -> None:
    public = client_at(gwynedd)
    page = home_of(gwynedd, "en").get_descendants().get(starter__key="faq")
    for path in (f"/en/{page.slug}", "/en/apply/resume/kept"):
        answer = public.get(path, headers=ELSEWHERE)
        assert (answer.status_code, answer.headers["Location"]) == (301, f"{path}/")
        public.get(answer.headers["Location"], headers=ELSEWHERE)
    assert noticing.waiting(gwynedd.pk) == {}

    public.get(public.get("/en/old").headers["Location"], headers=ELSEWHERE)
    public.get("/OurVisitors.aspx", headers=ELSEWHERE)

    assert set(noticing.waiting(gwynedd.pk)) == {"/en/old", "/OurVisitors.aspx"}


@pytest.mark.usefixtures("at_once")
def test_where_somebody_came_from_may_be_nonsense(
    gwynedd: Site, client_at: Any
) -> None:
    answer = client_at(gwynedd).get("/en/old/", headers={"referer": "http://[x"})

    assert answer.status_code == 404
    assert not noticing.waiting(gwynedd.pk)["/en/old"].is_linked


def test_a_service_where_it_fails_stops_no_other() -> None:
    done = []

    def act(site: Site) -> None:
        done.append(10 // (site.pk - 1))

    with pytest.raises(NotEverySite):
        at_each([Site(pk=1), Site(pk=2)], act)
    assert done == [10]


def test_what_is_read_in_the_other_language_was_found(
    gwynedd: Site, client_at: Any
) -> None:
    page = home_of(gwynedd, "en").get_descendants().get(starter__key="faq")
    twin = home_of(gwynedd, "cy").get_descendants().get(starter__key="faq")
    with own_words():
        twin.specific.unpublish()

    answer = client_at(gwynedd).get(twin.get_url(), headers=ELSEWHERE)

    assert (answer.status_code, page.title in answer.text) == (404, True)
    assert noticing.waiting(gwynedd.pk) == {}


@pytest.mark.usefixtures("at_once")
def test_visitors_are_sent_on_from_the_row(gwynedd: Site, client_at: Any) -> None:
    public, editor = client_at(gwynedd), editor_of(gwynedd, client_at)
    public.get("/cy/tŷ/", headers=ELSEWHERE)
    page = BeautifulSoup(editor.get(f"{LISTED}?show=in").text, "html.parser")
    link = page.select_one("a[href*=old_path]")["href"]
    form = BeautifulSoup(editor.get(link).text, "html.parser")
    old_path = form.select_one("input[name=old_path]")["value"]

    home = home_of(gwynedd, "cy")
    editor.post(
        link, {"old_path": old_path, "is_permanent": "on", "redirect_page": home.pk}
    )

    assert old_path == "/cy/tŷ"
    assert public.get("/cy/tŷ/").headers["Location"] == home.get_url()
    assert paths(editor) == []
    translator = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))
    Redirect.objects.all().delete()
    assert paths(translator) == ["/cy/tŷ"]
    assert "old_path" not in translator.get(f"{LISTED}?show=in").text


@pytest.mark.usefixtures("at_once")
def test_one_is_left_out_and_listed_again_by_its_own_service_alone(
    gwynedd: Site, client_at: Any
) -> None:
    row = MissedPath.objects.create(
        site=gwynedd, path="/en/old", times=9, last_on=timezone.localdate()
    )
    editor = editor_of(gwynedd, client_at)
    theirs = editor_of(make_service("devon"), client_at)
    leave = {"missed": row.pk, "do": "leave"}

    refused = theirs.post(LISTED, leave)
    odd = [
        editor.post(LISTED, {"missed": pk, "do": "leave"}).status_code
        for pk in ("x", "9" * 19, "9" * 5000)
    ]
    before = (paths(editor), len(this_week(make_staff(gwynedd, Role.EDITOR), gwynedd)))
    editor.post(LISTED, leave)
    after = (paths(editor), len(this_week(make_staff(gwynedd, Role.EDITOR), gwynedd)))

    assert (refused.status_code, *odd) == (404, 404, 404, 404)
    assert (before, after) == ((["/en/old"], 1), ([], 0))
    assert paths(editor, "left") == ["/en/old"]
    editor.post(LISTED, {"missed": row.pk, "do": "list"})
    assert paths(editor) == ["/en/old"]
    coordinator = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))
    assert coordinator.get(LISTED).status_code == 404


def test_the_screen_and_its_files_ask_the_same_for_one_and_for_many(
    gwynedd: Site, client_at: Any
) -> None:
    editor, today = editor_of(gwynedd, client_at), timezone.localdate()
    names = (f"/en/old-{number}" for number in range(5))
    MissedPath.objects.create(site=gwynedd, path=next(names), last_on=today)
    editor.get(f"{LISTED}?show=in")
    with CaptureQueriesContext(connection) as few:
        editor.get(f"{LISTED}?show=in")
    MissedPath.objects.bulk_create(
        MissedPath(site=gwynedd, path=path, last_on=today) for path in names
    )
    with CaptureQueriesContext(connection) as many:
        editor.get(f"{LISTED}?show=in")

    assert len(many) == len(few)
    assert f"{gwynedd.root_url}/en/old-4,1,0," in editor.get(
        f"{LISTED}?show=in&export=csv"
    ).content.decode("utf-8-sig")
    assert editor.get(f"{LISTED}?show=in&export=xlsx").content.startswith(b"PK")


@pytest.mark.usefixtures("at_once")
def test_a_storm_fills_little_and_asks_the_database_nothing(
    gwynedd: Site, client_at: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noticing, "MOST_WAITING", 3)
    monkeypatch.setattr(missed, "MOST", 2)
    MissedPath.objects.create(
        site=gwynedd, path="/en/wanted", times=40, last_on=timezone.localdate()
    )
    public = client_at(gwynedd)
    public.get("/en/nothing/")
    with CaptureQueriesContext(connection) as quiet:
        public.get("/en/nothing/", headers={"user-agent": "a bot"})
    with CaptureQueriesContext(connection) as counted:
        public.get("/en/nothing/", headers=ELSEWHERE)
    for word in ("ash", "oak", "elm", "yew"):
        public.get(f"/en/{word}/", headers=ELSEWHERE)

    write_down_missed()

    kept = set(MissedPath.objects.values_list("path", flat=True))
    assert len(counted) == len(quiet)
    assert len(kept) <= 3
    assert "/en/wanted" in kept


@pytest.mark.usefixtures("at_once")
def test_it_is_forgotten_when_nobody_asks_any_more(gwynedd: Site) -> None:
    today = timezone.localdate()
    for days in (89, 91):
        day = today - dt.timedelta(days=days)
        MissedPath.objects.create(site=gwynedd, path=f"/en/{days}", last_on=day)

    forget_missed()

    assert list(MissedPath.objects.values_list("path", flat=True)) == ["/en/89"]
