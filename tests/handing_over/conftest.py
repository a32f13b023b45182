"""Gwynedd has a young person's request that is Devon's; both have coordinators."""

import pytest

from forms.casework.models import Case
from forms.referrals.models import CarerPage, YoungPage
from sites.models import Authority
from tests.factories import make_service, make_staff
from tests.referrals.walking import CARER, YOUNG, Asker, page_of


@pytest.fixture
def gwynedd(with_forms):
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


@pytest.fixture
def devon(with_forms):
    return make_service("devon", authority=Authority.objects.get(slug="devon"))


@pytest.fixture
def gethin(gwynedd):
    return make_staff(gwynedd, "coordinator", first_name="Gethin")


@pytest.fixture
def sam(devon):
    return make_staff(devon, "coordinator", first_name="Sam")


@pytest.fixture
def asked(client_at, gwynedd, devon):
    """Somebody has asked at Gwynedd: the case."""

    def make(answers, model):
        Asker(client_at(gwynedd), page_of(gwynedd, "en", model)).go(answers)
        return Case.objects.get(kind="referrals", site=gwynedd)

    return make


@pytest.fixture
def by_carer(asked):
    return asked(CARER, CarerPage)


@pytest.fixture
def by_child(asked):
    return asked(YOUNG, YoungPage)
