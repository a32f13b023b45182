"""Where the notices are read: on pages of their own, now and as they once were."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils.translation import override

from forms.referrals.models import CarerPage, ReferralPage, YoungPage
from sites.models import FormTerms
from sites.notices.audiences import Audience
from sites.notices.links import notice_url
from sites.notices.versions import keep_versions
from tests.referrals.test_ti import chi
from tests.referrals.walking import ADULT, CARER, YOUNG, Asker, page_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
DOORS = {ReferralPage: ADULT, CarerPage: CARER, YoungPage: YOUNG}


def address(audience, language, key=""):
    return notice_url(audience, language, key)


def test_the_addresses_are_in_the_reader_s_language():
    assert address(Audience.YOUNG, "en") == "/en/your-information/young-people/"
    assert address(Audience.YOUNG, "cy") == "/cy/gwybodaeth-bersonol/pobl-ifanc/"


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("audience", list(Audience))
def test_each_notice_is_read_and_leads_to_the_other_language(
    client_at, gwynedd, audience, language
):
    page = client_at(gwynedd).get(address(audience, language))
    other = "cy" if language == "en" else "en"

    assert page.status_code == 200
    with override(language):
        assert str(audience.heading) in page.content.decode()
    assert address(audience, other) in page.content.decode()


def test_the_page_for_the_young_says_ti_throughout(client_at, gwynedd):
    page = client_at(gwynedd).get(address(Audience.YOUNG, "cy"))

    assert chi(page) == []


def test_an_earlier_version_is_read_under_its_day(client_at, gwynedd, service):
    with time_machine.travel(dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC), tick=False):
        keep_versions(gwynedd)
    service.set_terms("referrals", FormTerms(months={"filed": 7}))
    service.save()
    client = client_at(gwynedd)

    now = client.get(address(Audience.CARER, "en")).content.decode()
    then = client.get(address(Audience.CARER, "en", "2026-05-03")).content.decode()

    assert ": 7 months" in now
    assert ": 7 months" not in then
    assert "These words held from Sunday 3 May 2026 on." in then
    assert address(Audience.CARER, "en", "2026-05-03") in now


def test_what_is_nobody_s_notice_is_not_found(client_at, gwynedd):
    client = client_at(gwynedd)
    with override("en"):
        nobody = reverse("authorities:notice", args=["nobody"])

    assert client.get(nobody).status_code == 404
    dated = address(Audience.CARER, "en", "2026-05-03")
    assert client.get(dated).status_code == 404
    assert client.post(address(Audience.CARER, "en")).status_code == 405


def test_another_service_s_version_is_not_found(client_at, gwynedd, devon):
    with time_machine.travel(dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC), tick=False):
        keep_versions(gwynedd)
    dated = address(Audience.CARER, "en", "2026-05-03")

    assert client_at(gwynedd).get(dated).status_code == 200
    assert client_at(devon).get(dated).status_code == 404


def test_whoever_asks_is_led_to_their_own_notice_before_sending(client_at, gwynedd):
    shown = {}
    for model, answers in DOORS.items():
        asker = Asker(client_at(gwynedd), page_of(gwynedd, "en", model))
        asker.go(answers)
        shown[model] = asker.shown["check"]

    notices = {who: address(who, "en") for who in Audience}
    led = {
        model: {who for who, where in notices.items() if where in page}
        for model, page in shown.items()
    }
    assert led == {
        ReferralPage: {Audience.PROFESSIONAL},
        CarerPage: {Audience.CARER},
        YoungPage: {Audience.YOUNG},
    }
    assert "is in charge of how it is used" in shown[YoungPage]
