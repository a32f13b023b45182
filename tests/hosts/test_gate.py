"""Which host answers what: aliases lead on, languages have theirs, others get 404."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.addresses import root_paths
from sites.hosts import Kind, add_name, remove_name
from sites.models import HostAlias
from tests.factories import make_hub, make_service
from tests.hosts.factories import CANONICAL, ENGLISH, OLD, WELSH, with_language_hosts

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    return with_language_hosts()


def asked(host: str, path: str, method: str = "GET", **headers: Any) -> tuple[int, str]:
    """The status, and where it leads."""
    client = Client(SERVER_NAME=host, raise_request_exception=False)
    answer = client.generic(method, path, **headers)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", f"http://{WELSH}/cy/"),
        ("/?o=1&i=%C5%B5", f"http://{WELSH}/cy/?o=1&i=%C5%B5"),
        ("/newyddion/", f"http://{WELSH}/cy/newyddion/"),
        ("/cy/newyddion/?page=2", f"http://{WELSH}/cy/newyddion/?page=2"),
        ("/en/news/", f"http://{ENGLISH}/en/news/"),
        ("/admin/", f"http://{CANONICAL}/admin/"),
        ("/sitemap.xml", f"http://{CANONICAL}/sitemap.xml"),
        ("/\\evil.example", f"http://{WELSH}/cy/%5Cevil.example"),
    ],
)
def test_an_alias_leads_on_with_path_and_query(
    gwynedd: Site, path: str, target: str
) -> None:
    assert asked(OLD, path) == (301, target)
    assert asked(OLD, path, "HEAD") == (301, target)
    assert asked(OLD, path, "POST") == (308, target)
    assert asked(OLD, path, "DELETE") == (308, target)


def test_a_redirect_is_not_kept_for_good(gwynedd: Site) -> None:
    answer = Client(SERVER_NAME=OLD).get("/")

    assert answer.headers["Cache-Control"] == "max-age=3600"


def test_an_alias_of_a_service_with_one_host_leads_to_it(gwynedd: Site) -> None:
    devon = make_service("devon")
    add_name(site=devon, hostname="dyfnaint.localhost", language="cy")

    assert asked("dyfnaint.localhost", "/") == (301, "http://devon.localhost/cy/")
    assert asked("dyfnaint.localhost", "/en/x/") == (
        301,
        "http://devon.localhost/en/x/",
    )


@pytest.mark.parametrize(
    ("host", "path", "status", "target"),
    [
        (WELSH, "/cy/", 200, ""),
        (ENGLISH, "/en/", 200, ""),
        (WELSH, "/en/", 301, f"http://{ENGLISH}/en/"),
        (ENGLISH, "/cy/?a=1", 301, f"http://{WELSH}/cy/?a=1"),
        (CANONICAL, "/cy/", 301, f"http://{WELSH}/cy/"),
        (CANONICAL, "/en/find/", 301, f"http://{ENGLISH}/en/find/"),
        (ENGLISH, "/cy/dim/", 301, f"http://{WELSH}/cy/dim/"),
        (WELSH, "/", 302, "/cy/"),
        (ENGLISH, "/", 302, "/en/"),
        (WELSH, "/admin/pages/", 301, f"http://{CANONICAL}/admin/pages/"),
        (CANONICAL, "/admin/login/", 302, "/account/login/"),
        (WELSH, "/favicon.ico", 302, "/static/theme/mark.ico"),
    ],
)
def test_each_language_is_read_on_its_own_host(
    gwynedd: Site, host: str, path: str, status: int, target: str
) -> None:
    english_reader = {"headers": {"accept-language": "en"}}
    if host == ENGLISH:
        english_reader = {"headers": {"accept-language": "cy"}}

    assert asked(host, path, **english_reader) == (status, target)


def test_what_is_sent_is_answered_where_it_was_sent(gwynedd: Site) -> None:
    status, target = asked(ENGLISH, "/cy/", "POST")

    assert (status, target) in [(405, ""), (200, "")]
    assert asked(WELSH, "/admin/login/", "POST") == (
        308,
        f"http://{CANONICAL}/admin/login/",
    )


def test_one_language_alone_may_have_a_host(provisioned: None) -> None:
    site = make_service("gwynedd")
    alias = add_name(site=site, hostname=WELSH, language="cy", kind=Kind.SERVES)

    assert asked(CANONICAL, "/en/")[0] == 200
    assert asked(CANONICAL, "/cy/") == (301, f"http://{WELSH}/cy/")
    assert asked(WELSH, "/en/") == (301, f"http://{CANONICAL}/en/")

    remove_name(alias=alias)

    assert asked(CANONICAL, "/cy/")[0] == 200
    assert asked(WELSH, "/cy/")[0] == 404


def test_a_port_that_only_a_proxy_knows_changes_nothing(gwynedd: Site) -> None:
    answer = Client(SERVER_NAME=WELSH, SERVER_PORT="8431").get("/cy/")

    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/", "/en/", "/admin/login/", "/robots.txt", "/x"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_an_unknown_host_gets_a_plain_page_that_leads_to_the_hub(
    gwynedd: Site, path: str, method: str
) -> None:
    client = Client(SERVER_NAME="nobody-of-ours.example")
    answer = client.generic(method, path)

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    if method != "HEAD":
        for words in (
            "Nid oes gwasanaeth yn y cyfeiriad hwn",
            "There is no service at this address",
            'href="http://hub.localhost/cy/"',
            'href="http://hub.localhost/en/"',
            "999",
        ):
            assert words in answer.text
    assert "nobody-of-ours" not in answer.text + str(answer.headers)
    assert answer.cookies == {}


def test_nothing_stands_before_the_gate(settings: Any) -> None:
    """Where any host is let through to us, nothing may see it before the gate has."""
    assert settings.MIDDLEWARE[0] == "cms.hosts.HostGate"
    assert not settings.USE_X_FORWARDED_HOST


def test_without_a_hub_the_page_leads_nowhere(provisioned: None) -> None:
    make_hub().delete()

    answer = Client(SERVER_NAME="nobody.example").get("/")

    assert (answer.status_code, "<a " in answer.text) == (404, False)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "a b",
        "gwynedd.localhost@evil.example",
        "gwynedd.localhost/evil.example",
        "gwynedd.localhost:80:80",
        "gwynedd.localhost:port",
        "gwynedd.localhost\x00",
        "gwynedd_.localhost",
        "[::1",
        "évil.example",
        "<script>alert(1)</script>",
        "x" * 3000 + "/",
    ],
)
def test_a_malformed_host_is_refused_in_both_languages(
    gwynedd: Site, host: str
) -> None:
    answer = Client().get("/en/", headers={"host": host})

    assert answer.status_code in (400, 404)
    assert "<script>alert" not in answer.text
    assert "evil" not in answer.text + str(answer.headers)
    assert "999" in answer.text


def test_a_dot_at_the_end_and_capitals_are_the_same_host(gwynedd: Site) -> None:
    for name in (f"{WELSH}.", WELSH.upper()):
        assert asked(name, "/cy/")[0] == 200


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "X-Host", "Forwarded"])
def test_no_other_header_names_the_host(gwynedd: Site, name: str) -> None:
    client = Client(SERVER_NAME=WELSH)
    for path in ("/cy/", "/", "/sitemap.xml", "/robots.txt"):
        answer = client.get(path, headers={name: "evil.example"})

        assert "evil.example" not in answer.text + str(answer.headers)


def test_a_name_in_use_as_a_canonical_host_is_nobody_s_alias(gwynedd: Site) -> None:
    row = HostAlias.objects.get(hostname=ENGLISH)
    row.hostname = "devon.localhost"
    row.save()

    assert asked("devon.localhost", "/en/")[0] == 200
    assert "http://devon.localhost" in {p.root_url for p in root_paths()}
    assert asked("gwynedd.localhost", "/en/")[0] == 200


def test_an_answer_asks_no_more_for_a_host_of_a_language(
    gwynedd: Site,
) -> None:
    def cost(host: str) -> int:
        client = Client(SERVER_NAME=host)
        client.get("/cy/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/cy/").status_code == 200
        return len(queries)

    with_hosts = cost(WELSH)
    HostAlias.objects.all().delete()

    assert with_hosts == cost(CANONICAL)
