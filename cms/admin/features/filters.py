"""Choose among all sites: by name, by nation, by what is on or off there."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.admin.roster import Listed
from cms.language.slugs import without_accents
from cms.plugins import installed_plugins

STATES = [
    ("", pgettext_lazy("filter", "All")),
    ("on", pgettext_lazy("feature", "On")),
    ("off", pgettext_lazy("feature", "Off")),
]
OnAt = Mapping[int, frozenset[str]]


class SiteFilter(forms.Form):
    """The fields above the grid. What it does not know, it does not filter by."""

    q = forms.CharField(label=_("Name of the site"), required=False, max_length=100)
    nation = forms.ChoiceField(label=_("Nation"), required=False)
    feature = forms.ChoiceField(label=_("Feature"), required=False)
    state = forms.ChoiceField(label=_("The feature is"), required=False, choices=STATES)

    def __init__(self, *args: Any, sites: Iterable[Listed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill(self.fields["nation"], nations_of(sites))
        _fill(
            self.fields["feature"],
            {
                label: str(plugin.verbose_name)
                for label, plugin in installed_plugins().items()
                if not plugin.always_on
            },
        )
        self.full_clean()

    def asked(self, name: str) -> str:
        """What was asked for in the field `name`; empty where it makes no sense."""
        return str(self.cleaned_data.get(name, "")).strip()

    @property
    def is_filtering(self) -> bool:
        """Whether it leaves anything out."""
        by_state = self.asked("feature") and self.asked("state")
        return bool(self.asked("q") or self.asked("nation") or by_state)

    def among(self, sites: Iterable[Listed], on: OnAt) -> list[Listed]:
        """The sites that fit, in their order."""
        return [listed for listed in sites if self._fits(listed, on)]

    def _fits(self, listed: Listed, on: OnAt) -> bool:
        nation = self.asked("nation")
        if nation and listed.nation != nation:
            return False
        return self._has_name(listed) and self._has_state(listed, on)

    def _has_name(self, listed: Listed) -> bool:
        text = _folded(f"{listed.name} {listed.site.site_name} {listed.site.hostname}")
        return all(word in text for word in _folded(self.asked("q")).split())

    def _has_state(self, listed: Listed, on: OnAt) -> bool:
        label, state = self.asked("feature"), self.asked("state")
        if not (label and state):
            return True
        if not installed_plugins()[label].audience.suits(listed.kind):
            return False
        return (label in on.get(listed.site.pk, frozenset())) == (state == "on")

    @property
    def words(self) -> str:
        """What it filters by, for people."""
        said = [self.asked("q"), self._label("nation")]
        if self.asked("feature") and self.asked("state"):
            said.append(f"{self._label('feature')}: {self._label('state')}")
        return " · ".join(word for word in said if word)

    def _label(self, name: str) -> str:
        field: Any = self.fields[name]
        choices = dict(field.choices)
        return str(choices[self.asked(name)]) if self.asked(name) else ""


def nations_of(sites: Iterable[Listed]) -> dict[str, str]:
    """Code and name of each nation that has a site, in the order of their codes."""
    found = {x.nation: str(x.nation_name) for x in sites if x.nation}
    return dict(sorted(found.items()))


def _fill(field: forms.Field, names: Mapping[str, str]) -> None:
    everything = ("", pgettext_lazy("filter", "All"))
    cast(forms.ChoiceField, field).choices = [everything, *names.items()]


def _folded(text: str) -> str:
    return without_accents(text).casefold()
