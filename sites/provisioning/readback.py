"""Read a service back from the database: counted there, never echoed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
)

from cms.activation import active_labels
from cms.models import RoleGroup, StarterKey
from cms.plugins import installed_plugins
from cms.roles import Role
from cms.visibility import visible_pages
from sites.models import HomePage, HostAlias, Service, ServiceRoot
from sites.provisioning.groups import (
    file_permissions,
    page_permissions,
)
from sites.provisioning.making import wanted_plugins
from sites.provisioning.new import LANGUAGES
from sites.provisioning.workflow import reviewers, workflow_of


@dataclass(frozen=True)
class Fact:
    """One thing that was looked for, what was found, and whether it is right."""

    label: str
    found: str
    is_right: bool = True


@dataclass(frozen=True)
class Readback:
    """Everything that was found of a service."""

    facts: tuple[Fact, ...]

    @property
    def wrong(self) -> list[Fact]:
        """What is missing or not as it should be."""
        return [fact for fact in self.facts if not fact.is_right]


def read_back(site: Site) -> Readback:
    """What the database has of this service now."""
    # A row of its own: nothing that was remembered while it was made is believed.
    found = Site.objects.select_related("root_page", "profile").get(pk=site.pk)
    root = ServiceRoot.objects.ancestor_of(found.root_page).get()
    service = Service.objects.select_related("authority").get(site=found)
    return Readback(
        (
            *_addresses(found),
            *_names(found, service),
            *_pages(found, root),
            *_people(found, root),
            _plugins(found),
            _workflow(found, root),
        )
    )


def _addresses(site: Site) -> list[Fact]:
    aliases = HostAlias.objects.filter(site=site).order_by("hostname")
    others = ", ".join(f"{x.hostname} ({x.language})" for x in aliases)
    return [
        Fact(_("Address"), site.root_url),
        Fact(_("Other host names"), others or _("none")),
    ]


def _names(site: Site, service: Service) -> list[Fact]:
    profile = site.profile
    first = {"en": _("English"), "cy": _("Welsh")}[profile.default_language]
    standards = service.welsh_standards
    return [
        Fact(_("Name in English"), service.name_en, bool(service.name_en)),
        Fact(_("Name in Welsh"), service.name_cy, bool(service.name_cy)),
        Fact(_("First language"), first),
        Fact(_("Welsh language standards"), _("apply") if standards else _("off")),
        Fact(_("References begin with"), profile.reference_prefix),
    ]


def _pages(site: Site, root: ServiceRoot) -> list[Fact]:
    homes = HomePage.objects.child_of(root).filter(ready_language__isnull=False)
    codes = set(homes.values_list("locale__language_code", flat=True))
    visible = {code: _keys(visible_pages(site, code)) for code in LANGUAGES}
    counts = ", ".join(
        f"{len(visible[code])} {name}"
        for code, name in (("en", _("in English")), ("cy", _("in Welsh")))
    )
    unpaired = visible["en"] ^ visible["cy"]
    made = StarterKey.objects.filter(page__path__startswith=root.path).count()
    return [
        Fact(_("Front pages"), ", ".join(sorted(codes)), codes == set(LANGUAGES)),
        Fact(_("Published pages"), counts, all(visible.values())),
        Fact(_("Pages in one language only"), str(len(unpaired)), not unpaired),
        Fact(_("Pages that came from the national texts"), str(made)),
    ]


def _keys(pages: QuerySet[Page]) -> set[Any]:
    return set(pages.values_list("translation_key", flat=True))


def _people(site: Site, root: ServiceRoot) -> list[Fact]:
    groups = RoleGroup.objects.filter(site=site)
    by_role = {row.role: row.group_id for row in groups}
    wanted = site.profile.roles
    names = ", ".join(str(Role(role).label) for role in by_role)
    ids = by_role.values()
    on_pages = GroupPagePermission.objects.filter(group__in=ids, page=root).count()
    of_files = GroupCollectionPermission.objects.filter(group__in=ids)
    collections = {row.collection_id for row in of_files}
    return [
        Fact(_("Roles"), names, set(by_role) == set(wanted)),
        Fact(
            _("Permissions on its pages"),
            str(on_pages),
            on_pages
            == sum(
                len(page_permissions(role, manager_approves=_approves(site)))
                for role in wanted
            ),
        ),
        Fact(
            _("Permissions on its pictures and documents"),
            str(len(of_files)),
            len(of_files) == sum(len(file_permissions(role)) for role in wanted),
        ),
        Fact(
            _("Collections of pictures and documents"),
            str(len(collections)),
            len(collections) == 1,
        ),
    ]


def _plugins(site: Site) -> Fact:
    on = active_labels(site)
    named = installed_plugins().items()
    names = [str(plugin.verbose_name) for label, plugin in named if label in on]
    wanted = set(wanted_plugins(site.profile.kind))
    return Fact(_("Features that are on"), ", ".join(names), wanted <= on)


def _workflow(site: Site, root: ServiceRoot) -> Fact:
    workflow = workflow_of(root)
    tasks = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow)
    asked = set(tasks.values_list("groups", flat=True)) if workflow else set()
    roles = reviewers(manager_approves=_approves(site))
    rows = RoleGroup.objects.filter(site=site, role__in=roles)
    approving = {row.group_id: str(Role(row.role).label) for row in rows}
    return Fact(
        _("Who approves pages"),
        ", ".join(approving[pk] for pk in asked if pk in approving) or _("nobody"),
        bool(asked) and asked == set(approving),
    )


def _approves(site: Site) -> bool:
    service = Service.of(site)
    return service is not None and service.manager_approves
