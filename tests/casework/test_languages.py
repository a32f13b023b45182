"""The languages a person wants: seen before anybody rings, followed by every mail."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from cms.mail import retry
from cms.mail.rendering import rendered
from cms.models import OutboundEmail
from forms.casework.errors import LanguageChanged
from forms.casework.letters import LETTERS, write_letter
from forms.casework.models import Case, LanguageChange
from forms.casework.notices import acknowledge, told_of
from forms.casework.services import change_languages, mail_person
from sites.models import Service
from tests.casework.factories import make_case, url

pytestmark = pytest.mark.django_db

WISH = "Writes in Welsh · speaks English"
PHONE = "07700 900123"


def letter(case, **changes):
    words = {"subject": "Sgwrs", "body": "Helo,\n\nBeth am sgwrs?"}
    return {**words, "written_in": case.language, "token": str(uuid4()), **changes}


@pytest.mark.parametrize("screen", ["case", "print"])
def test_staff_read_the_languages_beside_the_name_before_the_number(
    staff, gwynedd, screen
):
    case = make_case(gwynedd, spoken_language="en")

    page = staff.get(url(screen, case.pk)).content.decode()

    person = BeautifulSoup(page, "html.parser").select_one("header.iv-person")
    text = " ".join(person.get_text(" ").split())
    assert text.index(case.display_name) < text.index(WISH) < text.index(PHONE)


def test_the_list_shows_them_beside_the_name(staff, gwynedd):
    case = make_case(gwynedd, spoken_language="en")

    page = BeautifulSoup(staff.get(url("index")).content, "html.parser")

    cells = [cell.get_text(" ", strip=True) for cell in page.select("tbody tr td")]
    name = next(at for at, text in enumerate(cells) if case.display_name in text)
    assert cells[name + 1] == WISH


def test_a_change_is_kept_logged_and_followed_by_the_next_mail(
    staff, coordinator, case
):
    given = {"language": "en", "spoken_language": "either"}

    answer = staff.post(url("languages", case.pk), given, follow=True)

    kept = Case.objects.get(pk=case.pk)
    change = LanguageChange.objects.get()
    assert (kept.language, kept.spoken_language) == ("en", "either")
    assert (change.case, change.site, change.by) == (case, case.site, coordinator)
    assert (change.before, change.after) == (
        "Writes in Welsh · speaks Welsh",
        "Writes in English · speaks either language",
    )
    page = answer.content.decode()
    assert "Saved which languages they want to use." in page
    assert f"{change.before} → {change.after}" in page
    acknowledge(kept, template="applications/received", contact_by=None)
    mail_person(case=kept, by=coordinator, letter="own", subject="Talk", body="Hello")
    sent = OutboundEmail.objects.filter(to_index=index_of(kept))
    assert {mail.language for mail in sent} == {"en"}


def test_saving_the_same_languages_logs_nothing(coordinator, case):
    same = {"language": case.language, "spoken_language": case.spoken_language}

    assert change_languages(case=case, by=coordinator, **same) is None
    assert not LanguageChange.objects.exists()


def test_a_language_that_is_none_is_refused(staff, case):
    given = {"language": "fr", "spoken_language": "fr"}

    answer = staff.post(url("languages", case.pk), given)

    assert "Select a valid choice" in answer.content.decode()
    assert Case.objects.get(pk=case.pk).language == "cy"


def test_a_letter_begun_in_the_other_language_is_not_sent(staff, coordinator, case):
    begun = letter(case)
    change_languages(case=case, language="en", spoken_language="en", by=coordinator)

    late = staff.post(url("letter", case.pk, "own"), begun)

    assert "changed the language in which we write to them" in late.content.decode()
    assert not case.casemails.exists()
    with pytest.raises(LanguageChanged):
        mail_person(
            case=case, by=coordinator, letter="own", **letter(case, written_in="cy")
        )
    assert staff.post(url("letter", case.pk, "own"), letter(case)).status_code == 302
    assert case.casemails.get().mail.language == "en"


def test_staff_who_work_in_english_send_welsh_to_whoever_asked_for_it(
    staff, coordinator, case
):
    assert coordinator.preferred_language == "en"

    staff.post(url("letter", case.pk, "own"), letter(case))

    mail = case.casemails.get().mail
    OutboundEmail.objects.filter(pk=mail.pk).update(status="failed", attempts=8)
    again = rendered(retry(OutboundEmail.objects.get(pk=mail.pk)))
    assert (again.language, again.subject) == ("cy", "Sgwrs")
    assert "Poeni am blentyn?" in again.text
    assert "Worried" not in again.text


def test_a_service_s_mailbox_is_written_to_in_both_unless_its_notice_differs(
    two_authorities,
):
    gwynedd, devon = (Service.objects.get(site=site) for site in two_authorities)

    assert told_of(gwynedd, "applications") == [(gwynedd.email, "both")]
    assert told_of(devon, "applications") == [(devon.email, "en")]
    gwynedd.writes_in_both = False
    assert told_of(gwynedd, "applications") == [
        (gwynedd.email, gwynedd.site.profile.default_language)
    ]


ASKS = {
    "en": "Tell us too whether you would like to speak Welsh or English.",
    "cy": "Dywedwch hefyd a hoffech siarad yn Gymraeg neu yn Saesneg.",
}


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("asks", [True, False])
def test_letters_that_invite_ask_which_language_where_the_service_must(
    case, language, asks
):
    written = {
        one.key: write_letter(
            one,
            case,
            service="Ymwelwyr",
            coordinator="Mari",
            language=language,
            asks_language=asks,
        ).body
        for one in LETTERS
    }

    asking = {key for key, body in written.items() if ASKS[language] in body}
    assert asking == ({"ring", "meet"} if asks else set())
    assert [body for body in written.values() if "{" in body or "  " in body] == []


def index_of(case):
    """How the outbox finds the mails to the person of a case."""
    return OutboundEmail.objects.get(template="applications/received").to_index
