"""The log of sign-ins, as the managers of a service and of the network read it."""

from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Site

from cms.admin import roles_at
from cms.admin.features.screens import Screen
from cms.language import slugify
from cms.privacy import log_read
from cms.roles import SIGN_IN_ROLES
from cms.spreadsheet import as_csv
from sites.entry.models import SignIn
from sites.people.models import User

PER_PAGE = 50
EXPORTED = 10_000


def may_read(user: Any, site: Site | None) -> bool:
    """Whether the person may read who signed in: managers, and at the hub its own.

    Both hold their role at this very site; nobody reads it from elsewhere.
    """
    return site is not None and bool(roles_at(user, site) & SIGN_IN_ROLES)


def staff_of(site: Site) -> QuerySet[User]:
    """Who holds a role at `site`, by name."""
    people = User.objects.filter(memberships__site=site).distinct()
    return people.order_by("first_name", "last_name", "pk")


def sign_ins_of(site: Site) -> QuerySet[SignIn]:
    """Of the site's own people, wherever they signed in; and of strangers at this host.

    Where a colleague signed in is not told: they may work for another service too.
    """
    strangers = Q(user=None, site=site)
    mine = Q(user__in=staff_of(site).values("pk"))
    return SignIn.objects.filter(mine | strangers).select_related("user")


class SignInsView(Screen):
    """Newest first; one person's, or everybody's."""

    may_open = may_read
    header_icon = "key"
    template_name = "entry/admin/sign_ins.html"
    page_title = gettext_lazy("Sign-ins")

    @cached_property
    def person(self) -> User | None:
        """Whose sign-ins were asked for; somebody else's colleague is nobody here."""
        asked = self.request.GET.get("person", "")
        if not asked.isdecimal() or len(asked) > 18:
            return None
        return staff_of(self.site).filter(pk=asked).first()

    def rows(self) -> QuerySet[SignIn]:
        """What the screen and its download list."""
        rows = sign_ins_of(self.site)
        return rows.filter(user=self.person) if self.person else rows

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        query = f"?person={self.person.pk}" if self.person else ""
        address = reverse("entry_sign_ins_csv") + query
        return [HeaderButton(_("Download as CSV"), url=address, icon_name="download")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page: Page[SignIn] = WagtailPaginator(self.rows(), PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        return super().get_context_data(
            people=staff_of(self.site),
            person=self.person,
            page_obj=page,
            **kwargs,
        )


class SignInsCsvView(SignInsView):
    """The same as a spreadsheet; that it was taken is written into the log of reads."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = list(self.rows()[:EXPORTED])
        log_read(
            site=self.site,
            user=request.user,
            kind="entry.signin",
            reference=str(self.person.pk) if self.person else "",
            action="export",
            request=request,
            count=len(rows),
        )
        text = as_csv(_headings(), [_cells(row) for row in rows])
        answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
        name = slugify(_("sign-ins"))
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer


def _headings() -> list[str]:
    return [
        _("When"),
        _("Who"),
        _("Email address"),
        _("Outcome"),
        _("How"),
        _("Second factor"),
        _("Browser"),
        _("Network"),
    ]


def _cells(row: SignIn) -> list[object]:
    user = row.user
    return [
        timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M"),
        user or _("Unknown address"),
        user.email if user else "",
        row.get_outcome_display(),
        row.get_method_display(),
        row.get_second_display(),
        row.browser,
        row.address,
    ]
