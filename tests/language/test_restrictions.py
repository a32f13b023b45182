"""A page that is private in one language is private in both."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, PageViewRestriction

from cms.roles import Role
from tests.factories import make_service, make_staff
from tests.language.truth import switch_of

pytestmark = pytest.mark.django_db
LOGIN, PASSWORD = PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD


@pytest.fixture
def pair(started):
    """The page of complaints at Gwynedd, in Welsh and in English."""
    pages = Page.objects.filter(translation_key__in=[welsh().translation_key])
    return [page.specific for page in pages.order_by("locale__language_code")]


def welsh():
    return Page.objects.get(slug="cwynion")


def locks(*pages):
    """How each page is locked; an empty text for a public one."""
    kept = {
        row.page_id: (row.restriction_type, row.password)
        for row in PageViewRestriction.objects.all()
    }
    return [kept.get(page.pk, "") for page in pages]


def test_a_page_locked_on_wagtails_screen_is_locked_in_both_languages(pair, client_at):
    gwynedd = make_service("gwynedd")
    manager = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    anybody = client_at(gwynedd)
    screen = f"/admin/pages/{pair[0].pk}/privacy/"
    shown = [anybody.get(page.get_url()).status_code for page in pair]
    manager.post(screen, {"restriction_type": PASSWORD, "password": "agor-sesame"})
    locked = [anybody.get(page.get_url()).text for page in pair]
    kept = locks(*pair)
    manager.post(screen, {"restriction_type": "none"})

    assert shown == [200, 200]
    assert ["password" in text for text in locked] == [True, True]
    assert kept == [(PASSWORD, "agor-sesame")] * 2
    assert locks(*pair) == ["", ""]


def test_at_the_door_of_a_private_page_the_switch_leads_to_its_other_door(
    pair, client_at
):
    anybody = client_at(make_service("gwynedd"))
    PageViewRestriction.objects.create(
        page=pair[0], restriction_type=PASSWORD, password="agor-sesame"
    )
    paths = [page.get_url_parts()[2] for page in pair]

    doors = [anybody.get(path).text for path in paths]
    Page.objects.filter(pk=pair[1].pk).update(live=False)
    alone = anybody.get(paths[0]).text

    assert [switch_of(door) for door in doors] == paths[::-1]
    # What nobody published has no door.
    assert switch_of(alone) != paths[1]


def test_another_kind_of_lock_reaches_the_pair_with_its_groups(pair):
    gwynedd = make_service("gwynedd")
    group = make_staff(gwynedd, Role.EDITOR).groups.first()
    english = pair[1]

    lock = PageViewRestriction.objects.create(page=english, restriction_type=LOGIN)
    lock.restriction_type = PageViewRestriction.GROUPS
    lock.save()
    lock.groups.set([group])

    assert locks(*pair) == [(PageViewRestriction.GROUPS, "")] * 2
    assert [
        list(row.groups.all()) for row in PageViewRestriction.objects.order_by("page")
    ] == [[group]] * 2


def test_deleting_a_private_page_opens_nothing(pair):
    PageViewRestriction.objects.create(page=pair[0], restriction_type=LOGIN)

    PageViewRestriction.objects.filter(page=pair[0]).delete()

    # What a deletion of the page takes along is no lifting of the lock.
    assert locks(*pair) == ["", (LOGIN, "")]


def test_a_pair_made_later_begins_as_private(pair):
    welsh_page, english_page = pair
    first = type(welsh_page)(title="Cudd", locale=welsh_page.locale, live=False)
    welsh_page.get_parent().add_child(instance=first)
    PageViewRestriction.objects.create(page=first, restriction_type=LOGIN)

    second = type(first)(title="Hidden", locale=english_page.locale, live=False)
    second.translation_key = first.translation_key
    english_page.get_parent().add_child(instance=second)

    assert locks(first, second) == [(LOGIN, ""), (LOGIN, "")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Rhowch y cyfrinair"),
        ("agor sesame", "Nid yw’r cyfrinair yn gywir. Rhowch gynnig arall arni."),
    ],
)
def test_a_wrong_password_is_told_at_the_field_and_at_the_top(
    pair, client_at, typed, said
):
    lock = PageViewRestriction.objects.create(
        page=pair[0], restriction_type=PASSWORD, password="agor-sesame"
    )
    path = pair[0].get_url_parts()[2]
    anybody = client_at(make_service("gwynedd"))
    door = f"/cy/_util/authenticate_with_password/{lock.pk}/{pair[0].pk}/"

    wrong = anybody.post(door, {"password": typed, "return_url": path})
    page = BeautifulSoup(wrong.text, "html.parser")
    right = anybody.post(door, {"password": "agor-sesame", "return_url": path})

    assert page.select_one(".govuk-error-summary a").text.strip() == said
    assert page.select_one(".govuk-error-summary a")["href"] == "#id_password"
    assert said in page.select_one("#id_password-error").text
    assert page.select_one("#id_password").get("value") is None
    assert (right.status_code, right["Location"]) == (302, path)
    assert anybody.get(path).status_code == 200
