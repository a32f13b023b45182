"""Gwynedd with its page to ask for a visitor, and somebody who asks."""

import pytest

from sites.models import Authority
from tests.factories import make_service
from tests.referrals.walking import GWYNEDD, Asker, carers_page_of, own_page_of, page_of


@pytest.fixture
def gwynedd(with_forms):
    return make_service("gwynedd", authority=Authority.objects.get(gss_code=GWYNEDD))


@pytest.fixture
def asker(client_at, gwynedd):
    def make(language):
        return Asker(client_at(gwynedd), page_of(gwynedd, language))

    return make


@pytest.fixture
def young(client_at, gwynedd):
    """A young person at their own form."""

    def make(language):
        return Asker(client_at(gwynedd), own_page_of(gwynedd, language))

    return make


@pytest.fixture
def carer(client_at, gwynedd):
    """A carer at their own form."""

    def make(language):
        return Asker(client_at(gwynedd), carers_page_of(gwynedd, language))

    return make
