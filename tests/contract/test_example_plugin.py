"""A third party's plugin, installed from its wheel, through every door of the host."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from acme_fostering.jobs import forget_old_enquiries
from acme_fostering.models import (
    Enquiry,
    FosteringFactsPage,
    FosteringSettings,
    FosteringStoriesPage,
    FosteringStory,
)
from acme_fostering.services import NotTakingEnquiries, receive_enquiry
from django.contrib.messages.storage.fallback import FallbackStorage
from django.utils import timezone

from cms.activation import CannotSwitch, disable, enable
from cms.language import long_date
from cms.mail import OutboundEmail
from cms.mail.rendering import rendered
from cms.plugins import installed_plugins
from cms.roles import Role
from cms.starter import start_site
from forms.casework.models import Case
from tests.architecture.sources import ROOT
from tests.factories import OPEN_SETTINGS, home_of, make_staff, publish

pytestmark = pytest.mark.django_db
ASK = "/en/services/fostering/"
ENQUIRY = {"name": "Siân Ŵyn", "email": "sian@post.example"}


@pytest.fixture
def on_and_off(two_authorities):
    """Gwynedd, where the plugin is on, and Devon, where it is not."""
    gwynedd, devon = two_authorities
    enable(site=gwynedd, label="fostering")
    return gwynedd, devon


def test_the_demo_does_not_know_it():
    clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    listed = subprocess.run(
        [
            sys.executable,
            "-c",
            "from cms.plugins.discovery import plugin_modules as p; print(p())",
        ],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert "fostering" in installed_plugins()
    assert "acme_fostering" not in listed


def test_its_address_answers_only_where_it_is_on(on_and_off, client_at):
    answers = [client_at(site).get(ASK).status_code for site in on_and_off]

    assert answers == [200, 404]


def test_its_slot_stands_on_the_home_page_only_where_it_is_on(on_and_off, client_at):
    homes = [client_at(site).get("/en/").content.decode() for site in on_and_off]

    assert [f'href="{ASK}"' in home for home in homes] == [True, False]


def test_an_enquiry_is_kept_encrypted_for_its_own_site(on_and_off, client_at):
    gwynedd, _devon = on_and_off

    answer = client_at(gwynedd).post(ASK, ENQUIRY, follow=True)

    kept = Enquiry.objects.get()
    sealed = Enquiry.objects.values_list("name", flat=True).get()
    assert answer.redirect_chain == [(f"{ASK}received/", 302)]
    assert (kept.site, kept.name, kept.email) == (gwynedd, *ENQUIRY.values())
    assert "Siân" not in str(sealed)


def test_whoever_asks_is_answered_by_mail_in_the_language_they_used(
    on_and_off, client_at
):
    client_at(on_and_off[0]).post("/cy/services/fostering/", ENQUIRY)

    mail = rendered(OutboundEmail.objects.get())
    assert (mail.to, mail.template) == (ENQUIRY["email"], "fostering/received")
    assert mail.subject == "Mae eich cwestiwn am faethu gyda ni"
    assert "Helô Siân Ŵyn," in mail.text
    assert "Hello" not in mail.text


def test_whoever_wants_to_foster_stands_in_the_inbox(on_and_off, client_at):
    gwynedd, _devon = on_and_off
    start_site(gwynedd)
    visitor = client_at(gwynedd)
    page = "/cy/dechrau-maethu/"

    visitor.post(f"{page}ystafell/", {"room": "yes"})
    visitor.post(f"{page}cyrraedd/", {**ENQUIRY, "phone": ""})
    visitor.post(f"{page}gwirio/", {})
    coordinator = make_staff(gwynedd, Role.COORDINATOR)
    inbox = client_at(gwynedd, coordinator).get("/admin/fostering/")

    case = Case.objects.get(site=gwynedd, kind="fostering")
    answers = [(row["question_en"], row["answer_cy"]) for row in case.answers]
    assert answers[0] == ("Do you have a spare bedroom?", "Oes")
    assert case.reference in inbox.content.decode()
    assert (case.display_name, case.language) == (ENQUIRY["name"], "cy")
    mail = rendered(OutboundEmail.objects.get(template="fostering/started"))
    assert mail.to == ENQUIRY["email"]
    assert f"erbyn {long_date(case.answer_by, 'cy')}" in mail.text


def test_switched_off_it_tells_the_service_what_it_keeps(on_and_off):
    gwynedd, _devon = on_and_off
    for _number in range(2):
        receive_enquiry(site=gwynedd, **ENQUIRY)

    disable(site=gwynedd, label="fostering")

    mail = rendered(OutboundEmail.objects.get(template="fostering/still_waiting"))
    assert mail.to == OPEN_SETTINGS["email"]
    assert "Cedwir 2 ymholiad" in mail.text
    assert "2 enquiries are kept" in mail.text
    assert Enquiry.objects.count() == 2


def test_a_service_that_takes_no_enquiries_gets_none(on_and_off, client_at):
    gwynedd, _devon = on_and_off
    FosteringSettings.objects.filter(site=gwynedd).update(takes_enquiries=False)

    with pytest.raises(NotTakingEnquiries):
        receive_enquiry(site=gwynedd, **ENQUIRY)
    page = client_at(gwynedd).post(ASK, ENQUIRY).content.decode()

    assert "We take no enquiries at the moment" in page
    assert not Enquiry.objects.exists()


def test_its_demonstration_loads_once(on_and_off):
    gwynedd, _devon = on_and_off
    plugin = installed_plugins()["fostering"]

    for _time in range(2):
        assert plugin.load(plugin.demo)(gwynedd) == set()

    titles = FosteringStory.objects.order_by("title").values_list("title", flat=True)
    assert list(titles) == ["Tair blynedd o ddydd Suliau", "Three years of Sundays"]
    assert Enquiry.objects.count() == 1


def test_its_stories_stand_under_their_index_with_their_tips(on_and_off, client_at):
    gwynedd, _devon = on_and_off
    index = FosteringStoriesPage(title="Stories", slug="stories")
    publish(index, home_of(gwynedd, "en"))
    client = client_at(gwynedd)
    empty = client.get("/en/stories/").content.decode()
    publish(
        FosteringStory(
            title="Three years",
            slug="three-years",
            summary="Three.",
            tips=[("tip", {"tip": "Laugh together."})],
        ),
        index,
    )

    listed = client.get("/en/stories/").content.decode()
    story = client.get("/en/stories/three-years/").content.decode()

    assert "Nobody has told a story yet." in empty
    assert 'href="/en/stories/three-years/">Three years</a>' in listed
    assert "Laugh together." in story


def test_a_page_of_its_own_says_what_carers_are_paid(on_and_off, client_at):
    facts = FosteringFactsPage(title="Arian", slug="arian", allowance="£200 yr wythnos")
    publish(facts, home_of(on_and_off[0], "cy"))

    page = client_at(on_and_off[0]).get("/cy/arian/").content.decode()

    assert "Beth mae gofalwyr yn cael ei dalu" in page
    assert "£200 yr wythnos" in page


def test_its_companions_are_on_from_the_first_day(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd)
    imprint = client.get("/cy/services/imprint/")
    home = client.get("/cy/").content.decode()

    disable(site=gwynedd, label="fortnight")
    with pytest.raises(CannotSwitch):
        disable(site=gwynedd, label="imprint")

    assert imprint.status_code == 200
    assert "Acme Fostering a’u gwnaeth" in imprint.content.decode()
    assert "Ym mis Mai y cynhelir" in home
    assert "Ym mis Mai y cynhelir" not in client.get("/cy/").content.decode()


def test_only_staff_of_the_site_read_an_enquiry(on_and_off, client_at):
    gwynedd, devon = on_and_off
    enable(site=devon, label="fostering")
    enquiry = receive_enquiry(site=gwynedd, **ENQUIRY)
    address = f"/admin/enquiry/edit/{enquiry.pk}/"

    answers = {
        site.hostname: client_at(site, make_staff(site, Role.COORDINATOR)).get(address)
        for site in on_and_off
    }

    assert {host: answer.status_code for host, answer in answers.items()} == {
        gwynedd.hostname: 200,
        devon.hostname: 404,
    }


def test_switched_off_its_pages_are_gone_and_its_rows_are_kept(on_and_off, client_at):
    gwynedd, _devon = on_and_off
    story = FosteringStory(
        title="Three years", slug="three-years", summary="Three.", text="We learnt."
    )
    publish(story, home_of(gwynedd, "en"))
    receive_enquiry(site=gwynedd, **ENQUIRY)
    client = client_at(gwynedd)
    before = client.get("/en/three-years/").status_code

    disable(site=gwynedd, label="fostering")

    after = client.get("/en/three-years/").status_code
    assert (before, after) == (200, 404)
    assert (FosteringStory.objects.count(), Enquiry.objects.count()) == (1, 1)


def test_its_job_forgets_what_is_older_than_a_year(on_and_off):
    gwynedd, devon = on_and_off
    enable(site=devon, label="fostering")
    old, young = (receive_enquiry(site=gwynedd, **ENQUIRY) for _ in range(2))
    elsewhere = receive_enquiry(site=devon, **ENQUIRY)
    long_ago = timezone.now() - timedelta(days=366)
    Enquiry.objects.exclude(pk=young.pk).update(received=long_ago)

    forget_old_enquiries(gwynedd)

    kept = set(Enquiry.objects.values_list("pk", flat=True))
    assert kept == {young.pk, elsewhere.pk}
    assert old.pk not in kept


def test_its_words_are_welsh_on_a_welsh_page(on_and_off, client_at):
    answer = client_at(on_and_off[0]).get("/cy/services/fostering/")

    page = answer.content.decode()
    assert "Holi am faethu" in page
    assert "Beth yw eich enw?" in page
    assert "Ask about fostering" not in page


def test_its_hook_reminds_only_where_it_is_on(on_and_off, rf):
    from acme_fostering.wagtail_hooks import remind_to_ask

    told = []
    for site in on_and_off:
        request = rf.get("/admin/", SERVER_NAME=site.hostname)
        request.session = {}
        request._messages = FallbackStorage(request)
        remind_to_ask(request, FosteringStory())
        told.append([str(message) for message in request._messages])

    assert [len(messages) for messages in told] == [1, 0]
    assert "Ask the carer to read the story" in told[0][0]
