"""Taking a page down or deleting it: both languages, or one for a reason."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from cms.visibility import published_below
from sites.parity.forms import WithdrawForm
from sites.parity.leaving import left_alone, only, with_below
from sites.parity.pairs import pair_of
from sites.parity.screens.one_page import ServicePageScreen
from sites.parity.withdrawal import (
    both_of,
    delete_both,
    take_down_alone,
    take_down_both,
)


class TakingDownScreen(ServicePageScreen):
    """What would be left alone, and the ways on; nothing has happened yet."""

    template_name = "parity/down.html"
    page_title = gettext_lazy("Unpublish a page")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.is_deleting = "delete" in request.GET
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        below = published_below(self.page)
        asked = {"below": self.is_deleting or "below" in self.request.GET}
        form = kwargs.setdefault("form", WithdrawForm(initial=asked))
        if not below:
            del form.fields["below"]
        pages = with_below(self.page) if asked["below"] else only(self.page)
        return super().get_context_data(
            page=self.page,
            title=self.page.title,
            left=list(left_alone(pages)),
            is_deleting=self.is_deleting,
            may=self._may(self.page),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        parent = self.page.get_parent().pk
        form = WithdrawForm(request.POST)
        below = bool(form["below"].data)
        if "delete" in request.POST:
            self.delete_both()
        elif "both" in request.POST:
            self.take_down_both(below=below)
        elif not self._may(self.page):
            raise PermissionDenied
        elif not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        else:
            take_down_alone(
                page=self.page,
                by=request.user,
                due_at=form.due_at,
                reason=form.cleaned_data["reason"],
                below=below,
            )
            messages.success(request, _("One language is unpublished."))
        return redirect("wagtailadmin_explore", parent)

    def take_down_both(self, *, below: bool) -> None:
        """One click, also for the pages below where that is asked."""
        self._refuse_without_leave(both_of(self.page, below=below))
        take_down_both(page=self.page, by=self.request.user, below=below)
        messages.success(self.request, _("Both languages are unpublished."))

    def delete_both(self) -> None:
        """One click, with the pages below both."""
        pair = pair_of(self.page)
        for page in (self.page, *([pair] if pair else [])):
            if not page.permissions_for_user(self.request.user).can_delete():
                raise PermissionDenied
        delete_both(page=self.page, by=self.request.user)
        messages.success(self.request, _("Both languages are deleted."))

    def _refuse_without_leave(self, pages: list[Page]) -> None:
        if not all(self._may(page) for page in pages):
            raise PermissionDenied

    def _may(self, page: Page) -> bool:
        return bool(page.permissions_for_user(self.request.user).can_unpublish())
