"""What the front door shows: places to see, people to be, and a walk through both."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.visibility import visible_pages
from sites.demo.loading import people
from sites.demo.places import DEMO_SITES, DemoSite
from sites.models import Service

HERE, HUB = "gwynedd.localhost", "hub.localhost"


@dataclass(frozen=True)
class Step:
    """One step of the walk."""

    title: str
    text: str
    url: str


def sites_shown() -> list[dict[str, Any]]:
    """The three sites: name in the reader's language, address, picture."""
    language = get_language() or "en"
    found = {site.hostname: site for site in Site.objects.all()}
    return [
        {
            "key": demo.key,
            "name": _service_name(found[demo.hostname], language),
            "url": f"{found[demo.hostname].root_url}/",
            "picture": f"demo/{demo.key}.svg",
            "text": _about(demo),
        }
        for demo in DEMO_SITES
        if demo.hostname in found
    ]


def staff_shown() -> list[dict[str, Any]]:
    """Everybody one can be, under the site where they work, with a link that signs in.

    The link leads to the site's own host, since a session belongs to one host.
    """
    language = get_language() or "en"
    groups = []
    for shown in sites_shown():
        members = [
            {
                "name": person["title"][language],
                "email": person["email"],
                "url": sign_in_url(person["key"], shown["url"]),
            }
            for person in people()
            if person["site"] == shown["key"]
        ]
        groups.append({**shown, "staff": members})
    return groups


def sign_in_url(key: str, root: str, target: str = "/admin/") -> str:
    """Where a click signs in as `key` and goes to `target`."""
    path = reverse("demo:sign_in_as", args=[key])
    return f"{root.rstrip('/')}{path}?{urlencode({'next': target})}"


def walk() -> list[Step]:
    """Six steps through the main job, each a link."""
    roots = {shown["key"]: shown["url"] for shown in sites_shown()}
    if not {"gwynedd", "hub"} <= set(roots):
        return []
    here, hub = roots["gwynedd"], roots["hub"]
    return [
        Step(
            _("Apply in Welsh"),
            _("Apply to be an Independent Visitor in Gwynedd, as on a phone."),
            _public("apply", here),
        ),
        Step(
            _("See it arrive"),
            _("Sign in as the coordinator and open the application."),
            sign_in_url("gethin", here, _inbox("apply", HERE)),
        ),
        Step(
            _("Ask for a visitor"),
            _("Ask for a visitor for a young person, or as one."),
            _public("ask", here),
        ),
        Step(
            _("Publish news"),
            _("Sign in as the editor, write news and offer it to the national hub."),
            sign_in_url("lowri", here, _news_folder()),
        ),
        Step(
            _("Accept it on the hub"),
            _("Sign in as the hub editor and accept what was offered."),
            sign_in_url(_hub_editor(), hub, _inbox("news", HUB)),
        ),
        Step(
            _("Switch a feature off"),
            _("Sign in as the service manager and switch a feature off and on."),
            sign_in_url("mair", here, reverse("cms_features")),
        ),
    ]


def _service_name(site: Site, language: str) -> str:
    return Service.for_site(site).name_in(language)


def _about(demo: DemoSite) -> str:
    return {
        "hub": _("Every service, the law and the figures, in one place."),
        "gwynedd": _("A Welsh-first service."),
        "devon": _("An English service, with its Welsh side."),
    }[demo.key]


def _public(key: str, root: str) -> str:
    page = _page_of(key)
    return page.full_url if page else root


def _page_of(key: str, hostname: str = HERE) -> Page | None:
    """The public Welsh page that was loaded under this key."""
    site = Site.objects.get(hostname=hostname)
    return visible_pages(site, "cy").filter(starter__key=key).first()


def _news_folder() -> str:
    folder = _page_of("news")
    return reverse("wagtailadmin_explore", args=[folder.pk]) if folder else "/admin/"


def _hub_editor() -> str:
    keys = [p["key"] for p in people() if p["role"] == "hub_editor"]
    return str(keys[0])


def _inbox(key: str, hostname: str) -> str:
    """The first screen of the plugin to which the page with this key belongs."""
    page = _page_of(key, hostname)
    try:
        return reverse(f"{page.specific.plugin_label()}:index") if page else "/admin/"
    except NoReverseMatch:
        return reverse("wagtailadmin_home")
