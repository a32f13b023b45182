"""A campaign's poster says the right thing in the right order; its code stays."""

import datetime as dt
import re

import pytest

from forms.applications.campaigns.models import Campaign
from forms.applications.campaigns.sheets import halves_of
from forms.applications.models import ApplicationPage
from sites.models import HostAlias
from tests.applications.campaigning import (
    ADD,
    COUNTS,
    EXPORT,
    LIST,
    make_campaign,
    sent,
)
from tests.applications.reading_qr import read
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def screens_of(campaign):
    names = ("edit", "delete", "poster", "cards", "history", "usage")
    return [f"/admin/campaigns/{name}/{campaign.pk}/" for name in names]


def test_each_code_leads_to_the_campaign_in_its_language(gwynedd, devon):
    welsh, english = make_campaign(gwynedd), make_campaign(devon)

    assert [read(half.code) for half in halves_of(welsh)] == [
        "http://gwynedd.localhost/cy/gwneud-cais/?campaign=library",
        "http://gwynedd.localhost/en/apply/?campaign=library",
    ]
    assert [read(half.code) for half in halves_of(english)] == [
        "http://devon.localhost/en/apply/?campaign=library",
        "http://devon.localhost/cy/gwneud-cais/?campaign=library",
    ]


def test_a_code_leads_to_the_host_of_its_language(gwynedd):
    HostAlias.objects.create(
        site=gwynedd, hostname="apply.example", language="en", kind="serves"
    )

    assert [read(half.code) for half in halves_of(make_campaign(gwynedd))] == [
        "http://gwynedd.localhost/cy/gwneud-cais/?campaign=library",
        "http://apply.example/en/apply/?campaign=library",
    ]


def test_a_poster_says_it_in_both_languages_and_whom_to_ring(gwynedd, staff):
    page = staff.get(f"/admin/campaigns/poster/{make_campaign(gwynedd).pk}/")

    words = page.content.decode()
    assert re.findall(r'class="half" lang="(..)"', words) == ["cy", "en"]
    assert "Unwaith y mis.</span> <span>Un person ifanc.</span>" in words
    assert "Someone who is there for them." in words
    assert "Ymwelwyr Annibynnol Gwynedd" in words
    assert "Gwynedd Independent Visitors" in words
    assert words.count("01632 960101") == words.count("iv@gwynedd.example") == 2
    assert "Cod QR sy’n arwain at gwynedd.localhost/cy/gwneud-cais" in words
    assert "QR code that leads to gwynedd.localhost/en/apply" in words
    assert "<style" not in words
    assert "style=" not in words


def test_a_sheet_of_cards_has_four_of_which_one_is_read_out(gwynedd, staff):
    page = staff.get(f"/admin/campaigns/cards/{make_campaign(gwynedd).pk}/")

    words = page.content.decode()
    assert len({read(code) for code in SVG.findall(words)}) == 2
    assert len(SVG.findall(words)) == 8
    assert words.count('<article class="leaf" aria-hidden="true">') == 3


def test_without_a_form_to_apply_there_is_nothing_to_print(gwynedd, staff):
    ApplicationPage.objects.update(live=False)

    page = staff.get(f"/admin/campaigns/poster/{make_campaign(gwynedd).pk}/")

    assert "publish the application form first" in page.content.decode()
    assert "<svg" not in page.content.decode()


def test_only_its_own_coordinators_and_managers_see_a_campaign(
    gwynedd, devon, client_at
):
    campaign = make_campaign(gwynedd)
    people = {
        "coordinator": client_at(gwynedd, make_staff(gwynedd, "coordinator")),
        "manager": client_at(gwynedd, make_staff(gwynedd, "manager")),
        "editor": client_at(gwynedd, make_staff(gwynedd, "editor")),
        "elsewhere": client_at(devon, make_staff(devon, "coordinator")),
    }

    answers = {
        who: {client.get(screen).status_code for screen in screens_of(campaign)}
        for who, client in people.items()
    }
    lists = {
        who: [client.get(url).status_code for url in (LIST, COUNTS, EXPORT)]
        for who, client in people.items()
    }

    assert answers == {
        "coordinator": {200},
        "manager": {200},
        "editor": {404},
        "elsewhere": {404},
    }
    assert lists["editor"] == [404, 404, 404]
    assert lists["elsewhere"] == [200, 200, 200]
    assert "Library" not in people["elsewhere"].get(COUNTS).content.decode()


def test_a_new_campaign_is_the_hosts_and_its_code_is_small(gwynedd, devon, staff):
    make_campaign(devon)

    answer = staff.post(ADD, {"title": "Library", "code": "Library", "site": devon.pk})

    made = Campaign.objects.get(site=gwynedd)
    assert answer.status_code == 302
    assert (made.title, made.code, made.archived) == ("Library", "library", False)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"code": "library"}, "You already have a campaign with this code"),
        ({"code": "caffi_bach"}, "Use the letters a to z without accents"),
        ({"code": "tŷ bach"}, "Use the letters a to z without accents"),
        (
            {"begins": "2027-05-03", "ends": "2027-05-02"},
            "The last day comes before the first.",
        ),
    ],
)
def test_what_cannot_be_a_campaign_is_said_beside_its_field(
    gwynedd, staff, facts, said
):
    make_campaign(gwynedd)

    answer = staff.post(ADD, {"title": "Café", "code": "cafe", **facts})

    assert answer.status_code == 200
    assert answer.content.decode().count(said) == 1
    assert Campaign.objects.count() == 1


def test_a_code_that_hangs_on_walls_does_not_change(gwynedd, staff):
    campaign = make_campaign(gwynedd)

    staff.post(
        f"/admin/campaigns/edit/{campaign.pk}/",
        {"title": "Library, spring", "code": "other", "archived": "on"},
    )

    campaign.refresh_from_db()
    assert (campaign.title, campaign.code) == ("Library, spring", "library")
    assert campaign.archived


def test_a_campaign_from_which_somebody_came_is_archived_not_deleted(gwynedd, staff):
    used, unused = make_campaign(gwynedd), make_campaign(gwynedd, "cafe")
    sent(gwynedd, "LIBRARY")

    answers = [
        staff.post(f"/admin/campaigns/delete/{campaign.pk}/")
        for campaign in (used, unused)
    ]

    assert [answer.headers["Location"] for answer in answers] == [
        f"/admin/campaigns/edit/{used.pk}/",
        LIST,
    ]
    assert list(Campaign.objects.all()) == [used]


def test_nobody_elsewhere_changes_or_deletes_a_campaign(gwynedd, devon, client_at):
    campaign = make_campaign(gwynedd)
    elsewhere = client_at(devon, make_staff(devon, "manager"))

    answers = [
        elsewhere.post(f"/admin/campaigns/{way}/{campaign.pk}/", {"title": "Ours"})
        for way in ("edit", "delete")
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert Campaign.objects.get().title == "Library"


def test_the_list_says_days_as_dates_and_on_a_phone_what_they_are(gwynedd, staff):
    make_campaign(gwynedd, ends=dt.date(2099, 8, 8))

    page = staff.get(LIST).content.decode()

    assert '<span class="iv-stacked__label">Last day: </span>8 August 2099' in page
    assert "First day: " not in page
    assert '<table class="listing iv-stacked">' in page
