"""Rename a service: its names, its address, its place in the tree and in the register.

Nothing is made anew and nothing is lost: pages, staff, cases and what people had begun
keep their rows; references given out keep their letters; the old address leads on.
What is written in the words of pages only a person can change: they are listed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection, Page, Site

from cms.models import RoleGroup
from sites.hosts import clean_hostname, move_to, refuse_taken, shown_hostname
from sites.models import Authority, HomePage, Service, ServiceRoot
from sites.provisioning.groups import group_name


@dataclass(frozen=True, kw_only=True)
class Renaming:
    """What is to be called otherwise; what is empty stays as it is.

    `successor` is the authority in the register to which the service now belongs.
    """

    site: Site
    name_en: str = ""
    name_cy: str = ""
    hostname: str = ""
    slug: str = ""
    successor: Authority | None = None


@dataclass(frozen=True)
class Change:
    """One thing that changes, as a person reads it."""

    what: str
    before: str
    after: str


class CannotRename(Exception):
    """It cannot be renamed so; the message says why."""


@dataclass(frozen=True)
class _Facts:
    """The service as it stands."""

    site: Site
    service: Service
    root: ServiceRoot


def plan(renaming: Renaming) -> list[Change]:
    """What renaming would change; CannotRename where it cannot be done."""
    facts = _facts(renaming.site)
    _refuse(facts, renaming)
    return [
        change for change in _changes(facts, renaming) if change.before != change.after
    ]


@transaction.atomic
def rename(renaming: Renaming, *, by: Any = None) -> list[Change]:
    """Do it, all or nothing; what was changed."""
    # One at a time: the row is ours until the end.
    Site.objects.select_for_update().get(pk=renaming.site.pk)
    changes = plan(renaming)
    if not changes:
        return []
    facts = _facts(renaming.site)
    old = {code: facts.service.name_in(code) for code in ("en", "cy")}
    _rename_service(facts.service, renaming)
    _rename_tree(facts, renaming, old, by)
    _rename_files(facts.site, old["en"], facts.service.name_en)
    facts.site.site_name = facts.service.name_en
    facts.site.save()
    if renaming.hostname:
        move_to(site=facts.site, hostname=renaming.hostname, by=by)
        _rename_groups(facts.site)
    data = {"changes": [[c.what, c.before, c.after] for c in changes]}
    log(facts.site, "authorities.service_renamed", user=by, data=data)
    return changes


def pages_that_say(site: Site, names: list[str]) -> list[Page]:
    """Pages whose words hold one of these names: they are changed by hand."""
    root = site.root_page.path[:8]
    pages = Page.objects.filter(path__startswith=root, depth__gt=2)
    return [
        page
        for page in pages.select_related("latest_revision", "locale").order_by("path")
        if page.latest_revision and _says(page.latest_revision.content, names)
    ]


def _says(content: Any, names: list[str]) -> bool:
    text = json.dumps(content, ensure_ascii=False, default=str)
    return any(json.dumps(name, ensure_ascii=False)[1:-1] in text for name in names)


def _facts(site: Site) -> _Facts:
    fresh = Site.objects.select_related("root_page", "profile").get(pk=site.pk)
    service = Service.objects.select_related("authority").get(site=fresh)
    root = ServiceRoot.objects.get(path=fresh.root_page.path[:8])
    return _Facts(fresh, service, root)


def _refuse(facts: _Facts, renaming: Renaming) -> None:
    if renaming.hostname:
        try:
            name = clean_hostname(renaming.hostname)
            refuse_taken(name, by_others_than=facts.site)
        except ValidationError as error:
            raise CannotRename(error.messages[0]) from error
    if renaming.slug:
        _refuse_slug(facts, renaming.slug)
    if renaming.successor:
        _refuse_gone(renaming.successor, facts.service.authority)
        others = Service.objects.filter(authority=renaming.successor)
        if others.exclude(pk=facts.service.pk).exists():
            raise CannotRename(
                _("%(authority)s has a service of its own already.")
                % {"authority": renaming.successor.name_en}
            )


def _refuse_gone(successor: Authority, now: Authority | None) -> None:
    """Only what gave way to this very authority can have its service back."""
    taken_over = successor.succeeded_by
    if taken_over is not None and taken_over != now:
        raise CannotRename(
            _("%(authority)s has given way to %(successor)s.")
            % {"authority": successor.name_en, "successor": taken_over.name_en}
        )


def _refuse_slug(facts: _Facts, slug: str) -> None:
    if slug != slugify(slug):
        raise CannotRename(
            _("A name in addresses has small letters, numbers and hyphens only.")
        )
    if facts.root.get_siblings(inclusive=False).filter(slug=slug).exists():
        raise CannotRename(_("Another service has this name in the page tree."))


def _changes(facts: _Facts, renaming: Renaming) -> Iterator[Change]:
    service, site = facts.service, facts.site
    yield Change(
        _("Name in English"), service.name_en, renaming.name_en or service.name_en
    )
    yield Change(
        _("Name in Welsh"), service.name_cy, renaming.name_cy or service.name_cy
    )
    host = clean_hostname(renaming.hostname) if renaming.hostname else site.hostname
    yield Change(_("Address"), shown_hostname(site.hostname), shown_hostname(host))
    yield Change(
        _("Name in the page tree"), facts.root.slug, renaming.slug or facts.root.slug
    )
    before = service.authority
    after = renaming.successor or before
    yield Change(_("Local authority"), _register(before), _register(after))


def _register(authority: Authority | None) -> str:
    return f"{authority.name_en} ({authority.gss_code})" if authority else ""


def _rename_service(service: Service, renaming: Renaming) -> None:
    service.name_en = renaming.name_en or service.name_en
    service.name_cy = renaming.name_cy or service.name_cy
    before, after = service.authority, renaming.successor
    if after is not None and after != before:
        service.authority = after
        if before is not None:
            before.give_way_to(after)
    service.save()


def _rename_tree(
    facts: _Facts, renaming: Renaming, old: dict[str, str], by: Any
) -> None:
    root = facts.root
    root.title = root.draft_title = facts.service.name_en
    root.slug = renaming.slug or root.slug
    root.save()
    for home in HomePage.objects.child_of(root).select_related("locale"):
        language = home.locale.language_code
        _rename_home(home, old[language], facts.service.name_in(language), by)


def _rename_home(home: HomePage, old: str, new: str, by: Any) -> None:
    """A home that bears the service's name bears the new one, in its draft too."""
    if home.title != old or old == new:
        return
    has_draft = home.has_unpublished_changes
    latest = home.get_latest_revision_as_object()
    latest.title = new
    revision = latest.save_revision(user=by)
    if has_draft:
        # Somebody's unfinished words are not published by a change of name.
        HomePage.objects.filter(pk=home.pk).update(title=new)
    else:
        # Whoever runs the network may not publish here; this is no editing.
        revision.publish(user=by, skip_permission_checks=True)


def _rename_files(site: Site, old: str, new: str) -> None:
    """The collection of a service bears its name."""
    own = Collection.objects.filter(
        group_permissions__group__role__site=site, depth=2, name=old
    )
    for collection in own.distinct():
        collection.name = new
        collection.save()


def _rename_groups(site: Site) -> None:
    for row in RoleGroup.objects.filter(site=site).select_related("group"):
        row.group.name = group_name(site, row.role)
        row.group.save(update_fields=["name"])
