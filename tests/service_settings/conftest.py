"""Gwynedd with its forms, its manager, and a way to post a page of settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.forms import BoundField
from django.test import Client
from django.urls import reverse

from cms.roles import Role
from sites.models import Authority, Service
from sites.screens.groups import group_called
from tests.factories import make_service, make_staff

if TYPE_CHECKING:
    from wagtail.models import Site


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


@pytest.fixture
def devon(gwynedd: Site) -> Site:
    return make_service("devon", authority=Authority.objects.get(slug="devon"))


@pytest.fixture
def manager(gwynedd: Site) -> Any:
    return make_staff(gwynedd, Role.MANAGER, first_name="Mair")


@pytest.fixture
def coordinator(gwynedd: Site) -> Any:
    return make_staff(gwynedd, Role.COORDINATOR, first_name="Gethin")


@pytest.fixture
def save(client_at: Callable[..., Client]) -> Callable[..., Any]:
    """Post a page of settings as a browser would, with these answers changed."""

    def post(site: Site, user: Any, key: str, **answers: Any) -> Any:
        service = Service.objects.select_related("site__profile").get(site=site)
        group = group_called(service.site, key)
        assert group is not None
        form = group.form(service=service)
        data = {bound.html_name: _value(bound) for bound in form}
        data = {k: v for k, v in {**data, **answers}.items() if v not in (None, False)}
        client = client_at(site, user)
        return client.post(reverse("service_settings_group", args=[key]), data)

    return post


def _value(bound: BoundField) -> Any:
    return bound.value()
