"""The viewsets for rows that belong to a site: screens, and a chooser."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.chooser import CreateViewMixin
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Site
from wagtail.permissions import policy_registry

from cms.admin.files import ids_among
from cms.admin.place import current_site
from cms.admin.policies import ActiveSitePolicy


class SiteScoped:
    """Stands in front of every admin view of a site-owned model.

    Lists only rows of the host's site, answers 404 for another's row and to whoever
    has no role there, and sets the site of a new row itself.
    """

    model: Any
    site: Site

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        # Wagtail's delete view loads its object in setup: the site must come first.
        self.site = current_site(request)
        if not allowed(request, self.model, self.site):
            raise Http404
        super().setup(request, *args, **kwargs)  # type: ignore[misc]  # a mixin

    def get_base_queryset(self) -> Any:
        return self._scoped(super().get_base_queryset())  # type: ignore[misc]  # a mixin

    def get_queryset(self) -> Any:
        return self._scoped(super().get_queryset())  # type: ignore[misc]  # a mixin

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        instance = super().get_object(*args, **kwargs)  # type: ignore[misc]  # a mixin
        if isinstance(instance, self.model) and instance.site_id != self.site.pk:
            raise Http404
        return instance

    def save_instance(self) -> Any:
        self.form.instance.site = self.site  # type: ignore[attr-defined]  # a mixin
        return super().save_instance()  # type: ignore[misc]  # a mixin

    def _scoped(self, rows: Any) -> Any:
        # History and usage list other models; only our own rows carry a site.
        if getattr(rows, "model", None) is self.model:
            return rows.filter(site=self.site)
        return rows


def allowed(request: HttpRequest, model: Any, site: Site) -> bool:
    """Whether the person may work on `model` at `site`."""
    policy = policy_registry.get_by_type(model, fallback=False)
    if not isinstance(policy, ActiveSitePolicy):
        policy = ActiveSitePolicy(model)
    return site.pk in policy.site_ids(request.user)


class SiteScopedChooser(SiteScoped):
    """The same in front of the views of a chooser."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if isinstance(self, CreateViewMixin) and _has_no_form(self):
            raise Http404  # Wagtail would answer with an error.

    def get_object_list(self) -> Any:
        return self._scoped(super().get_object_list())  # type: ignore[misc]  # a mixin

    def get_objects(self, pks: Any) -> Any:
        return self._scoped(super().get_objects(ids_among(pks)))  # type: ignore[misc]  # a mixin

    def save_form(self, form: Any) -> Any:
        form.instance.site = self.site
        return super().save_form(form)  # type: ignore[misc]  # a mixin


def _has_no_form(view: Any) -> bool:
    return view.get_creation_form_class() is None


class SiteOwnedViewSet(ModelViewSet):
    """A viewset whose every view is scoped to the host's site."""

    copy_view_enabled = False
    add_to_reference_index = False
    shows_as: ClassVar[str | Promise] = ""
    """What the Features screen calls it; else its name in the menu."""

    def rows_of(self, site: Site) -> Any:
        """The rows that its screens list at `site`."""
        return self.model._default_manager.filter(site=site)

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        return super().construct_view(_scoped(view_class, SiteScoped), **kwargs)

    @property
    def menu_item_class(self) -> Any:
        model = self.model

        class SiteMenuItem(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                site = Site.find_for_request(request)
                return site is not None and allowed(request, model, site)

        return SiteMenuItem


class SiteOwnedChooserViewSet(ChooserViewSet):
    """A chooser of rows of the host's site: another site's are neither shown nor taken.

    `model` is the class itself.
    """

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        return super().construct_view(_scoped(view_class, SiteScopedChooser), **kwargs)


def _scoped(view_class: Any, scope: type[SiteScoped]) -> Any:
    """`view_class` behind `scope`, unless it stands there already."""
    if issubclass(view_class, SiteScoped):
        return view_class
    return type(f"{scope.__name__}{view_class.__name__}", (scope, view_class), {})
