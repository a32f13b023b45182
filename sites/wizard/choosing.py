"""The first screen: choose an authority of the register that has no service yet."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from cms.admin.roster import reader
from cms.language.slugs import without_accents
from sites.models import Authority
from sites.wizard.screens import WizardScreen

PER_PAGE = 25
EVERY = ("", pgettext_lazy("filter", "All"))
STATES = [
    EVERY,
    ("without", gettext_lazy("Without a service")),
    ("with", gettext_lazy("With a service")),
]


class RegisterFilter(forms.Form):
    """The fields above the list. What it does not know, it does not filter by."""

    q = forms.CharField(
        label=gettext_lazy("Name of the council or place"),
        required=False,
        max_length=100,
    )
    nation = forms.ChoiceField(
        label=gettext_lazy("Nation"),
        required=False,
        choices=[EVERY, *Authority.Nation.choices],
    )
    state = forms.ChoiceField(
        label=pgettext_lazy("filter", "Show"), required=False, choices=STATES
    )

    def among(self, authorities: list[Authority]) -> list[Authority]:
        """The authorities that fit, in their order."""
        self.full_clean()
        return [authority for authority in authorities if self._fits(authority)]

    def _fits(self, authority: Authority) -> bool:
        nation, state = self._asked("nation"), self._asked("state")
        if nation and authority.nation != nation:
            return False
        if state and (state == "with") != hasattr(authority, "service"):
            return False
        text = _folded(f"{authority.name_en} {authority} {authority.name_cy}")
        text += _folded(authority.area_name_cy)
        return all(word in text for word in _folded(self._asked("q")).split())

    def _asked(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")).strip()


def _folded(text: str) -> str:
    return without_accents(text).casefold()


class ChooseView(WizardScreen):
    """The register, searched; what has a service says so and leads to it."""

    template_name = "authorities/wizard/choose.html"
    page_title = gettext_lazy("Create a service")
    above = []

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        many = reverse("authorities_new_services")
        return [HeaderButton(_("Create many at once"), url=many, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = reader()
        rows = Authority.objects.current().in_order(language)
        rows = rows.select_related("service__site")
        form = RegisterFilter(self.request.GET)
        found = form.among(list(rows))
        paginator = WagtailPaginator(found, PER_PAGE)
        paginator.items_count_label = _counted(len(found))
        page = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            form=form,
            rows=[_row(authority, language) for authority in page.object_list],
            found=_counted(len(found)),
            page_obj=page,
            elided_page_range=paginator.get_elided_page_range(page.number),
            **kwargs,
        )


def _row(authority: Authority, language: str) -> dict[str, Any]:
    service = getattr(authority, "service", None)
    foreign = language == "cy" and not authority.has_welsh_name
    return {
        "authority": authority,
        "name": authority.area_name(language),
        "council": authority.council_name(language),
        "language": "en" if foreign else "",
        "host": service.site.hostname if service else "",
    }


def _counted(count: int) -> str:
    words = ngettext("%(count)d council", "%(count)d councils", count)
    return words % {"count": count}
