"""Make the frame of a service: site, tree, homes, groups, workflow, first plugins."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.activation import enable
from cms.models import SiteProfile
from cms.plugins import installed_plugins
from sites.defaults import defaults_for
from sites.hosts import add_name
from sites.models import HomePage, HostAlias, Service, ServiceRoot
from sites.provisioning.groups import make_groups
from sites.provisioning.new import LANGUAGES, NewService
from sites.provisioning.workflow import make_workflow


@transaction.atomic
def provision_service(new: NewService, *, by: Any = None) -> Site:
    """Make a service's site with everything it needs to be edited and visited.

    One transaction a service; ValidationError where its name in the tree is taken,
    IntegrityError where its host or prefix is.
    """
    root, homes = _make_tree(new)
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
    _make_settings(site, new, by)
    make_groups(site, root, name=new.name_en)
    make_workflow(site, root)
    for home in homes.values():
        # Whoever makes a service need not be one of its editors.
        home.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    for label in wanted_plugins(new.kind):
        enable(site=site, label=label, by=by)
    return site


def wanted_plugins(kind: str) -> list[str]:
    """The plugins that a new site of this kind begins with, in declared order."""
    return [
        label
        for label, plugin in installed_plugins().items()
        if (plugin.new_sites or plugin.always_on) and plugin.audience.suits(kind)
    ]


def _make_tree(new: NewService) -> tuple[ServiceRoot, dict[str, HomePage]]:
    locales = {code: _locale(code) for code in LANGUAGES}
    top = Page.get_first_root_node()
    root: ServiceRoot = top.add_child(
        instance=ServiceRoot(
            title=new.name_en, slug=new.tree_slug, locale=locales["en"]
        )
    )
    homes: dict[str, HomePage] = {}
    for code, title in (("en", new.name_en), ("cy", new.name_cy)):
        home = HomePage(title=title, slug=code, locale=locales[code], live=False)
        if homes:
            home.translation_key = homes["en"].translation_key
        homes[code] = root.add_child(instance=home)
    return root, homes


def _locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def _make_settings(site: Site, new: NewService, by: Any) -> None:
    Service.objects.create(
        site=site,
        name_en=new.name_en,
        name_cy=new.name_cy,
        **defaults_for(new.authority),
    )
    for hostname, language in new.aliases.items():
        add_name(
            site=site,
            hostname=hostname,
            language=language,
            kind=HostAlias.Kind.SERVES,
            by=by,
        )
