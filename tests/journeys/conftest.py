"""Gwynedd with its apply page, and somebody who fills it in."""

from collections.abc import Callable

import pytest
from wagtail.models import Site

from sites.models import Authority
from tests.factories import make_service
from tests.journeys.walking import Applicant


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    """Gwynedd, with the register, its settings filled and its apply page published."""
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


@pytest.fixture
def devon(gwynedd: Site) -> Site:
    """Devon, where no Welsh language standards apply."""
    return make_service("devon", authority=Authority.objects.get(slug="devon"))


@pytest.fixture
def applicant(gwynedd: Site) -> Applicant:
    """Somebody on Gwynedd's apply page who has answered nothing yet."""
    return Applicant(gwynedd)


@pytest.fixture
def another(gwynedd: Site) -> Callable[[], Applicant]:
    """Somebody else, in a browser of their own."""
    return lambda: Applicant(gwynedd)
