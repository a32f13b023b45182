"""Take in a list of people: send the file, see what would happen, then do it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.language import slugify
from cms.privacy import log_read
from cms.spreadsheet import as_download
from forms.casework.admin.gate import InInbox
from forms.casework.importing.checking import Checked, check
from forms.casework.importing.columns import offered
from forms.casework.importing.models import UploadedList
from forms.casework.importing.reading import MOST_ROWS, CannotRead, Listed, read
from forms.casework.importing.taking import keep, take_in

SHOWN = 50


class UploadForm(forms.Form):
    """The file; what cannot be read is refused beside it."""

    file = forms.FileField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy("An Excel workbook (.xlsx) or CSV, 2 MB at most."),
        error_messages={
            "required": gettext_lazy("Choose a file"),
            "missing": gettext_lazy("Choose a file"),
            "empty": gettext_lazy("The file is empty."),
            "invalid": gettext_lazy("Choose a file"),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> Listed:
        file = self.cleaned_data["file"]
        try:
            return read(file, file.size)
        except CannotRead as error:
            raise forms.ValidationError(str(error)) from error


class ImportScreen(InInbox, WagtailAdminTemplateMixin, TemplateView):
    """A screen of the import; where this inbox takes in no lists, there is none."""

    def get_page_title(self) -> str:
        return _("Take in a list")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": self.url("index"), "label": self.inbox.title},
            {"url": "", "label": self.get_page_title()},
        ]


class UploadView(ImportScreen):
    """The file is sent, read, and kept encrypted until somebody decides."""

    template_name = "casework/admin/import.html"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(UploadForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        uploaded = keep(
            site=self.site,
            kind=self.inbox.kind,
            listed=form.cleaned_data["file"],
            by=request.user,
        )
        return redirect(self.url("import_check", uploaded.pk))

    def show(self, form: UploadForm) -> HttpResponse:
        """The form, with what the list should look like."""
        shown = self.get_context_data(
            form=form,
            headings=offered(_language()),
            most=MOST_ROWS,
            empty_url=self.url("import_empty"),
            steps=[step.name for step in self.machine.steps if not step.closes],
        )
        return self.render_to_response(shown)


class EmptyListView(ImportScreen):
    """An empty list to fill in, its headings in the reader's language."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return as_download(
            "xlsx",
            title=str(self.inbox.title),
            name=slugify(_("list")),
            headings=offered(_language()),
            rows=[],
        )


class CheckView(ImportScreen):
    """What would happen, row by row. Posting does it, or throws the list away."""

    template_name = "casework/admin/import_check.html"
    http_method_names = ["get", "post", "head", "options"]

    @cached_property
    def uploaded(self) -> UploadedList:
        return get_object_or_404(
            UploadedList, pk=self.kwargs["pk"], site=self.site, kind=self.inbox.kind
        )

    @property
    def usual(self) -> str:
        """The language of whoever names none: the service's first."""
        return str(self.site.profile.default_language)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.uploaded.taken_at:
            return redirect(self.url("index"))
        rows = check(self.uploaded, self.machine, self.usual)
        good = [row for row in rows if not row.faults]
        log_read(
            site=self.site,
            user=request.user,
            kind=self.inbox.kind,
            reference="",
            action="check",
            request=request,
            count=len(rows),
        )
        return self.render_to_response(
            self.get_context_data(
                uploaded=self.uploaded,
                good=[self._shown(row) for row in good[:SHOWN]],
                good_count=len(good),
                more=max(0, len(good) - SHOWN),
                bad=[row for row in rows if row.faults],
                upload_url=self.url("import"),
            )
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "throw_away" in request.POST:
            self.uploaded.delete()
            messages.success(request, _("The list was thrown away."))
            return redirect(self.url("import"))
        count = take_in(uploaded=self.uploaded, language=self.usual, by=request.user)
        said = ngettext(
            "%(count)d person was taken in.", "%(count)d people were taken in.", count
        )
        messages.success(request, said % {"count": count})
        return redirect(self.url("index"))

    def _shown(self, row: Checked) -> dict[str, Any]:
        stage = row.told["stage"]
        named = (
            self.machine.stage_name(stage)
            if self.shows_stages
            else self.machine.step_of(stage).name
        )
        return {**row.told, "row": row.row, "stage": named}


def _language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"
