"""The pages of settings: who opens them, what they refuse, what they log."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from cms.roles import Role
from sites.models import HomePage, Opening, Service, SettingChange
from sites.screens.changes import save_settings
from sites.screens.groups import groups_of
from tests.factories import make_hub, make_staff

CHARITY = {
    "run_by": "charity",
    "provider": "Cyfeillion",
    "who_controls_en": "The council decides, Cyfeillion acts for it.",
    "who_controls_cy": "Y cyngor sy’n penderfynu, a Cyfeillion sy’n gweithredu.",
}


def keys(site):
    return [group.key for group in groups_of(site)]


def test_its_managers_and_the_network_open_every_page_and_nobody_else(
    gwynedd, manager, coordinator, client_at
):
    administrator = make_staff(make_hub(), Role.NETWORK_ADMIN)
    editor = make_staff(gwynedd, Role.EDITOR)
    urls = [
        reverse("service_settings"),
        reverse("service_changes"),
        reverse("service_days"),
        *(reverse("service_settings_group", args=[key]) for key in keys(gwynedd)),
    ]

    answers = {
        person: {client_at(gwynedd, person).get(url).status_code for url in urls}
        for person in (manager, administrator, coordinator, editor)
    }

    assert len(urls) == len({*urls}) == 16
    assert answers == {
        manager: {200},
        administrator: {200},
        coordinator: {404},
        editor: {404},
    }


def test_a_manager_of_one_service_opens_no_other(devon, manager, client_at):
    client = client_at(devon, manager)

    assert client.get(reverse("service_settings")).status_code == 403
    assert client.post(reverse("service_test_mail")).status_code == 403


def test_a_new_name_goes_wherever_the_old_one_stood(gwynedd, manager, save):
    before = HomePage.for_site(gwynedd, "cy").title

    save(gwynedd, manager, "names", name_en="Eryri Visitors")

    gwynedd.refresh_from_db()
    homes = [HomePage.for_site(gwynedd, code).title for code in ("en", "cy")]
    assert homes == ["Eryri Visitors", before]
    assert gwynedd.site_name == "Eryri Visitors"
    assert gwynedd.root_page.get_parent().title == "Eryri Visitors"


def test_a_page_nobody_declared_is_not_found(gwynedd, manager, client_at):
    url = reverse("service_settings_group", args=["secrets"])

    assert client_at(gwynedd, manager).get(url).status_code == 404


def test_a_change_is_kept_and_logged_with_who_and_from_what(
    gwynedd, manager, save, client_at
):
    answer = save(gwynedd, manager, "worry", night_phone="01632 960 199")

    logged = SettingChange.objects.get()
    assert answer.status_code == 302
    assert Service.objects.get(site=gwynedd).night_phone == "01632 960 199"
    assert (logged.site, logged.by, logged.field, logged.old, logged.new) == (
        gwynedd,
        manager,
        "night_phone",
        "01632 960103",
        "01632 960 199",
    )
    page = client_at(gwynedd, manager).get(reverse("service_changes"))
    listed = page.context["rows"]
    assert [(row.label, row.old, row.new) for row in listed] == [
        (
            "Children's social care, out of hours",
            "01632 960103",
            "01632 960 199",
        )
    ]
    assert "Mair" in page.content.decode()


def test_saving_what_stands_logs_nothing(gwynedd, manager, save):
    before = Service.objects.values().get(site=gwynedd)

    for key in keys(gwynedd):
        assert save(gwynedd, manager, key).status_code == 302, key

    assert SettingChange.objects.count() == 0
    after = Service.objects.values().get(site=gwynedd)
    assert {k: v for k, v in after.items() if k != "form_terms"} == {
        k: v for k, v in before.items() if k != "form_terms"
    }


@pytest.mark.parametrize(
    ("key", "right", "wrong", "said"),
    [
        (
            "worry",
            {"day_phone": "+44 1632 960 111"},
            {"day_phone": "ask"},
            "Enter a ph",
        ),
        (
            "worry",
            {"staff_concern_contact": "Y tîm diogelu, 01632 960 104"},
            {"staff_concern_contact": "Y tîm diogelu"},
            "Write the number to ring",
        ),
        ("contact", {"email": "iv@new.example"}, {"email": "iv at new"}, "valid email"),
        ("privacy", {"ico_registration": "za123456"}, {"ico_registration": "12"}, "Z1"),
        ("privacy", CHARITY, {**CHARITY, "provider": ""}, "Needed where another"),
        (
            "contact",
            {"hours_en": "Mornings", "hours_cy": "Boreau"},
            {"hours_en": "Mornings"},
            "Write it in Welsh too",
        ),
        (
            "contact",
            {"address_en": "1 Street", "address_cy": "Stryd 1"},
            {"address_cy": "Stryd 1"},
            "Write it in English too",
        ),
        ("names", {"name_en": "New"}, {"name_en": ""}, "required"),
        ("visits", {"minimum_age": 21}, {"minimum_age": 12}, "Select a valid choice"),
        (
            "form-applications",
            {"days_applicants": 10},
            {"days_applicants": 0},
            "from 1 to 30",
        ),
        (
            "form-applications",
            {"months_visitors": 84},
            {"months_visitors": 900},
            "from 1 to 240",
        ),
        ("form-referrals", {"told": ["manager"]}, {"told": []}, "at least one"),
        (
            "languages",
            {"welsh_standards": False, "default_language": "en", "hides_welsh": True},
            {"welsh_standards": True, "default_language": "en", "hides_welsh": True},
            "Welsh stays visible",
        ),
    ],
)
def test_what_makes_sense_is_taken_and_what_does_not_is_refused_beside_its_field(
    gwynedd, manager, save, key, right, wrong, said
):
    refused = save(gwynedd, manager, key, **wrong)
    taken = save(gwynedd, manager, key, **right)

    assert refused.status_code == 200
    errors = refused.context["form"].errors
    with translation.override("en"):
        assert said in str(errors)
    page = refused.content.decode()
    for name in errors:
        assert f'href="#id_{name}"' in page, "the summary leads to the field"
        assert f'id="id_{name}-error"' in page
    assert taken.status_code == 302


def test_what_was_typed_stays_where_it_is_refused(gwynedd, manager, save):
    page = save(gwynedd, manager, "contact", phone="ask at the desk")

    assert 'value="ask at the desk"' in page.content.decode()
    assert Service.objects.get(site=gwynedd).phone == "01632 960101"


def test_what_the_forms_need_can_be_changed_but_not_emptied(gwynedd, manager, save):
    emptied = save(gwynedd, manager, "privacy", dpo_contact="")
    Service.objects.filter(site=gwynedd).update(dpo_contact="")
    left_empty = save(gwynedd, manager, "privacy", controller="Another Council")

    assert "cannot stay open" in str(emptied.context["form"].errors["dpo_contact"])
    assert left_empty.status_code == 302


def test_errors_are_said_in_the_editor_s_language(gwynedd, save):
    mair = make_staff(gwynedd, Role.MANAGER, preferred_language="cy")

    page = save(gwynedd, mair, "worry", day_phone="x").content.decode()

    with translation.override("cy"):
        said = translation.gettext("There is a problem")
    assert said != "There is a problem"
    assert said in page


def test_a_secret_is_never_shown_again_nor_logged(gwynedd, manager, save, client_at):
    save(
        gwynedd,
        manager,
        "spam",
        recaptcha_public_key="site-key",
        recaptcha_private_key="hush",
    )
    kept = save(gwynedd, manager, "spam", recaptcha_public_key="another-key")

    client = client_at(gwynedd, manager)
    shown = client.get(reverse("service_settings_group", args=["spam"]))
    changes = client.get(reverse("service_changes"))
    service = Service.objects.get(site=gwynedd)
    assert kept.status_code == 302
    assert (service.recaptcha_public_key, service.recaptcha_private_key) == (
        "another-key",
        "hush",
    )
    assert b"hush" not in shown.content + changes.content
    assert b"another-key" in shown.content
    assert [
        change.field for change in SettingChange.objects.filter(is_secret=True)
    ] == ["recaptcha_private_key"]
    save(gwynedd, manager, "spam", forget_keys=True)
    service.refresh_from_db()
    assert (service.recaptcha_public_key, service.recaptcha_private_key) == ("", "")


def test_two_people_who_change_different_things_both_keep_theirs(
    gwynedd, manager, save
):
    service = Service.objects.get(site=gwynedd)
    group = next(g for g in groups_of(gwynedd) if g.key == "form-applications")
    form = group.form(service=service)
    slow = {bound.html_name: bound.value() for bound in form}
    save(gwynedd, manager, "form-applications", days_applicants=7)
    posted = group.form({**slow, "state": "paused"}, service=service)

    assert posted.is_valid(), posted.errors
    save_settings(form=posted, group="form-applications", by=manager)

    terms = Service.objects.get(site=gwynedd).terms_of("applications")
    assert (terms.state, terms.days) == (Opening.PAUSED, {"applicants": 7})


def test_the_hub_has_only_the_pages_that_concern_it(gwynedd, client_at):
    hub = make_hub()

    assert keys(hub) == ["names", "contact"]
    client = client_at(hub, make_staff(hub, Role.NETWORK_ADMIN))
    assert client.get(reverse("service_settings")).status_code == 200


def test_of_two_windows_each_saves_only_what_was_changed_in_it(
    gwynedd, manager, client_at
):
    client = client_at(gwynedd, manager)
    url = reverse("service_settings_group", args=["contact"])
    form = BeautifulSoup(client.get(url).content, "html.parser").form
    typed = {i["name"]: i.get("value", "") for i in form.find_all("input")}
    typed |= {area["name"]: area.text.strip() for area in form.find_all("textarea")}

    client.post(url, {**typed, "phone": "01632 960 555"})
    client.post(url, {**typed, "email": "newydd@gwynedd.example"})
    wrong = client.post(url, {**typed, "email": "no address"})

    service = Service.objects.get(site=gwynedd)
    assert (service.phone, service.email) == ("01632 960 555", "newydd@gwynedd.example")
    again = BeautifulSoup(wrong.content, "html.parser").form
    assert again.find(attrs={"name": "shown-email"})["value"] == typed["shown-email"]
    spam = client.get(reverse("service_settings_group", args=["spam"]))
    assert "shown-recaptcha_private_key" not in spam.content.decode()


def test_the_settings_say_of_which_nation_the_service_is(gwynedd, devon, client_at):
    network = make_staff(make_hub(), Role.NETWORK_ADMIN, preferred_language="en")

    said = [
        client_at(site, network).get(reverse("service_settings")).content.decode()
        for site in (gwynedd, devon)
    ]

    assert ["in Wales" in page for page in said] == [True, False]
    assert ["in England" in page for page in said] == [False, True]
