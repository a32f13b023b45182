"""A service's short list of what it can do, on or off."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Site

from cms.activation import active_labels, active_plugins, last_changes
from cms.admin.features.screens import ServiceScreen, may_roll_out
from cms.admin.features.shows import shows
from cms.admin.roster import reader
from cms.language.alphabet import sort_key
from cms.language.dates import plain_date
from cms.models import Activation
from cms.plugins import Plugin, installed_plugins
from cms.switching import Plan, names_of, plan_switch


@dataclass(frozen=True)
class Feature:
    """One choice of the list; `plan` is what its button would do."""

    plugin: Plugin
    is_on: bool
    last_change: Activation | None
    plan: Plan

    @property
    def name(self) -> str:
        """Its name in the reader's language."""
        return str(self.plugin.verbose_name)

    @property
    def needs(self) -> str:
        """Names of what it cannot do without."""
        return names_of(self.plugin.requires)

    @property
    def shows(self) -> str:
        """Where it shows, one place after another."""
        return ", ".join(shows(self.plugin))

    @property
    def why_not(self) -> str:
        """Why there is no button, and what to do; empty where there is one."""
        if self.is_on and self.plan.others:
            return _(
                "Needed by: %(others)s. To switch this off, first switch off what"
                " needs it."
            ) % {"others": names_of(self.plan.others)}
        return self.plan.words

    @property
    def asks_first(self) -> bool:
        """Whether switching it asks a question before."""
        return self.is_on or bool(self.plan.with_it)

    @property
    def history(self) -> str:
        """Who switched it and when, as far as it is known."""
        change = self.last_change
        if change is None:
            return ""
        facts = {"who": change.changed_by, "when": plain_date(change.changed_at)}
        if change.changed_by is None:
            words = _("On since %(when)s") if self.is_on else _("Off since %(when)s")
        elif self.is_on:
            words = _("Switched on by %(who)s, %(when)s")
        else:
            words = _("Switched off by %(who)s, %(when)s")
        return words % facts


def features_of(site: Site) -> list[Feature]:
    """Every plugin that is a choice at this kind of site, by name; two queries."""
    changes, on = last_changes(site), active_labels(site)
    kind = site.profile.kind
    found = [
        Feature(
            plugin,
            label in on,
            changes.get(label),
            plan_switch(on=on, kind=kind, label=label, turn_on=label not in on),
        )
        for label, plugin in installed_plugins().items()
        if plugin.audience.suits(kind) and not plugin.always_on
    ]
    return sorted(found, key=lambda feature: sort_key(feature.name, reader()))


def always_on_at(site: Site) -> str:
    """Names of what is no choice, because it is always there."""
    return names_of([p.label for p in active_plugins(site) if p.always_on])


class FeaturesView(ServiceScreen):
    """The list: what is in use, then what could be."""

    template_name = "cms/admin/features/list.html"
    page_title = gettext_lazy("Features")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not may_roll_out(self.request.user, self.site):
            return []
        address = reverse("cms_feature_grid")
        return [HeaderButton(_("All sites"), url=address, icon_name="globe")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        features = features_of(self.site)
        return super().get_context_data(
            in_use=[feature for feature in features if feature.is_on],
            to_add=[feature for feature in features if not feature.is_on],
            always_on=always_on_at(self.site),
            **kwargs,
        )
