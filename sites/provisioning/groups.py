"""One group a role at a site, and what Wagtail lets it do with pages and files."""

from collections.abc import Iterator

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Site,
)

from cms.models import RoleGroup
from cms.roles import (
    FILE_ROLES,
    PAGE_ROLES,
    PUBLISH_ROLES,
    Role,
)
from sites.models import ServiceRoot

LONGEST_NAME = 150  # Of Django's groups.
SHORTENED = 100
ADMIN = frozenset({"access_admin"})
TRANSLATING = frozenset({"submit_translation"})
PAGES = frozenset({"add_page", "change_page"})
PUBLISH = "publish_page"
PUBLISHING = frozenset({PUBLISH, "lock_page", "unlock_page"})
FILES = frozenset(
    f"{action}_{kind}"
    for action in ("add", "change", "choose")
    for kind in ("image", "document")
)
_APPS = (
    *("wagtailadmin", "wagtail_localize", "wagtailcore"),
    *("wagtailimages", "wagtaildocs"),
)


def make_groups(site: Site, root: ServiceRoot, *, name: str) -> None:
    """The groups of a site's roles, with its pages and a collection of its own."""
    collection = Collection.get_first_root_node().add_child(name=name)
    granted = _permissions()
    for role in site.profile.roles:
        group = Group.objects.create(name=group_name(site, role.value))
        RoleGroup.objects.create(group=group, site=site, role=role)
        group.permissions.add(*(granted[name] for name in admin_permissions(role)))
        GroupPagePermission.objects.bulk_create(
            GroupPagePermission(group=group, page=root, permission=granted[name])
            for name in page_permissions(role)
        )
        GroupCollectionPermission.objects.bulk_create(
            GroupCollectionPermission(
                group=group, collection=collection, permission=granted[name]
            )
            for name in file_permissions(role)
        )


def group_name(site: Site, role: str) -> str:
    """What the group of a role is called: a host name may be longer than that."""
    name = f"{site.hostname} {site.port} {role}"
    if len(name) <= LONGEST_NAME:
        return name
    return f"{site.hostname[:SHORTENED]}… {site.pk} {role}"


def admin_permissions(role: Role) -> frozenset[str]:
    """What the role may do anywhere in the admin, which is little."""
    return ADMIN | TRANSLATING if role in PAGE_ROLES else ADMIN


def page_permissions(role: Role, *, manager_approves: bool = False) -> frozenset[str]:
    """What the role may do with its own service's pages.

    Where a manager approves, editors ask before anything is published.
    """
    if role not in PAGE_ROLES:
        return frozenset()
    if manager_approves and role == Role.EDITOR:
        return PAGES | PUBLISHING - {PUBLISH}
    return PAGES | PUBLISHING if role in PUBLISH_ROLES else PAGES


def file_permissions(role: Role) -> frozenset[str]:
    """What the role may do with its own service's images and documents."""
    return FILES if role in FILE_ROLES else frozenset()


def _permissions() -> dict[str, Permission]:
    """Every permission that is ever granted, by its name; one query."""
    return dict(_named(ADMIN | TRANSLATING | PAGES | PUBLISHING | FILES))


def _named(names: frozenset[str]) -> Iterator[tuple[str, Permission]]:
    rows = Permission.objects.filter(
        codename__in=names, content_type__app_label__in=_APPS
    )
    for permission in rows.select_related("content_type"):
        yield permission.codename, permission
