"""Make a service: its site, tree, homes, collection, groups and first plugins."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
)

from cms.activation import enable
from cms.models import RoleGroup, SiteProfile
from cms.plugins import installed_plugins
from cms.roles import HUB_ROLES, LOCAL_ROLES, PAGE_ROLES, Role
from sites.models import Authority, HomePage, Service, ServiceRoot

LANGUAGES = ("en", "cy")
PUBLISHERS = PAGE_ROLES - {Role.TRANSLATOR}


@dataclass(frozen=True, kw_only=True)
class NewService:
    """What must be known to make a service's site."""

    hostname: str
    port: int = 443
    name_en: str
    name_cy: str
    reference_prefix: str
    default_language: str = "en"
    kind: str = SiteProfile.Kind.LOCAL
    authority: Authority | None = None


@transaction.atomic
def provision_service(new: NewService, *, by: Any = None) -> Site:
    """Make a service's site with everything it needs to be edited and visited.

    One transaction a service; ValidationError where its name in the tree is taken,
    IntegrityError where its host or prefix is.
    """
    root = _make_tree(new)
    homes = {
        home.locale.language_code: home for home in HomePage.objects.child_of(root)
    }
    site = Site.objects.create(
        hostname=new.hostname,
        port=new.port,
        site_name=new.name_en,
        root_page=homes[new.default_language],
    )
    SiteProfile.objects.create(
        site=site,
        kind=new.kind,
        default_language=new.default_language,
        reference_prefix=new.reference_prefix,
    )
    _make_settings(site, new)
    _make_groups(site, root, new)
    for home in homes.values():
        home.save_revision(user=by).publish(user=by)
    for label, plugin in installed_plugins().items():
        wanted = plugin.new_sites or plugin.always_on
        if wanted and plugin.audience.suits(new.kind):
            enable(site=site, label=label, by=by)
    return site


def _make_tree(new: NewService) -> ServiceRoot:
    locales = {code: _locale(code) for code in LANGUAGES}
    top = Page.get_first_root_node()
    root: ServiceRoot = top.add_child(
        instance=ServiceRoot(title=new.name_en, slug=_slug(new), locale=locales["en"])
    )
    key = None
    for code, title in (("en", new.name_en), ("cy", new.name_cy)):
        home = HomePage(title=title, slug=code, locale=locales[code], live=False)
        if key:
            home.translation_key = key
        root.add_child(instance=home)
        key = home.translation_key
    return root


def _locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def _slug(new: NewService) -> str:
    if new.authority:
        return new.authority.slug
    return new.hostname.split(".")[0]


def _make_settings(site: Site, new: NewService) -> None:
    Service.objects.create(
        site=site,
        authority=new.authority,
        name_en=new.name_en,
        name_cy=new.name_cy,
        welsh_standards=bool(new.authority and new.authority.nation == "Wales"),
    )


def _make_groups(site: Site, root: ServiceRoot, new: NewService) -> None:
    collection = Collection.get_first_root_node().add_child(name=new.name_en)
    hub = new.kind == SiteProfile.Kind.HUB
    for role in HUB_ROLES if hub else LOCAL_ROLES:
        group = Group.objects.create(name=f"{new.hostname} {new.port} {role.value}")
        RoleGroup.objects.create(group=group, site=site, role=role)
        group.permissions.add(*_admin_permissions(role))
        if role in PAGE_ROLES:
            _grant_pages(group, root, role)
            _grant_files(group, collection)


def _admin_permissions(role: Role) -> list[Permission]:
    wanted = ["access_admin"]
    if role in PAGE_ROLES:
        wanted.append("submit_translation")
    return list(
        Permission.objects.filter(
            codename__in=wanted,
            content_type__app_label__in=["wagtailadmin", "wagtail_localize"],
        )
    )


def _grant_pages(group: Group, root: ServiceRoot, role: Role) -> None:
    actions = ["add_page", "change_page"]
    if role in PUBLISHERS:
        actions += ["publish_page", "lock_page", "unlock_page"]
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=actions
    ):
        GroupPagePermission.objects.create(
            group=group, page=root, permission=permission
        )


def _grant_files(group: Group, collection: Collection) -> None:
    for permission in Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        codename__regex=r"^(add|change|choose)_(image|document)$",
    ):
        GroupCollectionPermission.objects.create(
            group=group, collection=collection, permission=permission
        )
