"""The hub's side: every text, who is behind and who keeps its own words, and why."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton

from cms.admin.national.screens import LANGUAGES, NATIONS, HubTexts
from cms.admin.roster import Listed, listed_sites, reader
from cms.language.alphabet import sort_key
from cms.models import KeptText, NationalText
from cms.national import Refused, check_law, decide_on_file
from cms.national.comparing import versions_apart
from cms.national.difference import Part
from cms.national.queries import Spread, State, spread
from cms.national.writing import source_of


class LawForm(forms.Form):
    """The day on which the law was read again."""

    on = forms.DateField(
        label=gettext_lazy("Law checked on"),
        widget=AdminDateInput,
        error_messages={"required": gettext_lazy("Enter the day.")},
    )


@dataclass(frozen=True)
class At:
    """One service, and how it stands to the text."""

    listed: Listed
    version: int | None
    kept: KeptText | None


class HubListView(HubTexts):
    """Every text with its version, its checks, and how many are where."""

    template_name = "cms/admin/national/hub_list.html"
    page_title = gettext_lazy("National texts")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = sorted(
            spread(),
            key=lambda one: (
                not (one.is_overdue or one.text.file_texts),
                sort_key(one.text.title, reader()),
            ),
        )
        return super().get_context_data(rows=rows, nations=NATIONS, **kwargs)


class OneText(HubTexts):
    """A screen about one version."""

    above = [("cms_national_hub", gettext_lazy("National texts"))]

    @cached_property
    def text(self) -> NationalText:
        """The version that the address names."""
        rows = NationalText.objects.select_related("made_by", "law_checked_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.text.title

    @cached_property
    def model(self) -> Any:
        """The page type that is made of it; 404 where its package is gone."""
        local = next((x for x in listed_sites() if not x.is_hub), None)
        source = source_of(local.site, self.text) if local else None
        if source is None:
            raise Http404
        return source.model


class HubTextView(OneText):
    """One text: its versions, what each changed, and every service."""

    template_name = "cms/admin/national/hub_text.html"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.text.is_newest:
            return []
        edit = reverse("cms_national_edit", args=[self.text.pk])
        return [HeaderButton(_("Edit this text"), url=edit, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        one = spread(only=self.text)[0]
        kwargs.setdefault("form", LawForm(initial={"on": timezone.localdate()}))
        return super().get_context_data(
            text=self.text,
            one=one,
            nations=NATIONS,
            states=states_of(one),
            versions=self._versions(),
            changed=self._changed(),
            waiting=self._waiting(),
            languages=LANGUAGES,
            **kwargs,
        )

    def _versions(self) -> Any:
        same = NationalText.objects.filter(key=self.text.key, nation=self.text.nation)
        return same.select_related("made_by").defer("texts").order_by("-version")

    def _changed(self) -> dict[str, list[Part]]:
        before = NationalText.objects.filter(
            key=self.text.key, nation=self.text.nation, version=self.text.version - 1
        ).first()
        return versions_apart(before, self.text, self.model) if before else {}

    def _waiting(self) -> dict[str, list[Part]]:
        if not self.text.file_texts:
            return {}
        other = NationalText(texts=self.text.file_texts)
        return versions_apart(self.text, other, self.model)


def states_of(one: Spread) -> list[tuple[State, list[At]]]:
    """Every service of the text's nation under its state; who is behind comes first."""
    by_state: dict[State, list[At]] = {state: [] for state in State}
    state_at = {pk: state for state, sites in one.sites.items() for pk in sites}
    for listed in listed_sites():
        if listed.is_hub:
            continue
        if one.text.nation not in ("", listed.nation):
            continue
        pk = listed.site.pk
        at = At(listed, one.versions.get(pk), one.kept.get(pk))
        by_state[state_at.get(pk, State.NONE)].append(at)
    order = (State.BEHIND, State.KEPT, State.NEWEST, State.NONE)
    return [(state, by_state[state]) for state in order if by_state[state]]


class CheckedView(HubTextView):
    """The law was read again, and the words of now still stand."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = LawForm(request.POST)
        if not self.text.is_law:
            raise Http404
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            check_law(text=self.text, on=form.cleaned_data["on"], by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The pages with these words show the new day."))
        return redirect("cms_national_hub_text", self.text.pk)


class FileView(OneText):
    """A release brought other words: the hub decides which are the national ones."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        use = request.POST.get("use") == "yes"
        try:
            decide_on_file(text=self.text, use=use, by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            said = _("There is a new version.") if use else _("The hub's words stay.")
            messages.success(request, said)
        return redirect("cms_national_hub")
