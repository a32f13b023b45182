"""What the notices say: the numbers of the settings, the law of the nation, "ti"."""

import pytest

from forms.journeys.terms import months_kept
from forms.referrals.terms import FILED
from sites.models import FormTerms, Service
from sites.notices.audiences import Audience
from sites.notices.composing import notice
from sites.notices.parts import Notice
from tests.referrals.test_ti import CHI

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.needs_plugin("applications", "referrals"),
]
EVERYBODY = list(Audience)


def words(service, audience, language):
    told = notice(service, audience, language)
    return "\n".join(
        text
        for part in told.parts
        for text in (
            part.heading,
            *part.words,
            *(item.words for item in part.items),
            *(each for item in part.items for each in item.under),
        )
    )


@pytest.mark.parametrize("audience", EVERYBODY)
def test_each_reader_has_a_notice_in_both_languages(service, audience):
    english = words(service, audience, "en")
    welsh = words(service, audience, "cy")

    assert "ico.org.uk/make-a-complaint" in english
    assert "ico.org.uk/make-a-complaint" in welsh
    assert set(english.splitlines()).isdisjoint(
        line for line in welsh.splitlines() if " " in line and "http" not in line
    )


@pytest.mark.parametrize("audience", EVERYBODY)
def test_only_the_young_are_told_it_with_ti(service, audience):
    said = words(service, audience, "cy").replace("Dewch chi o hyd", "")

    assert bool(CHI.findall(said)) is not audience.is_young


def test_the_months_are_those_of_the_settings_and_follow_them(service):
    service.set_terms("referrals", FormTerms(months={FILED.key: 7}))
    service.set_terms("applications", FormTerms(months={"visitors": 84}))
    service.save()

    assert months_kept(service, "referrals", FILED) == 7
    assert ": 7 months" in words(service, Audience.YOUNG, "en")
    assert ": 7 mis" in words(service, Audience.CARER, "cy")
    assert ": 7 years" in words(service, Audience.VOLUNTEER, "en")


def test_whom_to_ask_are_the_people_in_the_settings(service):
    told = words(service, Audience.PROFESSIONAL, "en")

    for fact in (service.dpo_contact, service.phone, service.email):
        assert fact in told
    assert f"{service.ico_registration}" in told


@pytest.mark.parametrize(
    ("place", "law", "other"),
    [("gwynedd", "Wales) Act 2014", "1989"), ("devon", "Children Act 1989", "2014")],
)
def test_the_law_is_that_of_the_nation(request, provisioned, place, law, other):
    site = request.getfixturevalue(place)

    told = words(Service.objects.get(site=site), Audience.VOLUNTEER, "en")

    assert law in told
    assert other not in told


def test_a_charity_says_what_its_own_notice_says_and_names_no_public_task(service):
    service.run_by, service.provider = Service.RunBy.CHARITY, "Friends"
    service.who_controls_en = "The council controls requests, Friends the rest."
    service.save()

    told = words(service, Audience.VOLUNTEER, "en")

    assert "public task" not in told
    assert "The council controls requests, Friends the rest." in told


def test_google_is_named_where_it_checks_adults_and_never_to_the_young(service):
    assert "Google" not in words(service, Audience.CARER, "en")

    service.recaptcha_public_key = service.recaptcha_private_key = "key"
    service.save()

    assert "Google" in words(service, Audience.CARER, "en")
    assert "Google" not in words(service, Audience.YOUNG, "en")


def test_a_notice_is_read_as_it_was_written(service):
    told = notice(service, Audience.YOUNG, "cy")

    again = Notice.read(told.written())

    assert again.digest == told.digest
    assert again.written() == told.written()
