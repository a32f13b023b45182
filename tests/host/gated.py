"""One set-up for every gate: two services with the plugin `fostering` and its pages."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from acme_fostering.models import FosteringPage, FosteringStory
from django.test import Client
from wagtail.models import Page, Site

from cms.activation import disable, enable
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.memberships import grant
from sites.models import Service
from tests.factories import home_of, make_service, make_user, publish

LABEL = "fostering"
SLUG = "a-story"


@dataclass
class World:
    """`here` and `there` are services with the same pages; `boss` may do everything.

    `boss` is a superuser and holds every role at both: no gate yields to that.
    """

    here: Site
    there: Site
    boss: Any

    def client(self, site: Site | None = None) -> Client:
        """The boss at a service's own host; `here` unless told otherwise."""
        client = Client(SERVER_NAME=(site or self.here).hostname)
        client.force_login(self.boss)
        return client

    def section(self, site: Site, language: str = "en") -> Page:
        """The page that holds the plugin's pages."""
        return StandardPage.objects.get(
            slug="section",
            path__startswith=root_of(site),
            locale__language_code=language,
        )

    def story(self, site: Site, language: str = "en") -> FosteringStory:
        """The plugin's page."""
        return FosteringStory.objects.get(
            path__startswith=root_of(site), locale__language_code=language
        )

    def switch_off(self, site: Site) -> None:
        """What the manager does on the Features screen."""
        disable(site=site, label=LABEL)


def make_world() -> World:
    """Both services, the plugin on at both, a story in both languages."""
    sites = make_service(), make_service("devon")
    boss = make_user(is_superuser=True)
    # Where the standards apply, the gate of both languages would hold pages back too.
    Service.objects.filter(site__in=sites).update(welsh_standards=False)
    for site in sites:
        enable(site=site, label=LABEL)
        for role in (Role.MANAGER, Role.COORDINATOR, Role.EDITOR):
            grant(user=boss, site=site, role=role)
        keys = [uuid4() for _ in range(3)]
        for language in ("en", "cy"):
            make_pages(home_of(site, language), keys)
    return World(*sites, boss)


def make_pages(home: Page, keys: list[UUID]) -> None:
    """A section, under it a story of the plugin, and beside it a form of the plugin.

    Pages with the same key are one page in two languages.
    """
    section = StandardPage(title="Section", slug="section", show_in_menus=True)
    story = FosteringStory(title="Three years", slug=SLUG, summary="S", text="Learnt")
    form = FosteringPage(title="Ask to foster", slug="ask-form", show_in_menus=True)
    for page, key in zip((section, story, form), keys, strict=True):
        page.translation_key = key
    publish(section, home)
    publish(story, section)
    publish(form, home)


def root_of(site: Site) -> str:
    """The path of a service's tree."""
    return str(site.root_page.path[:8])


def pages_of(site: Site) -> set[int]:
    """Every page in a service's tree."""
    tree = Page.objects.filter(path__startswith=root_of(site))
    return set(tree.values_list("pk", flat=True))


def stories_of(site: Site) -> int:
    """How many pages of the plugin's kind stand in a service's tree."""
    return FosteringStory.objects.filter(path__startswith=root_of(site)).count()
