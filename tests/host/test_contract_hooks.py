"""A Wagtail hook of a plugin acts only where the plugin is on, or stops the start."""

import re
from pathlib import Path

import pytest
import wagtail
from django.http import Http404, HttpResponse
from django.urls import include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from cms.activation import enable
from cms.admin import site_hook
from cms.plugins import installed_plugins, loading
from cms.plugins.checks.hooks import hooks as check_hooks
from cms.plugins.hooks import HOOKS, Treatment, hook_called

pytestmark = pytest.mark.needs_plugin("fostering")


def of_fostering(fn):
    """The function as if it stood in a module of the example plugin."""
    fn.__module__ = "acme_fostering.wagtail_hooks"
    return fn


@pytest.fixture
def registry(monkeypatch):
    """Wagtail's registry, emptied of what a test registers."""
    kept = {name: list(entries) for name, entries in hooks._hooks.items()}
    monkeypatch.setattr(hooks, "_hooks", kept)
    return kept


@pytest.fixture
def on_and_off(two_authorities, rf):
    """A request to Gwynedd, where the plugin is on, and one to Devon, where not."""
    gwynedd, devon = two_authorities
    enable(site=gwynedd, label="fostering")
    return [rf.get("/admin/", SERVER_NAME=s.hostname) for s in (gwynedd, devon)]


def said_of_fostering():
    return [m.msg for m in check_hooks(installed_plugins()["fostering"])]


@pytest.mark.parametrize(
    "name", [name for name in HOOKS if HOOKS[name].treatment is not Treatment.FREE]
)
def test_a_hook_that_knows_nothing_of_sites_is_refused(registry, name):
    hooks.register(name, of_fostering(lambda *args: None))

    [message] = check_hooks(installed_plugins()["fostering"])

    assert message.id == "cms.E019"
    assert name in message.msg
    assert HOOKS[name].why in message.msg


def test_a_hook_nobody_has_thought_of_is_refused(registry):
    hooks.register("construct_the_future", of_fostering(lambda: None))

    [message] = said_of_fostering()

    assert "construct_the_future: not at all" in message


def test_a_hook_that_changes_nothing_anyone_sees_is_free(registry):
    hooks.register("register_icons", of_fostering(lambda icons: icons))
    hooks.register("construct_main_menu", lambda request, items: None)

    assert said_of_fostering() == []


def test_what_a_plugin_registers_is_its_own_wherever_it_stands(registry, monkeypatch):
    """A function of another package, registered while the plugin's was imported."""
    theirs = [("register_admin_urls", list)]
    monkeypatch.setattr(loading, "_registered", {"fostering": theirs})

    [message] = said_of_fostering()

    assert "registers builtins.list for register_admin_urls" in message


@pytest.mark.django_db
def test_a_site_hook_acts_only_where_its_plugin_is_on(registry, on_and_off):
    @site_hook("construct_main_menu")
    @of_fostering
    def add(request, items):
        items.append("fostering")

    @site_hook("before_serve_page")
    @of_fostering
    def serve(page, request, args, kwargs):
        return HttpResponse("mine")

    menus = [[] for _ in on_and_off]
    for request, items in zip(on_and_off, menus, strict=True):
        add(request, items)
    served = [serve(None, request, [], {}) for request in on_and_off]

    assert menus == [["fostering"], []]
    assert [getattr(answer, "content", None) for answer in served] == [b"mine", None]
    assert add in hooks.get_hooks("construct_main_menu")
    assert said_of_fostering() == []


@pytest.mark.django_db
def test_a_site_hook_of_buttons_asks_the_page(registry, on_and_off, two_authorities):
    @site_hook("register_page_listing_buttons")
    @of_fostering
    def buttons(page, user, next_url=None):
        return ["button"]

    homes = [site.root_page.specific for site in two_authorities]

    assert [buttons(page=home, user=None) for home in homes] == [["button"], []]


@pytest.mark.django_db
def test_a_site_hook_of_lists_gives_back_what_it_was_given(registry, on_and_off):
    @site_hook("construct_explorer_page_queryset")
    @of_fostering
    def none_of_them(parent, pages, request):
        return pages.none()

    everything = Page.objects.all()
    left = [none_of_them(None, everything, request) for request in on_and_off]

    assert [pages.exists() for pages in left] == [False, True]
    assert left[1] is everything


@pytest.mark.django_db
def test_the_entry_of_a_site_hook_is_shown_only_where_its_plugin_is_on(
    registry, on_and_off
):
    @site_hook("register_admin_menu_item")
    @of_fostering
    def entry():
        return MenuItem("Fostering", "/admin/fostering/")

    assert [entry().is_shown(request) for request in on_and_off] == [True, False]


@pytest.mark.django_db
def test_the_addresses_of_a_site_hook_are_404_where_its_plugin_is_off(
    registry, on_and_off
):
    def view(request):
        return HttpResponse("here")

    @site_hook("register_admin_urls")
    @of_fostering
    def addresses():
        return [path("one/", view), path("two/", include([path("", view)]))]

    one, two = addresses()
    for pattern in (one, two.url_patterns[0]):
        assert pattern.callback(on_and_off[0]).content == b"here"
        with pytest.raises(Http404):
            pattern.callback(on_and_off[1])


@pytest.mark.parametrize("name", ["register_admin_viewset", "insert_editor_js", "what"])
def test_a_hook_that_cannot_be_kept_to_a_site_says_so(registry, name):
    before = hooks.get_hooks(name)

    with pytest.raises(ValueError, match=re.escape(hook_called(name).why)):
        site_hook(name)(list)

    assert hooks.get_hooks(name) == before


@pytest.mark.django_db
def test_a_site_hook_that_is_told_no_site_does_nothing(registry, on_and_off):
    @site_hook("after_publish_page")
    @of_fostering
    def act(request, page):
        return "acted"

    assert act(None, None) is None
    assert act(on_and_off[0], None) == "acted"


def test_a_site_hook_stands_in_a_plugins_package(registry):
    with pytest.raises(ValueError, match="stands in no plugin"):
        site_hook("construct_main_menu")(lambda request, items: None)


def test_every_hook_that_wagtail_calls_is_in_the_table():
    """A new one in Wagtail's next version must be thought of before it is allowed."""
    folder = Path(wagtail.__file__).parent
    sources = [
        file.read_text("utf-8")
        for file in folder.rglob("*.py")
        if not {"test", "tests"} & set(file.relative_to(folder).parts)
    ]
    called = set(re.findall(r"get_hooks\(\s*\"(\w+)\"", "\n".join(sources)))

    assert len(called) > 30
    assert sorted(called - set(HOOKS)) == []
