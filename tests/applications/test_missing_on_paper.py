"""What a paper left out: a link asks it alone, and the answer takes its place."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from cms.mail.sending import send_due
from cms.models import OutboundEmail
from forms.applications.letters import address_of_missing, address_of_second_part
from forms.applications.models import Application
from forms.casework.models import Case
from forms.casework.timeline import timeline
from forms.journeys.models import Completion, Draft
from tests.applications.test_on_paper import URL, written

pytestmark = pytest.mark.django_db
EMPTY = ("why_how", "why", "old_enough", "speak_language")


def key_in(staff, *empty, **more):
    """A paper on which these questions have no answer."""
    data = written(**dict.fromkeys(empty, ""), **more)
    page = staff.post(reverse(URL), data).content.decode()
    box = page.partition('name="left_out" value="')[2].partition('"')[0]
    staff.post(reverse(URL), {**data, "left_out": box})
    return Case.objects.get()


def open_link(person, address):
    path = re.sub(r"^https?://[^/]+", "", address)
    shown = person.client.get(path).content.decode()
    return shown, person.client.post(path)


def write_to(staff, case):
    """Send the letter with the link, as the coordinator does."""
    address = reverse("applications:letter", args=[case.pk, "missing"])
    form = staff.get(address).context["form"]
    staff.post(address, {**form.initial, "token": str(uuid4())})
    send_due()
    mail = OutboundEmail.objects.get(template="casework/letter")
    return re.search(r"https?://\S+/parhau/[\w-]{43}/", mail.text)[0]


def fill_in(person):
    """Answer what is asked, look it through, send it."""
    for slug, changes in (
        ("your-language", {"speak_language": "cy"}),
        ("your-age", {}),
        ("why", {}),
    ):
        assert person.answer(slug, "cy", **changes).status_code == 302
    return person.send("cy")


def test_the_link_asks_what_is_missing_and_shows_nothing_else(staff, another):
    case = key_in(staff, *EMPTY)
    person = another()

    shown, opened = open_link(person, write_to(staff, case))
    language = person.answer("your-language", "cy", speak_language="cy")
    age = person.answer("your-age", "cy")
    why = person.answer("why", "cy")
    checked = person.look("check", "cy").content.decode()

    assert "cwestiynau heb ateb ar eich ffurflen bapur" in shown
    assert opened["Location"] == "/cy/gwneud-cais/eich-iaith/?notice=welcome"
    assert language["Location"] == "/cy/gwneud-cais/eich-oed/"
    assert age["Location"] == "/cy/gwneud-cais/pam/"
    assert why["Location"] == "/cy/gwneud-cais/gwirio/"
    assert "Siân" not in checked
    assert "LL55" not in checked


def test_the_answers_take_their_places_and_both_sides_are_told(staff, another):
    case = key_in(staff, *EMPTY)
    keys = [row["key"] for row in case.answers]
    person = another()
    open_link(person, write_to(staff, case))

    fill_in(person)
    sent = person.look("sent", "cy").content.decode()

    assert case.reference in sent
    assert "Mae’r hyn a oedd ar goll wedi’n cyrraedd" in sent
    case.refresh_from_db()
    application = Application.objects.get()
    assert application.answers["old_enough"] is True
    assert application.answers["postcode"] == "LL55 1SH"
    keys.insert(keys.index("why_how") + 1, "why")  # It is asked of who writes here.
    assert [row["key"] for row in case.answers] == keys
    said = {row["key"]: row["answer_cy"] for row in case.answers}
    assert said["why"] == "Rwy’n hoffi gwrando."
    assert "Heb ei roi ar bapur" not in said.values()
    assert application.snapshot == case.answers
    assert [flag["code"] for flag in case.flags] == ["too_fast"]  # As tests are.
    assert case.spoken_language == "cy"
    with override("en"):
        titles = [event.title for event in timeline(case, stages=True)]
    assert "What was missing on paper has arrived" in titles
    thanks = OutboundEmail.objects.get(template="applications/received_missing")
    assert (thanks.to, thanks.language) == ("sian@post.example", "cy")
    assert not Completion.objects.exists()
    assert (
        "/missing/"
        not in staff.get(reverse("applications:case", args=[case.pk])).content.decode()
    )


def test_a_step_keeps_what_the_paper_says_there_and_asks_the_rest(staff, another):
    case = key_in(staff, "speak_language")
    person = another()
    open_link(person, address_of_missing(case))

    page = person.look("your-language", "cy").content.decode()

    assert re.findall(r'name="(\w+)"[^>]*checked', page) == ["write_language"]
    assert person.look("postcode", "cy").status_code == 302


def test_the_postcode_on_the_paper_finds_the_area_and_is_not_shown(staff, another):
    case = key_in(staff, "area")
    person = another()
    open_link(person, address_of_missing(case))

    page = person.look("where-you-live", "cy").content.decode()

    assert 'name="area" value="gwynedd"' in re.sub(r" (type|id)=\S+", "", page)
    assert "LL55" not in page
    assert "Ni allem adnabod" not in page


def test_what_follows_from_an_answer_given_now_is_asked_too(staff, another):
    case = key_in(staff, "go_on")
    person = another()
    open_link(person, address_of_missing(case))

    person.answer("send-or-go-on", "cy", go_on="now")
    follows = person.look("experience", "cy")
    back = person.answer("send-or-go-on", "cy", go_on="send")

    assert follows.status_code == 200
    assert back["Location"] == "/cy/gwneud-cais/gwirio/"


def test_the_next_part_has_a_draft_of_its_own(staff, another):
    case = key_in(staff, "old_enough")
    addresses = [
        make(case)
        for make in (address_of_missing, address_of_second_part, address_of_missing)
    ]

    asked = sorted(draft.asks_only for draft in Draft.objects.all())

    assert len(set(addresses)) == 3
    assert asked == [[], ["age"]]


def test_from_two_devices_it_arrives_once(staff, another):
    case = key_in(staff, "old_enough")
    people = []
    for _device in range(2):
        person = another()
        open_link(person, address_of_missing(case))
        people.append(person)
    people[0].answer("your-age", "cy")

    answers = [person.send("cy")["Location"] for person in people]

    assert set(answers) == {"/cy/gwneud-cais/wedi-anfon/"}
    thanks = OutboundEmail.objects.filter(template="applications/received_missing")
    assert thanks.count() == 1


def test_whoever_has_no_e_mail_is_rung(staff):
    case = key_in(staff, "old_enough", email="", phone="07700 900456")

    page = staff.get(reverse("applications:case", args=[case.pk])).content.decode()

    assert "ask them, by phone or" in page
    assert "/letter/missing/" not in page


def test_a_full_paper_and_one_from_the_website_lack_nothing(staff, case):
    address = reverse("applications:letter", args=[case.pk, "missing"])
    from_website = staff.get(address).status_code
    Case.objects.all().delete()
    paper = key_in(staff, go_on="send")
    address = reverse("applications:letter", args=[paper.pk, "missing"])

    assert (from_website, staff.get(address).status_code) == (404, 404)
