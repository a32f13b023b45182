"""What is set is what people read; and the mail with which one tries."""

from __future__ import annotations

import pytest
from django.core import mail
from django.urls import reverse

from cms.live_facts import put_in
from cms.mail import OutboundEmail
from cms.models import ThemeSettings
from sites.defaults import defaults_for
from sites.details import map_address
from sites.models import Authority, FormTerms, Service, SettingChange
from tests.factories import make_service

SET = {
    "hours_en": "Monday to Friday, 9am to 5pm",
    "hours_cy": "Dydd Llun i ddydd Gwener, 9:00 i 17:00",
    "address_en": "1 High Street\nCaernarfon LL55 1SH",
    "address_cy": "1 Stryd Fawr\nCaernarfon LL55 1SH",
    "area_served_en": "Children of this county.",
    "area_served_cy": "Plant y sir hon.",
    "controller": "Example Council",
    "dpo_contact": "dpo@council.example",
    "ico_registration": "Z7654321",
    "run_by": "charity",
    "provider": "Cyfeillion",
    "who_controls_en": "The council decides.",
    "who_controls_cy": "Y cyngor sy’n penderfynu.",
}
ADDRESSES = {
    "en": ("/en/contact/", "/en/privacy/"),
    "cy": ("/cy/cysylltu/", "/cy/preifatrwydd/"),
}


@pytest.mark.parametrize(("language", "other"), [("en", "cy"), ("cy", "en")])
def test_contact_and_privacy_say_what_is_set_in_the_reader_s_language(
    started, client_at, language, other
):
    site = make_service("gwynedd")
    service = Service.objects.get(site=site)
    for name, value in SET.items():
        setattr(service, name, value)
    service.set_terms("applications", FormTerms(months={"not_taken_on": 7}))
    service.save()

    contact, privacy = (
        client_at(site).get(path).content.decode() for path in ADDRESSES[language]
    )

    assert SET[f"hours_{language}"] in contact
    assert SET[f"address_{language}"].split("\n")[0] in contact
    map_link = 'href="https://www.openstreetmap.org/search?query=LL55+1SH"'
    assert map_link in contact
    assert SET[f"area_served_{language}"] in contact
    assert SET[f"area_served_{other}"] not in contact
    for name in ("controller", "dpo_contact", "ico_registration", "provider"):
        assert SET[name] in privacy
    assert SET[f"who_controls_{language}"] in privacy
    assert SET[f"who_controls_{other}"] not in privacy
    assert ("7 months" if language == "en" else "7 mis") in privacy
    assert SET["dpo_contact"] not in contact


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("The Hall\nBala\nll23 7ab", "LL23+7AB"),
        ("The Hall,\nBala", "The+Hall%2C+Bala"),
        ("PO Box 7\nBala", None),
        ("Blwch Post 7\nY Bala", None),
        ("", None),
    ],
)
def test_a_map_is_asked_for_the_postcode_and_never_for_a_box_at_the_post_office(
    address, asked
):
    base = "https://www.openstreetmap.org/search?query="

    assert map_address(address) == (f"{base}{asked}" if asked else "")


def test_the_contact_page_shows_nothing_that_nobody_entered(started, client_at):
    site = make_service("gwynedd")
    Service.objects.filter(site=site).update(email="", hours_en="At any hour")

    contact = client_at(site).get("/en/contact/").text

    for absent in ("openstreetmap", "<dt>Email</dt>", "<dt>Post</dt>"):
        assert absent not in contact
    assert "<dt>Opening hours</dt><dd>At any hour</dd>" in contact


@pytest.mark.parametrize(
    ("written", "in_welsh"),
    [("Gwynedd Council", "Cyngor Gwynedd"), ("Elusen Enghraifft", "Elusen Enghraifft")],
)
def test_the_council_answers_for_it_by_its_name_in_the_reader_s_language(
    started, client_at, written, in_welsh
):
    authority = Authority.objects.get(slug="gwynedd")
    site = make_service("gwynedd", authority=authority)
    Service.objects.filter(site=site).update(controller=written)

    english, welsh = (
        client_at(site).get(ADDRESSES[language][1]).content.decode()
        for language in ("en", "cy")
    )

    assert f"<dd>{written}" in english
    assert f"<dd>{in_welsh}" in welsh


@pytest.mark.parametrize(
    ("path", "usual", "changed"),
    [
        (
            "/en/become-a-visitor/who-can-apply/",
            "are 18 or over",
            "are 21 or over",
        ),
        (
            "/en/become-a-visitor/who-can-apply/",
            "can give time about once a month, for at least a year",
            "can give time about once a fortnight, for at least two years",
        ),
        (
            "/cy/dod-yn-ymwelydd/pwy-all-wneud-cais/",
            "yn gallu rhoi amser tua unwaith y mis, am o leiaf blwyddyn",
            "yn gallu rhoi amser tua unwaith bob pythefnos, am o leiaf dwy flynedd",
        ),
    ],
)
def test_pages_say_what_is_asked_of_a_volunteer_as_it_is_set_now(
    started, client_at, path, usual, changed
):
    site = make_service("gwynedd")
    client = client_at(site)

    before = client.get(path).content.decode()
    Service.objects.filter(site=site).update(
        minimum_age=21, commitment_months=24, visits="fortnightly"
    )
    after = client.get(path).content.decode()

    assert [usual in before, changed in before] == [True, False]
    assert [usual in after, changed in after] == [False, True]
    assert "{" not in before.partition("<main")[2].partition("</main>")[0]


