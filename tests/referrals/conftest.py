"""Gwynedd with its page to ask for a visitor, and somebody who asks."""

import pytest

from sites.models import Authority
from tests.factories import make_service
from tests.referrals.walking import GWYNEDD, Asker, page_of


@pytest.fixture
def gwynedd(with_forms):
    return make_service("gwynedd", authority=Authority.objects.get(gss_code=GWYNEDD))


@pytest.fixture
def asker(client_at, gwynedd):
    def make(language):
        return Asker(client_at(gwynedd), page_of(gwynedd, language))

    return make
