"""The form of a new roll-out: which feature, which way, at which sites."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.models import Site

from cms.admin.features.filters import SiteFilter, nations_of
from cms.admin.roster import Listed
from cms.plugins import installed_plugins

ALL, FILTERED, TICKED, NATION = "all", "filtered", "ticked", "nation:"


class RolloutForm(forms.Form):
    """`chosen` are the sites it means, once it is valid.

    A group means the sites of it that the feature is made for; a ticked site is meant
    whatever it is, and the dry run says why it is refused.
    """

    plugin = forms.ChoiceField(
        label=gettext_lazy("Which feature?"),
        error_messages={"required": gettext_lazy("Choose a feature.")},
    )
    turn = forms.ChoiceField(
        label=gettext_lazy("Which way?"),
        choices=[
            ("on", pgettext_lazy("roll-out", "Switch it on")),
            ("off", pgettext_lazy("roll-out", "Switch it off")),
        ],
        widget=forms.RadioSelect,
        initial="on",
        error_messages={"required": gettext_lazy("Choose on or off.")},
    )
    which = forms.ChoiceField(
        label=gettext_lazy("At which sites?"),
        widget=forms.RadioSelect,
        initial=ALL,
        error_messages={"required": gettext_lazy("Choose at which sites.")},
    )
    ticked = forms.MultipleChoiceField(
        label=gettext_lazy("Tick the sites"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        sites: Sequence[Listed],
        filtered: Sequence[Listed] | None,
        filter: SiteFilter,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.groups = _groups(sites, filtered)
        which = _choices_of_groups(sites, filtered, filter)
        names = [(str(x.site.pk), x.name) for x in sites]
        self._offer("plugin", [("", "—"), *_plugins()])
        self._offer("which", [*which, (TICKED, _("The sites I tick below"))])
        self._offer("ticked", names)
        self.by_id = {str(listed.site.pk): listed for listed in sites}
        self.initial["plugin"] = filter.asked("feature")
        if filtered is not None:
            self.initial["which"] = FILTERED

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    @property
    def chosen(self) -> list[Site]:
        """The sites that the answers mean."""
        which, label = self.cleaned_data["which"], self.cleaned_data["plugin"]
        if which == TICKED:
            return [self.by_id[key].site for key in self.cleaned_data["ticked"]]
        fits = installed_plugins()[label].audience.suits
        return [x.site for x in self.groups[which] if fits(x.kind)]

    def clean(self) -> None:
        super().clean()
        if not {"which", "plugin"} <= set(self.cleaned_data):
            return
        if self.cleaned_data["which"] == TICKED and not self.cleaned_data.get("ticked"):
            self.add_error("ticked", _("Tick at least one site."))
        elif not self.errors and not self.chosen:
            self.add_error("which", _("This feature is made for none of these sites."))


def _plugins() -> list[tuple[str, Any]]:
    return [
        (label, plugin.verbose_name)
        for label, plugin in installed_plugins().items()
        if not plugin.always_on
    ]


def _groups(
    sites: Sequence[Listed], filtered: Sequence[Listed] | None
) -> dict[str, Sequence[Listed]]:
    groups: dict[str, Sequence[Listed]] = {ALL: sites, FILTERED: filtered or []}
    for nation in nations_of(sites):
        groups[NATION + nation] = [x for x in sites if x.nation == nation]
    return groups


def _choices_of_groups(
    sites: Sequence[Listed], filtered: Sequence[Listed] | None, filter: SiteFilter
) -> list[tuple[str, Any]]:
    choices: list[tuple[str, Any]] = []
    if filtered is not None:
        words = ngettext(
            "The %(count)d site you found (%(filter)s)",
            "The %(count)d sites you found (%(filter)s)",
            len(filtered),
        )
        facts = {"count": len(filtered), "filter": filter.words}
        choices.append((FILTERED, words % facts))
    choices.append((ALL, _("Every site it is made for")))
    for nation, name in nations_of(sites).items():
        words = _("Every site in: %(nation)s") % {"nation": name}
        choices.append((NATION + nation, words))
    return choices
