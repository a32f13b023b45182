"""Alerts: who sees which, when, and who writes them."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cms.roles import Role
from sites.alerts.models import Alert
from sites.alerts.shown import alerts_shown
from sites.models import Authority
from tests.alerts.factories import HOUR, make_alert
from tests.factories import make_hub, make_service, make_staff
from tests.referrals.walking import own_page_of, page_of

pytestmark = pytest.mark.usefixtures("with_forms")
TYPED = {
    "heading_en": "Snow",
    "text_en": "Visits are put off.",
    "heading_cy": "Eira",
    "text_cy": "Mae ymweliadau wedi’u gohirio.",
    "severity": "important",
    "starts_at": "2030-01-07 09:00",
    "ends_at": "2030-01-08 17:00",
}


def headings(client, path):
    page = BeautifulSoup(client.get(path).text, "html.parser")
    found = page.select(".iv-alerts .iv-alert__heading")
    return [one.get_text(" ", strip=True) for one in found]


def test_a_service_s_alert_stands_on_its_own_pages_in_their_language(
    two_authorities, client_at
):
    gwynedd, devon = two_authorities
    make_alert(gwynedd)

    assert headings(client_at(gwynedd), "/en/") == ["Information : Office closed"]
    assert headings(client_at(gwynedd), "/cy/") == ["Gwybodaeth : Swyddfa ar gau"]
    assert headings(client_at(gwynedd), "/cy/dim-tudalen/") != []
    assert headings(client_at(devon), "/en/") == []


def test_an_alert_of_the_hub_reaches_whom_it_is_meant_for(two_authorities, client_at):
    for name in ("gwynedd", "devon"):
        make_service(name, authority=Authority.objects.get(slug=name))
    hub, (gwynedd, devon) = make_hub(), two_authorities
    for reach in Alert.Reach:
        make_alert(hub, reach=reach, heading_en=reach)

    def seen(site):
        return {heading.split()[-1] for heading in headings(client_at(site), "/en/")}

    assert seen(hub) == {"here", "all"}
    assert seen(gwynedd) == {"all", "Wales"}
    assert seen(devon) == {"all", "England"}


def test_it_comes_and_goes_by_the_clock_without_a_question(
    two_authorities, django_assert_num_queries
):
    gwynedd, _devon = two_authorities
    now = timezone.now()
    make_alert(gwynedd, starts_at=now + HOUR, ends_at=now + 2 * HOUR)
    alerts_shown(gwynedd, "en")

    seen = []
    for hours in (0, 1.5, 2):
        with django_assert_num_queries(0):
            found = alerts_shown(gwynedd, "en", now=now + hours * HOUR)
        seen.append(len(found))

    assert seen == [0, 1, 0]


def test_one_that_is_changed_or_deleted_is_right_at_once(two_authorities):
    gwynedd, _devon = two_authorities
    alert = make_alert(gwynedd)
    before = alerts_shown(gwynedd, "en")
    alert.heading_en = "Open again"
    alert.save()
    changed = alerts_shown(gwynedd, "en")
    alert.delete()

    assert [one.heading for one in before + changed] == ["Office closed", "Open again"]
    assert before[0].mark != changed[0].mark
    assert alerts_shown(gwynedd, "en") == []


def test_on_a_form_for_children_it_is_folded_below_and_nothing_is_kept(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    make_alert(gwynedd)

    start = own_page_of(gwynedd, "en").get_url()
    page = BeautifulSoup(client_at(gwynedd).get(start).text, "html.parser")
    adult = client_at(gwynedd).get(page_of(gwynedd, "en").get_url()).text

    exit_button = page.select_one(".govuk-exit-this-page")
    folded = page.select_one("main ~ .iv-alerts-folded details")
    assert "Office closed" in folded.get_text()
    assert exit_button is not None
    assert page.select(".iv-alerts, script[src$='alerts.js']") == []
    assert "iv-alerts" in adult


def test_editors_write_them_with_both_languages_and_an_end(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    add = reverse("alerts:add")
    for left_out in ("heading_cy", "text_en", "ends_at"):
        client.post(add, {**TYPED, left_out: ""})
    client.post(add, {**TYPED, "ends_at": "2030-01-07 09:00"})
    refused = Alert.objects.count()

    client.post(add, {**TYPED, "reach": "all"})

    saved = Alert.objects.get()
    assert (refused, saved.site, saved.reach) == (0, gwynedd, Alert.Reach.HERE)
    assert saved.starts_at == dt.datetime(2030, 1, 7, 9, tzinfo=dt.UTC)
    shown = client.get(reverse("alerts:index")).text
    assert "Starts on Monday 7 January 2030 at 9am" in shown


def test_what_was_typed_is_previewed_in_either_language_and_not_saved(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    address = reverse("alerts:preview")

    page = client.post(address, {**TYPED, "preview": "cy"}).text
    faulty = client.post(address, {**TYPED, "text_cy": "", "preview": "cy"}).text

    assert "Mae ymweliadau wedi’u gohirio." in page
    assert 'lang="cy" class="govuk-template"' in page
    assert "Mae ymweliadau" not in faulty
    assert not Alert.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"link_en": "/en/contact/"}, "link_words_en"),
        ({"link_words_en": "More"}, "link_en"),
        ({"link_en": "javascript:alert(1)", "link_words_en": "More"}, "link_en"),
        ({"reach": "all"}, "reach"),
    ],
)
def test_what_is_wrong_with_an_alert_is_said_beside_its_field(
    two_authorities, changes, field
):
    gwynedd, _devon = two_authorities
    alert = make_alert(gwynedd)
    for name, value in changes.items():
        setattr(alert, name, value)

    with pytest.raises(ValidationError) as told:
        alert.full_clean()

    assert field in told.value.message_dict


def test_an_important_one_that_cannot_wait_begins_in_one_language_and_is_chased(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    now = timezone.now()
    english = {
        **TYPED,
        "heading_cy": "",
        "text_cy": "",
        "starts_at": now - HOUR,
        "ends_at": now + 3 * HOUR,
    }
    for more in ({}, {"is_urgent": "on", "severity": "information"}):
        client.post(reverse("alerts:add"), {**english, **more})
    refused = Alert.objects.count()

    client.post(reverse("alerts:add"), {**english, "is_urgent": "on"})

    alert = Alert.objects.get()
    assert (refused, alert.lacks) == (0, "cy")
    assert now <= alert.translate_by - dt.timedelta(days=1) <= timezone.now()
    page = BeautifulSoup(client_at(gwynedd).get("/cy/").text, "html.parser")
    words = page.select_one(".iv-alert__words")
    assert "Ni allem aros" in words.text
    assert [one.text.strip() for one in words.select("[lang=en]")] == [
        "Snow",
        "Visits are put off.",
    ]
    assert "not in Welsh yet" in client.get(reverse("alerts:index")).text
    edit = reverse("alerts:edit", args=[alert.pk])
    assert edit in client.get(reverse("parity")).text

    client.post(edit, {**TYPED, "is_urgent": "on"})

    client.get(reverse("alerts:index"))  # Which says that it was saved.
    alert.refresh_from_db()
    assert (alert.lacks, alert.translate_by) == ("", None)
    assert edit not in client.get(reverse("parity")).text


def test_half_of_a_language_or_none_is_never_saved(two_authorities):
    gwynedd, _devon = two_authorities
    alert = make_alert(gwynedd, severity="important", is_urgent=True)
    for emptied in (["text_cy"], ["heading_en"], ["heading_cy", "heading_en"]):
        halved = Alert.objects.get(pk=alert.pk)
        for name in emptied:
            setattr(halved, name, "")

        with pytest.raises(ValidationError) as told:
            halved.full_clean()

        assert set(emptied) <= set(told.value.message_dict)