def test_a_token_nobody_knows_stays_as_it_is_and_values_are_escaped(
    gwynedd, monkeypatch
):
    known = put_in("{minimum_age} {else}", gwynedd, "en")
    monkeypatch.setattr(
        "cms.live_facts._providers", [lambda site, language: {"minimum_age": "<b>"}]
    )

    assert known == "18 {else}"
    assert put_in("{minimum_age}", gwynedd, "en") == "&lt;b&gt;"
    assert put_in("{minimum_age}", None, "en") == "{minimum_age}"


def test_details_stand_on_no_other_page(started, client_at):
    site = make_service("gwynedd")
    Service.objects.filter(site=site).update(hours_en="By appointment")

    pages = [client_at(site).get(path) for path in ("/en/", "/en/cookies/")]

    assert [b"By appointment" in page.content for page in pages] == [False, False]


@pytest.mark.parametrize(
    ("slug", "standards", "council", "served"),
    [
        ("gwynedd", True, "Gwynedd Council", "gan Gyngor Gwynedd"),
        ("devon", False, "Devon County Council", "gan Gyngor Sir Dyfnaint"),
    ],
)
def test_a_new_service_starts_with_what_its_nation_makes_usual(
    provisioned, slug, standards, council, served
):
    values = defaults_for(Authority.objects.get(slug=slug))

    service = Service(name_en="x", name_cy="y", **values)
    assert service.welsh_standards is standards
    assert (service.controller, service.minimum_age) == (council, 18)
    assert service.commitment_months == 12
    assert council in service.area_served_en
    assert served in service.area_served_cy
    assert "day_phone" in service.missing_to_open()
    assert defaults_for(None) == {}


def test_a_test_mail_goes_to_whoever_asked_in_both_languages(
    gwynedd, manager, client_at
):
    client = client_at(gwynedd, manager)

    answer = client.post(reverse("service_test_mail"), follow=True)

    sent = OutboundEmail.objects.get(template="authorities/test_mail")
    assert (sent.to, sent.language, sent.status) == (manager.email, "both", "sent")
    assert f"A test mail has gone to {manager.email}." in answer.content.decode()
    [message] = mail.outbox
    assert message.to == [manager.email]
    assert "It has arrived" in message.body
    assert "\n* * *\n" in message.body


def test_a_test_mail_that_does_not_go_says_so(gwynedd, manager, client_at, monkeypatch):
    def away(self, messages):
        raise ConnectionRefusedError(111, "refused")

    backend = "django.core.mail.backends.locmem.EmailBackend.send_messages"
    monkeypatch.setattr(backend, away)

    answer = client_at(gwynedd, manager).post(reverse("service_test_mail"), follow=True)

    sent = OutboundEmail.objects.get(template="authorities/test_mail")
    assert sent.status == "queued"
    assert "waits in the outbox" in answer.content.decode()
    assert "ConnectionRefusedError 111" in answer.content.decode()


def test_test_mails_are_few_and_are_not_sent_by_looking(gwynedd, manager, client_at):
    client, url = client_at(gwynedd, manager), reverse("service_test_mail")

    looked = client.get(url).status_code
    for _ in range(6):
        last = client.post(url, follow=True)

    assert looked == 405
    assert OutboundEmail.objects.count() == 5
    assert "enough test mails" in last.content.decode()


def test_only_who_changes_settings_tries_the_mail(gwynedd, coordinator, client_at):
    answer = client_at(gwynedd, coordinator).post(reverse("service_test_mail"))

    assert answer.status_code == 404
    assert OutboundEmail.objects.count() == 0


def test_a_change_of_the_look_is_logged_too(gwynedd, manager, client_at):
    ThemeSettings.objects.create(site=gwynedd)
    url = reverse("wagtailsettings:edit", args=["cms", "themesettings", gwynedd.pk])
    colours = dict.fromkeys(("link_colour", "button_colour"), "#0b5560")
    client = client_at(gwynedd, manager)

    client.post(url, {"brand_colour": "#1d5346", "accent_colour": "#d9822b", **colours})

    logged = SettingChange.objects.get()
    assert (logged.field, logged.old, logged.new) == (
        "brand_colour",
        "#0b5560",
        "#1d5346",
    )
    assert (logged.site, logged.by) == (gwynedd, manager)
