"""The screen of one page's care."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.roles import PAGE_ROLES
from sites.details import is_dated
from sites.own_pages import own_page
from sites.upkeep.forms import CareForm
from sites.upkeep.looking import looked_after_as
from sites.upkeep.services import look_after, say_it_is_right


def may_look_after(user: Any, site: Site | None) -> bool:
    """Whoever writes, translates or publishes pages here."""
    if site is None:
        return False
    return bool(user.is_superuser or roles_at(user, site) & PAGE_ROLES)


class PageCareScreen(Screen):
    """Whose the page is. 404 for a page of another site, or that one may not edit."""

    template_name = "upkeep/page.html"
    page_title = gettext_lazy("Owner and review")
    header_icon = "calendar-check"
    may_open = may_look_after
    above = [("page_reviews", gettext_lazy("Pages to review"))]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = own_page(request, kwargs["page_id"])
        if self.page.alias_of_id:  # Another page's words: that page is looked after.
            raise Http404
        tester = self.page.permissions_for_user(request.user)
        self.may_vouch = tester.can_publish() or not is_dated(self.page)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Keep what was entered, or that the page is still right."""
        if request.POST.get("do") == "right":
            if not self.may_vouch:
                raise PermissionDenied
            say_it_is_right(page=self.page, site=self.site, by=request.user)
            messages.success(request, _("Thank you. The page counts as reviewed."))
            return redirect("page_reviews")
        form = CareForm(request.POST, told=looked_after_as(self.page, self.site))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        look_after(page=self.page, site=self.site, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept, for both languages of the page."))
        return redirect("page_care", page_id)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = looked_after_as(self.page, self.site)
        kwargs.setdefault("form", CareForm(told=told))
        edit = "wagtailadmin_pages:edit"
        return super().get_context_data(
            told=told,
            may_vouch=self.may_vouch,
            languages=[
                (code, page, reverse(edit, args=[page.pk]))
                for code, page in sorted(told.pages.items())
            ],
            **kwargs,
        )
