"""Redirects of one service: its editors list, add, change, import and export their own.

Wagtail's screens show and change everybody's. These stand in their place, at the same
addresses; a redirect leads from the service's own host to its own pages or to a URL.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.contrib.redirects import urls, views
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.contrib.redirects.forms import ConfirmImportForm, RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.permissions import register_permission_policy

from cms.activation import SERVICE_ROOT_PATH
from cms.admin.place import current_site
from cms.admin.policies import ActiveSitePolicy
from cms.admin.viewsets import SiteScoped, allowed
from cms.roles import PAGE_ROLES, Role
from cms.surroundings import HOME_DEPTH


class RedirectPolicy(ActiveSitePolicy):
    """Those who publish pages look after the redirects of their sites."""

    @property
    def roles(self) -> AbstractSet[str]:
        return PAGE_ROLES - {Role.TRANSLATOR}


class OwnRedirectForm(RedirectForm):
    """Without the site, which is the host's; to pages of that site alone."""

    site = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        root = self.instance.site.root_page.path[:SERVICE_ROOT_PATH]
        pages = Page.objects.filter(path__startswith=root)
        self.fields["redirect_page"].queryset = pages

    def clean_redirect_page(self) -> Page | None:
        """The service itself, above its homes, is no page to which anybody can go."""
        page: Page | None = self.cleaned_data["redirect_page"]
        if page is not None and page.depth < HOME_DEPTH:
            said = _("This page has no address of its own. Choose one below it.")
            raise ValidationError(said)
        return page

    def clean(self) -> Any:
        cleaned = WagtailAdminModelForm.clean(self)
        old_path = Redirect.normalise_path(self.cleaned_data.get("old_path") or "/")
        same = Redirect.objects.filter(site=self.instance.site, old_path=old_path)
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("old_path", _("A redirect with this path already exists."))
        return cleaned

    class Meta(RedirectForm.Meta):
        fields = ("old_path", "is_permanent", "redirect_page", "redirect_link")


class OwnFilters(RedirectsReportFilterSet):
    """Without the list of all sites."""

    site = None

    class Meta:
        model = Redirect
        fields = ["is_permanent"]


class OwnIndex(SiteScoped, views.IndexView):
    """The redirects of the host's site."""

    filterset_class = OwnFilters
    columns = [column for column in views.IndexView.columns if column.name != "site"]
    list_export = [name for name in views.IndexView.list_export if name != "site"]


class _OnOwn(SiteScoped):
    """A form for a redirect of the host's site."""

    form_class = OwnRedirectForm

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]  # a mixin
        if kwargs.get("instance") is None:
            old_path = self.request.GET.get("old_path", "")[:255]  # type: ignore[attr-defined]  # a mixin
            kwargs["instance"] = Redirect(site=self.site, old_path=old_path)
        return kwargs


class OwnCreate(_OnOwn, views.CreateView):
    """Add one."""


class OwnEdit(_OnOwn, views.EditView):
    """Change one."""


class OwnDelete(SiteScoped, views.DeleteView):
    """Delete one."""


class OwnConfirmImportForm(ConfirmImportForm):
    """The site is hidden: the view sets it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].widget = forms.HiddenInput()


@require_POST
def import_own(request: HttpRequest) -> HttpResponse:
    """The second step of an import, into the host's site whatever was posted."""
    posted = request.POST.copy()
    if not all(map(_is_signed, map(posted.get, ("import_file_name", "input_format")))):
        raise BadRequest
    posted["site"] = str(_own_site(request).pk)
    request.POST = posted  # type: ignore[assignment]  # as Django's own tests do
    try:
        answer: HttpResponse = views.process_import(request)
    except FileNotFoundError:  # Sent twice, or from a page left open for long.
        messages.error(request, _("The file is no longer here. Upload it again."))
        return redirect("wagtailredirects:start_import")
    return answer


def _is_signed(text: str | None) -> bool:
    try:
        Signer().unsign(text or "")
    except BadSignature:
        return False
    return True


def start_own_import(request: HttpRequest) -> HttpResponse:
    """The first step: a file."""
    _own_site(request)
    answer: HttpResponse = views.start_import(request)
    return answer


def _own_site(request: HttpRequest) -> Site:
    site = current_site(request)
    if not allowed(request, Redirect, site):
        raise Http404
    return site


def install() -> None:
    """Stand in the place of Wagtail's screens, and of the policy its app registers."""
    register_permission_policy(Redirect, RedirectPolicy(Redirect))
    views.ConfirmImportForm = OwnConfirmImportForm
    own: dict[str, Callable[..., Any]] = {
        "index": OwnIndex.as_view(),
        "index_results": OwnIndex.as_view(results_only=True),
        "add": OwnCreate.as_view(),
        "edit": OwnEdit.as_view(),
        "delete": OwnDelete.as_view(),
        "start_import": start_own_import,
        "process_import": import_own,
    }
    urls.urlpatterns[:] = [
        path(str(old.pattern), own[old.name], name=old.name) for old in urls.urlpatterns
    ]
