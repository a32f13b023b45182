"""The base that a plugin subclasses so that services shape its form."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from forms.journeys.questions.admin import (
    acts,
    overview,
    preview,
    publishing,
    question,
    texts,
)
from forms.journeys.questions.admin.gate import may_shape


class QuestionsViewSet(ViewSet):
    """The screens of one form. Set `kind` to the plugin's label, `title` to its name.

    Its journey says by `own_questions` what may be added. No screen names a row by its
    number: each asks for what is in work at the host's site (`OfForm`).
    """

    kind: ClassVar[str] = ""
    title: ClassVar[str | Promise] = ""
    short_title: ClassVar[str | Promise] = ""
    icon = "clipboard-list"
    add_to_admin_menu = True
    shows_as = _("own questions of a form")

    @property
    def name(self) -> str:
        return f"{self.kind}_form"

    @property
    def menu_label(self) -> Any:
        return self.short_title or self.title

    @property
    def menu_item_class(self) -> Any:
        kind = self.kind

        class FormMenuItem(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                return may_shape(request, kind)

        return FormMenuItem

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {"form_of": self, **kwargs}

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        # The first of these is where the menu leads.
        return [
            path("", view(overview.FormView), name="index"),
            path("add/", view(question.KindsView), name="add"),
            path("add/<slug:kind>/", view(question.NewView), name="add_kind"),
            path("questions/<slug:key>/", view(question.ChangeView), name="question"),
            path("questions/<slug:key>/move/", view(acts.MoveView), name="move"),
            path("questions/<slug:key>/retire/", view(acts.RetireView), name="retire"),
            path("questions/<slug:key>/delete/", view(acts.DeleteView), name="delete"),
            path("words/<slug:key>/", view(texts.TextView), name="text"),
            path("publish/", view(publishing.PublishView), name="publish"),
            path("throw-away/", view(publishing.ThrowAwayView), name="throw_away"),
            path(
                "versions/<int:number>/", view(publishing.VersionView), name="version"
            ),
            path("preview/", view(preview.PreviewListView), name="preview"),
            path(
                "preview/<slug:language>/<slug:part>/",
                view(preview.PreviewView),
                name="preview_part",
            ),
        ]
