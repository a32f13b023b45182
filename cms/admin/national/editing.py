"""Write a new version of a text, in both languages at once; see it filled in first."""

import json
import re
from operator import itemgetter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.admin.national.hub import OneText
from cms.admin.national.screens import LANGUAGES
from cms.admin.national.text_form import TextForm
from cms.admin.roster import listed_sites
from cms.models import NationalText
from cms.national import Refused, revise
from cms.national.comparing import versions_apart

KEY = re.compile(r"page:[\w-]+")


class EditTextView(OneText):
    """The form; its preview shows the text with a service’s facts and saves nothing."""

    template_name = "cms/admin/national/hub_edit.html"
    page_title = gettext_lazy("Edit a national text")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.text.is_newest:
            return redirect("cms_national_hub_text", self.text.pk)
        return self._show(self._form(None))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form)
        if "preview" in request.POST:
            return self._show(form, preview=self._preview(form))
        try:
            made = revise(
                text=self.text,
                texts=form.texts,
                note_en=form.cleaned_data["note_en"],
                note_cy=form.cleaned_data["note_cy"],
                law_checked_on=form.cleaned_data.get("law_checked_on"),
                by=request.user,
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._show(form)
        facts = {"title": made.title, "version": made.version}
        said = _("“%(title)s” has a new version, %(version)d. Services are told.")
        messages.success(request, said % facts)
        return redirect("cms_national_hub_text", made.pk)

    def _form(self, data: Any) -> TextForm:
        return TextForm(
            data,
            text=self.text,
            model=self.model,
            pages=self._pages(),
            services=[(str(x.site.pk), x.name) for x in self.services.values()],
        )

    @cached_property
    def services(self) -> dict[str, Any]:
        """The services for which the text is made, by id."""
        return {
            str(listed.site.pk): listed
            for listed in listed_sites()
            if not listed.is_hub and self.text.nation in ("", listed.nation)
        }

    def _pages(self) -> list[tuple[str, str]]:
        rows = NationalText.objects.filter(is_newest=True)
        if self.text.nation:
            rows = rows.filter(nation__in=["", self.text.nation])
        # Each nation has a law page of its own under one key.
        found = {f"page:{row.key}": row.title for row in rows}
        used = set(KEY.findall(json.dumps(self.text.texts)))
        return sorted(({key: key for key in used} | found).items(), key=itemgetter(1))

    def _preview(self, form: TextForm) -> dict[str, Any]:
        chosen = self.services.get(form.cleaned_data["service"])
        new = NationalText(texts=form.texts)
        site = chosen.site if chosen else None
        return versions_apart(self.text, new, self.model, site)

    def _show(self, form: TextForm, **context: Any) -> HttpResponse:
        return self.render_to_response(
            self.get_context_data(
                form=form,
                text=self.text,
                media=form.media,
                languages=LANGUAGES,
                sides=[(code, form.of(code)) for code in ("en", "cy")],
                **context,
            )
        )
