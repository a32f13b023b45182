"""Gwynedd with its page to ask for a visitor, and somebody who asks."""

import pytest

from forms.referrals import starter
from sites.models import Authority
from sites.register import load_register
from tests.factories import make_service
from tests.referrals.walking import GWYNEDD, Asker, page_of


@pytest.fixture
def gwynedd(db):
    load_register()
    site = make_service("gwynedd", authority=Authority.objects.get(gss_code=GWYNEDD))
    starter.pages(site)
    return site


@pytest.fixture
def asker(client_at, gwynedd):
    def make(language):
        return Asker(client_at(gwynedd), page_of(gwynedd, language))

    return make
