"""One page in both languages: publish both, or one alone with a reason and a day."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from cms.admin.features.screens import Screen
from cms.language.translating import SCREEN
from cms.models import PluginPage
from cms.visibility import site_of
from sites.parity.forms import AloneForm
from sites.parity.models import PublishedAlone
from sites.parity.pairs import bound_site, half, pair_of
from sites.parity.screens.access import may_see
from sites.parity.services import NotReady, publish_alone, publish_both


class ServicePageScreen(Screen):
    """A screen about one page of the host's service, which owes both languages."""

    header_icon = "globe"
    may_open = may_see

    @cached_property
    def page(self) -> PluginPage:
        """The page; 404 where it is not one of this service that owes both."""
        found = Page.objects.filter(pk=self.kwargs["page_id"]).first()
        if found is None or site_of(found) != self.site:
            raise Http404
        page: PluginPage = found.specific
        if bound_site(page) is None:
            raise Http404
        return page


class PageScreen(ServicePageScreen):
    """How both languages of a page stand, and what can be done about it."""

    template_name = "parity/page.html"
    page_title = gettext_lazy("Both languages")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pair = pair_of(self.page)
        halves = [half(self.page), *([half(pair)] if pair else [])]
        ready = pair is not None and all(one.is_ready for one in halves)
        kwargs.setdefault("form", AloneForm(site=self.site))
        return super().get_context_data(
            page=self.page,
            title=self.page.draft_title,
            halves=halves,
            missing=None if pair else _other(self.page),
            write_url=reverse(SCREEN, args=[self.page.pk]),
            are_ready=ready,
            are_live=ready and all(one.is_live for one in halves),
            may_publish=self.may_publish,
            promise=self.promise,
            **kwargs,
        )

    @property
    def may_publish(self) -> bool:
        """Whether the person publishes here; translators do not."""
        return bool(self.page.permissions_for_user(self.request.user).can_publish())

    @property
    def promise(self) -> PublishedAlone | None:
        """The open one, if it stands alone already."""
        rows = PublishedAlone.objects.filter(site=self.site, outcome="")
        return rows.filter(translation_key=self.page.translation_key).first()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_publish:
            raise PermissionDenied
        if "both" in request.POST:
            return self.publish_both()
        form = AloneForm(request.POST, site=self.site)
        if not form.is_valid() or self.page.latest_revision_id is None:
            return self.render_to_response(self.get_context_data(form=form))
        publish_alone(
            page=self.page,
            by=request.user,
            due_at=form.due_at,
            reason=form.cleaned_data["reason"],
            is_urgent=form.cleaned_data["is_urgent"],
        )
        messages.success(request, _("Published. The other language is on your list."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def publish_both(self) -> HttpResponse:
        """One click; where something keeps one back, the screen says what."""
        try:
            publish_both(page=self.page, by=self.request.user)
        except NotReady:
            return redirect("parity_page", self.page.pk)
        messages.success(self.request, _("Both languages are published."))
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)


def _other(page: Page) -> str:
    return "en" if page.locale.language_code == "cy" else "cy"
