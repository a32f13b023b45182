"""The screen on which a draft's link is made, read and ended."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.roles import PAGE_ROLES
from sites.drafts.models import DAYS, DraftLink
from sites.own_pages import own_page


def may_share(user: Any, site: Site | None) -> bool:
    """Whoever writes, translates or publishes pages here."""
    return site is not None and bool(roles_at(user, site) & PAGE_ROLES)


class ShareDraftScreen(Screen):
    """One page's link. 404 for a page of another site, or that one may not edit."""

    template_name = "drafts/share.html"
    page_title = gettext_lazy("Share the draft")
    header_icon = "link"
    may_open = may_share

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = own_page(request, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @property
    def link(self) -> DraftLink | None:
        """The one that works now."""
        now = timezone.now()
        return DraftLink.objects.filter(page=self.page, ends_at__gt=now).first()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a link, or end it: a new one then has another address."""
        wanted = request.POST.get("do")
        if wanted == "make" and self.link is None:
            DraftLink.objects.filter(
                site=self.site, ends_at__lte=timezone.now()
            ).delete()
            DraftLink.objects.get_or_create(
                page=self.page, defaults={"site": self.site}
            )
            log(instance=self.page, action="drafts.shared", user=request.user)
            messages.success(request, _("The link is made."))
        elif wanted == "end" and self.link is not None:
            DraftLink.objects.filter(page=self.page).delete()
            log(instance=self.page, action="drafts.ended", user=request.user)
            messages.success(request, _("The link has ended. Nobody can open it now."))
        return redirect("share_draft", pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, own = super().get_breadcrumbs_items()
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        title = self.page.get_admin_display_title()
        return [*above, {"url": edit, "label": title}, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = self.link
        code = self.page.locale.language_code
        return super().get_context_data(
            page_shared=self.page,
            title=self.page.get_admin_display_title(),
            language=code,
            link=link,
            address=self._address(link, code) if link else "",
            days=DAYS,
            is_published=self.page.live and not self.page.has_unpublished_changes,
            **kwargs,
        )

    def _address(self, link: DraftLink, code: str) -> str:
        with translation.override(code):
            path = reverse("authorities:draft", args=[link.token])
        return self.request.build_absolute_uri(path)
