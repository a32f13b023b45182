"""The list of an inbox as a file for a spreadsheet; who took it is recorded."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override, pgettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton

from cms.language import slugify
from cms.privacy import log_reads
from cms.spreadsheet import as_download
from forms.casework.admin.listing import CaseListView
from forms.casework.models import LANGUAGES, Case
from forms.casework.spreadsheet import CaseTable


class ExportForm(forms.Form):
    """Which kind of file, and in which language."""

    file = forms.ChoiceField(
        label=gettext_lazy("Which kind of file?"),
        choices=[
            ("xlsx", pgettext_lazy("kind of file", "Excel workbook (XLSX)")),
            ("csv", pgettext_lazy("kind of file", "Plain table (CSV)")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.ChoiceField(
        label=gettext_lazy("Which language should it be in?"),
        help_text=gettext_lazy(
            "The headings, the questions and the answers from our lists. What people"
            " wrote stays as they wrote it."
        ),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
    )


class ExportView(CaseListView):
    """First asks how; then sends the cases, as the list is filtered, as a file."""

    template_name = "casework/admin/export.html"
    http_method_names = ["get", "head", "options"]
    paginate_by = None  # type: ignore[assignment]  # One file, no pages.
    _show_breadcrumbs = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_asked = "file" in request.GET
        form = ExportForm(request.GET if is_asked else None, initial=self.usual())
        if form.is_valid():
            return self.send(form.cleaned_data["file"], form.cleaned_data["words"])
        self.object_list = self.get_queryset()
        shown = self.get_context_data(
            # They are chosen on the list.
            filters=None,
            form=form,
            cases=self.object_list.count(),
            chosen=[
                (name, value)
                for name, values in request.GET.lists()
                for value in values
                if name not in form.fields
            ],
            list_url=self.url("index"),
        )
        return self.render_to_response(shown, status=400 if is_asked else 200)

    def log_shown(self, cases: Iterable[Case]) -> None:
        """The form in front of the file names nobody."""

    def usual(self) -> dict[str, str]:
        """What is chosen already: a workbook in the reader's language."""
        return {"file": "xlsx", "words": (get_language() or "en")[:2]}

    def send(self, file: str, language: str) -> HttpResponse:
        """The file, in `language`. Every case in it is recorded as exported."""
        cases = cast(list[Case], list(self.get_queryset().defer(None)))
        log_reads(
            site=self.site,
            user=self.request.user,
            kind=self.inbox.kind,
            references=[case.reference for case in cases],
            action="export",
            request=self.request,
        )
        table = CaseTable(
            cases=cases,
            language=language,
            stages=self.shows_stages,
            without=self.inbox.leaves_out,
        )
        with override(language):
            title = str(self.inbox.title)
        return as_download(
            file,
            title=title,
            name=f"{slugify(title)}-{timezone.localdate().isoformat()}",
            headings=table.headings,
            rows=table.rows,
        )

    def get_page_title(self) -> str:
        return _("Download the list")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()
        own = {"url": "", "label": self.get_page_title()}
        return [*items[:-1], {"url": self.url("index"), "label": self.inbox.title}, own]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return []
