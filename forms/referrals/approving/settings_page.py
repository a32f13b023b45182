"""A page of settings: whether a professional's manager is asked to approve."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from cms.activation import is_on
from forms.referrals.approving.services import KEY, asks_for_approval
from forms.referrals.own_choices import KIND, set_own_choice
from sites.models import Service
from sites.screens import Group, Section, SettingsForm, register_groups


class ApprovalForm(SettingsForm):
    """One switch."""

    approval = forms.BooleanField(
        label=_("Ask the manager of whoever asks for a visitor to approve it"),
        required=False,
        help_text=_(
            "Social workers, reviewing officers and personal advisers name their"
            " manager, who gets a link and nothing about the child."
        ),
    )

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = []

    def prepare(self) -> None:
        self.initial["approval"] = asks_for_approval(self.service)

    def shown_sections(self) -> list[Section]:
        return [
            Section(
                title=_("Nothing waits for it"),
                help=_(
                    "A request counts, and its time runs, from when it was received."
                    " The case says whether the manager has answered, until they have."
                    " Carers and young people are never asked for one."
                ),
                names=("approval",),
            )
        ]

    def keep(self, locked: Service) -> None:
        """Write the switch where it was changed."""
        if "approval" in self.changed_data:
            set_own_choice(locked, KEY, self.cleaned_data["approval"])


def _status(service: Service) -> Any:
    if asks_for_approval(service):
        return pgettext_lazy("a manager’s approval", "Asked")
    return pgettext_lazy("a manager’s approval", "Not asked")


@register_groups
def approval_group(site: Site) -> list[Group]:
    """The page, where professionals can ask."""
    if not is_on(site, KIND):
        return []
    return [
        Group(
            key="approval",
            title=_("A manager’s approval"),
            summary=_("Whether managers are asked to approve professionals’ requests."),
            icon="tick",
            form=ApprovalForm,
            status=_status,
        )
    ]
