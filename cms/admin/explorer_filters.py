"""The filters beside the explorer name only people and services within reach.

Wagtail offers everybody who owns or has edited any page, and every site.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.models import Page, PageLogEntry, Site

from cms.admin.place import role_pairs


def pages_within_reach(user: Any) -> Any:
    """The pages of the services where a person edits pages."""
    from cms.admin.guard import editable_roots  # It needs what stands beside us.

    if user.is_superuser:
        return Page.objects.all()
    mine = Q(pk__in=[])
    for root in editable_roots(user):
        mine |= Q(path__startswith=root)
    return Page.objects.filter(mine)


def owners(request: HttpRequest) -> Any:
    """Who owns a page within reach."""
    pages = pages_within_reach(request.user).order_by()
    return get_user_model().objects.filter(pk__in=pages.values("owner"))


def editors(request: HttpRequest) -> Any:
    """Who has edited a page within reach."""
    pages = pages_within_reach(request.user).order_by()
    edits = PageLogEntry.objects.filter(action="wagtail.edit", page__in=pages)
    return get_user_model().objects.filter(pk__in=edits.order_by().values("user"))


def sites(request: HttpRequest) -> Any:
    """The sites where the person works."""
    if request.user.is_superuser:
        return Site.objects.all()
    return Site.objects.filter(pk__in={pk for pk, _role in role_pairs(request.user)})


def install() -> None:
    """Offer these instead."""
    for filters in (PageFilterSet, GenericPageFilterSet):
        for kept in (filters.declared_filters, filters.base_filters):
            kept["owner"].queryset = owners
            kept["edited_by"].queryset = editors
            kept["site"].queryset = sites
