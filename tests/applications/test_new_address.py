"""A new e-mail address counts once it is confirmed; the former one may say no."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from forms.casework.models import NewAddress
from forms.casework.new_address import LIFE, forget_old_ones
from forms.casework.notices import acknowledge
from forms.casework.undelivered import correct_address
from tests.applications.after_sending import (
    browser,
    case,
    mails,
    nothing_counted,
    path,
    text,
    timeline,
)
from tests.casework.factories import make_case, url
from tests.factories import make_service, make_staff

__all__ = ["browser", "case", "nothing_counted"]

pytestmark = pytest.mark.django_db

OLD, NEW = "sian@post.example", "new@post.example"
ASKED = f"They ask us on the website to write to another e-mail address: {OLD} → {NEW}"


def ask(browser, case, email=NEW, language="en"):
    screen = {"en": "your-details", "cy": "eich-manylion"}[language]
    said = {"name": case.display_name, "email": email, "phone": case.phone}
    return browser.post(path(case, screen, language), said, follow=True)


def link(name):
    """The path in the last mail of this name."""
    address = mails(name).latest("pk").context
    [found] = set(re.findall(r"https?://[^/]+(/[\w/-]+/)", str(address)))
    return found


def address_of(case):
    case.refresh_from_db()
    return case.email


@pytest.fixture
def staff(gwynedd, client_at):
    return client_at(gwynedd, make_staff(gwynedd, "coordinator"))


def test_both_addresses_are_written_to_and_the_old_one_goes_on(browser, case):
    answer = ask(browser, case)

    assert address_of(case) == OLD
    assert "We have sent a link to the new email address." in text(answer)
    assert f"You have asked us to write to {NEW}." in text(answer)
    assert mails("confirm_address").get().to == NEW
    assert mails("address_asked").get().to == OLD
    assert timeline(case) == [ASKED]
    assert mails("person_acted").count() == 1
    assert "post.example" not in link("confirm_address") + link("address_asked")
    assert case.reference not in link("confirm_address")


def test_it_counts_when_the_button_is_pressed_and_not_when_the_link_is_followed(
    browser, case
):
    ask(browser, case)
    where = link("confirm_address")

    asked = browser.get(where)
    assert address_of(case) == OLD
    done = browser.post(where, follow=True)

    assert case.reference in text(asked)
    assert "post.example" not in text(asked)
    assert case.display_name not in text(asked)
    assert address_of(case) == NEW
    assert "From now on we write to you at this email address." in text(done)
    assert mails("address_changed").get().to == OLD
    assert timeline(case)[1:] == [
        "They have confirmed their new e-mail address",
        f"E-mail address corrected: {OLD} → {NEW}",
    ]
    assert browser.get(where).status_code == 404
    assert browser.post(where).status_code == 404
    assert timeline(case)[3:] == []


def test_what_had_failed_goes_to_the_confirmed_address(browser, case):
    acknowledge(case, template="casework/withdrawn")
    mails("withdrawn").update(status="failed")
    ask(browser, case)

    browser.post(link("confirm_address"))

    assert mails("withdrawn").get().to == NEW
    assert mails("withdrawn").get().status == "queued"


def test_the_address_we_have_may_say_no(browser, case):
    ask(browser, case)
    where = link("address_asked")

    browser.get(where)
    assert NewAddress.objects.exists()
    done = browser.post(where, follow=True)

    assert address_of(case) == OLD
    assert "Nothing was changed" in text(done)
    assert timeline(case)[1].endswith("did not ask for another: nothing was changed")
    assert browser.post(link("confirm_address")).status_code == 404
    assert address_of(case) == OLD


def test_too_late_to_say_no_staff_are_told_and_nothing_is_changed_back(browser, case):
    ask(browser, case)
    browser.post(link("confirm_address"))

    done = browser.post(link("address_asked"), follow=True)

    assert address_of(case) == NEW
    assert "had been confirmed already" in text(done)
    assert timeline(case)[-1].endswith("did not ask for the change: please ring them")
    assert browser.post(link("address_asked")).status_code == 404


def test_one_link_is_not_good_for_the_other_purpose_site_or_time(browser, case):
    ask(browser, case)
    confirm, refuse = link("confirm_address"), link("address_asked")
    stranger = Client(SERVER_NAME=make_service("dyfed").hostname)

    assert browser.post(refuse.replace("not-me", "confirm-address")).status_code == 404
    assert stranger.post(confirm).status_code == 404
    assert browser.post(confirm[:-2] + "x/").status_code == 404
    with time_machine.travel(timezone.now() + LIFE + timedelta(seconds=1)):
        assert browser.post(confirm).status_code == 404
        assert browser.post(refuse).status_code == 404
        forget_old_ones()
    assert address_of(case) == OLD
    assert not NewAddress.objects.exists()


def test_another_address_ends_the_first_link_and_the_old_one_ends_both(browser, case):
    ask(browser, case)
    first = link("confirm_address")
    ask(browser, case, "other@post.example")
    second = link("confirm_address")

    assert browser.get(first).status_code == 404
    assert browser.get(second).status_code == 200
    ask(browser, case, OLD)
    assert browser.get(second).status_code == 404
    assert timeline(case)[-1] == "They keep the e-mail address we have"


def test_a_corrected_phone_number_leaves_the_waiting_address_alone(browser, case):
    ask(browser, case)
    case.phone = "07700 900999"

    page = browser.get(path(case, "your-details"))
    ask(browser, case)

    assert f'value="{NEW}"' in page.content.decode()
    assert mails("confirm_address").count() == 1
    assert NewAddress.objects.get().email == NEW


def test_strangers_are_not_flooded_with_mails(browser, case):
    for number in range(3):
        ask(browser, case, f"{number}@post.example")

    answer = ask(browser, case)

    assert "There have been too many tries" in text(answer)
    assert mails("confirm_address").count() == 3


def test_welsh_speakers_are_asked_in_welsh(browser, gwynedd):
    case = make_case(gwynedd, language="cy")
    ask(browser, case, language="cy")

    where = link("confirm_address")
    page = text(browser.get(where))

    assert "/cadarnhau-cyfeiriad/" in where
    assert "/nid-fi/" in link("address_asked")
    assert "Cadarnhau’r cyfeiriad hwn" in page
    assert mails("confirm_address").get().language == "cy"


def test_staff_see_the_waiting_address_and_confirm_it_after_a_call(
    browser, case, staff
):
    ask(browser, case)
    new = NewAddress.objects.get()
    seen = {"seen": str(new.row_key), "confirm": "1"}

    shown = text(staff.get(url("case", case.pk)))
    staff.post(url("new_address", case.pk), seen)

    assert f"They ask us to write to {NEW} from now on." in shown
    assert address_of(case) == NEW
    assert mails("address_changed").get().to == OLD
    after = text(staff.get(url("case", case.pk)))
    assert "They ask us to write to" not in after
    assert "no such address waits any more" in text(
        staff.post(url("new_address", case.pk), seen, follow=True)
    )


def test_staff_may_let_it_go(browser, case, staff):
    ask(browser, case)
    seen = {"seen": str(NewAddress.objects.get().row_key)}

    staff.post(url("new_address", case.pk), seen)

    assert address_of(case) == OLD
    assert timeline(case)[-1] == "New e-mail address not used"
    assert browser.post(link("confirm_address")).status_code == 404


def test_only_caseworkers_of_the_service_may(browser, case, gwynedd, client_at):
    ask(browser, case)
    other = make_service("dyfed")
    stranger = client_at(other, make_staff(other, "coordinator"))
    seen = {"seen": str(NewAddress.objects.get().row_key), "confirm": "1"}

    assert stranger.post(url("new_address", case.pk), seen).status_code == 404
    assert address_of(case) == OLD


def test_an_address_that_staff_correct_ends_what_waits(browser, case):
    ask(browser, case)

    correct_address(case=case, email="right@post.example", by=None)

    assert browser.post(link("confirm_address")).status_code == 404
    assert address_of(case) == "right@post.example"
