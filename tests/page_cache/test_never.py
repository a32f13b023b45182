"""What is never kept, and what a dead cache costs: time, and nothing else."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.test.utils import override_settings
from wagtail.models import PageViewRestriction, Site

from cms import epochs
from cms.page_cache import watching
from cms.roles import Role
from tests.factories import home_of, make_service, make_staff
from tests.page_cache.reading import is_kept, is_warm, read

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("cached")]
HOME = ("gwynedd", "/cy/")


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    return make_service("gwynedd")


NEVER = (
    "/cy/dim-byd/",
    "/cy/?x=1",
    "/cy/?page=2",
    "/cy/gwneud-cais/eich-iaith/",
    "/cy/gofyn/pwy/",
    "/cy/search/?q=ymwelydd",
    "/sitemap.xml",
    "/admin/",
    "/account/login/",
)


def test_only_what_is_the_same_for_everybody_is_kept(gwynedd: Site) -> None:
    kept = [path for path in NEVER if is_kept(gwynedd, path)]

    assert kept == []
    assert is_kept(gwynedd, "/cy/")
    assert is_kept(gwynedd, "/cy/gwneud-cais/")
    assert is_warm(("gwynedd", "/cy/?utm_source=newsletter"))


def test_a_draft_s_cookie_changes_nothing_and_a_session_goes_past(
    gwynedd: Site, settings: Any
) -> None:
    read(HOME)
    client = Client(SERVER_NAME=gwynedd.hostname)
    client.cookies["csrftoken"] = client.cookies["iv_draft"] = "x"
    signed_in = Client(SERVER_NAME=gwynedd.hostname)
    signed_in.force_login(make_staff(gwynedd, Role.MANAGER))

    assert "Surrogate-Key" in client.get("/cy/").headers
    assert "Surrogate-Key" not in signed_in.get("/cy/").headers
    assert "Surrogate-Key" not in read(HOME, headers={"Authorization": "x"}).headers
    assert "Surrogate-Key" not in signed_in.post("/cy/").headers


@pytest.mark.parametrize("kind", ["password", "login"])
def test_a_private_page_is_never_kept_nor_what_is_below_it(
    gwynedd: Site, kind: str
) -> None:
    read(("gwynedd", "/cy/gwneud-cais/"))
    door = PageViewRestriction.objects.create(
        page=home_of(gwynedd, "cy"), restriction_type=kind, password="secret"
    )

    assert not is_kept(gwynedd, "/cy/")
    assert not is_kept(gwynedd, "/cy/gwneud-cais/")
    door.delete()
    assert is_kept(gwynedd, "/cy/")


def test_what_a_page_sets_aside_for_one_reader_is_not_kept(
    gwynedd: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = type(home_of(gwynedd, "cy"))
    serve = page.serve

    def private(how: str) -> Any:
        def served(self: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
            answer: HttpResponse = serve(self, request, *args, **kwargs)
            if how == "session":
                request.session.get("x")
            elif how == "cookie":
                answer.set_cookie("x", "1")
            elif how == "token":
                get_token(request)
            elif how == "nonce":
                str(request.csp_nonce)
            else:
                answer.headers["Cache-Control"] = how
            return answer

        return served

    for how in ("session", "cookie", "token", "nonce", "private", "no-store"):
        monkeypatch.setattr(page, "serve", private(how))
        assert (how, is_kept(gwynedd, "/cy/")) == (how, False)


def test_public_pages_ask_neither_who_reads_nor_for_a_session(
    gwynedd: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*args: Any) -> AnonymousUser:
        raise AssertionError("A public page asked who reads it.")

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", nobody)
    paths = ["/cy/", "/en/", "/cy/gwneud-cais/", "/cy/gofyn/"]
    for path in paths:
        answer = read(("gwynedd", path))
        assert answer.status_code == 200
        vary = {word.strip() for word in answer.headers.get("Vary", "").split(",")}
        assert not vary & {"Cookie", "Accept-Language"}


def test_an_answer_says_how_long_it_is_true_and_what_is_the_same_is_not_sent_again(
    gwynedd: Site,
) -> None:
    first, packed = read(HOME), read(HOME, headers={"Accept-Encoding": "gzip"})
    tag = first.headers["ETag"]
    same = read(HOME, headers={"If-None-Match": tag})
    head = Client(SERVER_NAME=gwynedd.hostname).head("/cy/")

    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert first.headers["Vary"] == "Accept-Encoding"
    assert first.headers["Surrogate-Key"] == f"site-{gwynedd.pk} network"
    assert first.headers["Content-Language"] == "cy"
    assert first.headers["Content-Security-Policy"]
    assert (same.status_code, same.content, same.headers["ETag"]) == (304, b"", tag)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) == len(packed.content)
    assert len(packed.content) < len(first.content) / 2
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == first.headers["Content-Length"]


class Dead(LocMemCache):
    """A cache behind a cable that somebody pulled."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        raise ConnectionError

    set = add = get_many = set_many = get


def test_a_dead_cache_delays_and_breaks_nothing_and_hears_later_what_changed(
    gwynedd: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epochs, "PAUSE", 0)
    before = read(HOME).text
    dead = {
        name: {"BACKEND": f"{__name__}.Dead", "LOCATION": "dead"}
        for name in ("default", "pages")
    }
    with override_settings(CACHES=dead):
        assert read(HOME).text == before
        home = home_of(gwynedd, "cy")
        home.title = "Newydd sbon"
        home.save_revision().publish()
        assert "Newydd sbon" in read(HOME).text

    assert "Newydd sbon" in read(HOME).text
    assert is_warm(HOME)


def test_the_few_models_are_known_whose_rows_every_service_shows() -> None:
    everywhere = {
        model._meta.label
        for model in apps.get_models()
        if watching.may_show(model)
        and not {"site", "page", "path", "collection", "hostname"}
        & {field.name for field in model._meta.get_fields()}
    } | set(watching.EVERYWHERE)

    assert everywhere == {
        "authorities.Authority",
        "cms.NationalText",
        "cms.SameWords",
        "cms.siteprofile",
        "wagtailcore.Locale",
        "wagtailcore.site",
    }
