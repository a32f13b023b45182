"""What the Welsh language standards ask is done where they apply, and can be set."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from forms.applications.journey import JOURNEY as APPLYING
from forms.journeys.declaring import Situation
from forms.referrals.doors.young.journey import YOUNG
from forms.referrals.journey import JOURNEY as ASKING
from sites.models import Service, SettingChange
from tests.factories import make_service

USUAL = {
    "en": "We welcome correspondence in Welsh. We will reply in Welsh, and that will"
    " not lead to delay.",
    "cy": "Rydym yn croesawu gohebiaeth yn Gymraeg. Byddwn yn ateb yn Gymraeg, ac ni"
    " fydd hynny’n arwain at oedi.",
}
OWN = {"welcome_en": "Write in Welsh.", "welcome_cy": "Ysgrifennwch yn Gymraeg."}
CONTACT = {"en": "/en/contact/", "cy": "/cy/cysylltu/"}
PREFERENCES = {
    *("write_language", "speak_language", "my_language", "my_write_language"),
}


def asked(site, language):
    """Which of the questions about languages stand in the journeys, whoever asks."""
    service = Service.objects.get(site=site)
    situation = Situation(site=site, service=service, language=language)
    with override(language):
        return PREFERENCES & {
            name
            for journey in (APPLYING, ASKING, YOUNG)
            for step in journey.steps
            if step.key != "languages" or step.is_shown(situation)
            for name in step.form(situation).fields
        }


def main_of(page):
    return BeautifulSoup(page.content, "html.parser").select_one("main").get_text(" ")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_contact_page_of_a_welsh_service_welcomes_welsh(
    started, client_at, language
):
    site = make_service("gwynedd")
    client = client_at(site)
    mine = Service.objects.filter(site=site)

    usual = main_of(client.get(CONTACT[language]))
    mine.update(**OWN)
    own = main_of(client.get(CONTACT[language]))
    mine.update(welcomes_welsh=False)
    silent = main_of(client.get(CONTACT[language]))
    mine.update(welcomes_welsh=True, welsh_standards=False)
    english_service = main_of(client.get(CONTACT[language]))

    words = (USUAL[language], OWN[f"welcome_{language}"])
    seen = [[text in page for text in words] for page in (usual, own)]
    assert seen == [[True, False], [False, True]]
    for page in (silent, english_service):
        assert [text in page for text in words] == [False, False]
    assert USUAL["cy" if language == "en" else "en"] not in usual


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_journey_asks_for_both_preferences_where_the_standards_apply(
    gwynedd, devon, language
):
    assert asked(gwynedd, language) == PREFERENCES
    assert asked(devon, language) == set()
    Service.objects.filter(site=gwynedd).update(asks_languages=False)
    assert asked(gwynedd, language) == set()


def test_a_manager_changes_them_and_each_change_is_logged(gwynedd, manager, save):
    given = {"asks_languages": False, "writes_in_both": False, **OWN}

    refused = save(gwynedd, manager, "languages", welcome_cy="Ysgrifennwch.")
    taken = save(gwynedd, manager, "languages", **given)

    assert "welcome_en" in refused.context["form"].errors
    assert taken.status_code == 302
    service = Service.objects.get(site=gwynedd)
    assert (service.asks_which_language, service.language_for_anyone()) == (
        False,
        gwynedd.profile.default_language,
    )
    assert service.welcome_in("cy") == OWN["welcome_cy"]
    logged = SettingChange.objects.filter(site=gwynedd, group="languages", by=manager)
    assert set(logged.values_list("field", flat=True)) == set(given)


def test_a_service_starts_with_every_duty_of_its_nation(provisioned):
    gwynedd, devon = (
        Service.objects.get(site=make_service(slug)) for slug in ("gwynedd", "devon")
    )

    assert gwynedd.asks_which_language
    assert gwynedd.language_for_anyone() == "both"
    assert gwynedd.welcome_in("cy") == USUAL["cy"]
    assert not devon.asks_which_language
    assert devon.language_for_anyone() == "en"
    assert devon.welcome_in("cy") == devon.welcome_in("en") == ""
