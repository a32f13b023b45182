"""A page of settings for the inboxes: plain steps, or every stage."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.models import Site

from cms.activation import is_on
from cms.plugins import plugin_of
from forms.casework.kinds import machine_of, machines
from sites.models import FormTerms, Service
from sites.screens import Group, Section, SettingsForm, register_groups

DETAILED = "detailed_"


class InboxForm(SettingsForm):
    """One switch for each inbox whose stages say more than its steps."""

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = []

    def prepare(self) -> None:
        for kind in with_stages(self.service.site):
            name = f"{DETAILED}{kind}"
            self.fields[name] = forms.BooleanField(
                label=_("Use detailed stages: %(inbox)s")
                % {"inbox": _inbox_title(kind)},
                required=False,
                help_text=_(
                    "Nothing is lost by switching: every case keeps its stage, and what"
                    " happened to it."
                ),
            )
            self.initial[name] = self.service.terms_of(kind).detailed_stages

    def shown_sections(self) -> list[Section]:
        return [
            Section(
                title=_inbox_title(kind),
                help=_("Simple: %(steps)s. Detailed: %(stages)s.")
                % {"steps": _steps(kind), "stages": _stages(kind)},
                names=(f"{DETAILED}{kind}",),
            )
            for kind in with_stages(self.service.site)
        ]

    def keep(self, locked: Service) -> None:
        """Write what changed into the terms of its form."""
        for name in self.changed_data:
            kind = name.removeprefix(DETAILED)
            now = locked.terms_of(kind).written()
            now["detailed_stages"] = self.cleaned_data[name]
            locked.set_terms(kind, FormTerms.read(now))


def with_stages(site: Site) -> list[str]:
    """The kinds of the inboxes that are on at `site` and have a choice of views."""
    return [
        kind
        for kind, machine in machines().items()
        if machine.has_more_than_steps and is_on(site, kind)
    ]


def _inbox_title(kind: str) -> str:
    plugin = plugin_of(kind)
    return str(plugin.verbose_name) if plugin else kind


def _steps(kind: str) -> str:
    return " · ".join(str(step.name) for step in machine_of(kind).steps)


def _stages(kind: str) -> str:
    return " · ".join(str(stage.name) for stage in machine_of(kind).stages)


def _status(service: Service) -> Any:
    detailed = any(
        service.terms_of(kind).detailed_stages for kind in with_stages(service.site)
    )
    return pgettext("inbox", "Detailed") if detailed else pgettext("inbox", "Simple")


@register_groups
def inbox_group(site: Site) -> list[Group]:
    """The page, where there is something to choose."""
    if not with_stages(site):
        return []
    return [
        Group(
            key="inbox",
            title=gettext_lazy("Inbox"),
            summary=gettext_lazy("Plain steps, or every stage of a case."),
            icon="mail",
            form=InboxForm,
            status=_status,
        )
    ]
