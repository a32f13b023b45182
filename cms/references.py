"""What a page or a setting points to must be its own service's.

Wagtail's choosers show only what a person may see, but the forms behind them take the
number of any page, picture or document. Whatever way it points there (a field, a block,
a link in running text), it is found as Wagtail's own index of references finds it.
"""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import CollectionMember, Page, ReferenceIndex, Site

REFUSED = _(
    "This points to a page, picture or document of another service. Choose one of your"
    " own."
)


def points_elsewhere(thing: Any, site: Site) -> bool:
    """Whether `thing` points to a page, picture or document that is not the site's."""
    named = defaultdict(set)
    # Private API of Wagtail 8.0; tests/host/test_references.py names it.
    for kind, pk, _model, _content in ReferenceIndex._extract_references_from_object(
        thing
    ):
        named[kind].add(pk)
    return any(
        _is_elsewhere(ContentType.objects.get_for_id(kind).model_class(), keys, site)
        for kind, keys in named.items()
    )


def _is_elsewhere(model: Any, keys: set[str], site: Site) -> bool:
    if model is None:
        return False
    if issubclass(model, Page):
        root = site.root_page.path[:8]
        pages = Page.objects.filter(pk__in=keys)
        return bool(pages.exclude(path__startswith=root).exists())
    if issubclass(model, CollectionMember):
        from cms.document_files import owns

        rows = model._default_manager.filter(pk__in=keys).select_related("collection")
        return any(not owns(site, row.collection) for row in rows)
    return False


class PointsElsewhere(ValidationError):
    """What was about to be kept points to another service."""

    def __init__(self) -> None:
        # As a dictionary: Wagtail's API tells it as one.
        super().__init__({NON_FIELD_ERRORS: REFUSED})


class OwnPageForm(WagtailAdminPageForm):
    """The form of every page: it takes nothing of another service."""

    def _post_clean(self) -> None:
        super()._post_clean()
        site = _site_of(self.parent_page or self.instance)
        if site is not None and points_elsewhere(self.instance, site):
            self.add_error(None, REFUSED)


class OwnSettingsForm(WagtailAdminModelForm):
    """The form of every setting of a site: the same."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if points_elsewhere(self.instance, self.instance.site):
            self.add_error(None, REFUSED)


def _site_of(page: Page) -> Site | None:
    from cms.visibility import site_of

    return site_of(page)
