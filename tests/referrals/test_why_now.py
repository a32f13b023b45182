"""Why a request comes now: the service's own list, in both languages."""

import pytest
from django.urls import reverse

from cms.roles import Role
from forms.casework.models import Case
from forms.referrals.doors.professional.choices import WHY_NOW
from forms.referrals.doors.professional.reasons import reasons_of
from sites.models import Service, SettingChange
from tests.factories import make_staff
from tests.referrals.test_professional import MORE, STRAIGHT_ON

pytestmark = pytest.mark.django_db
NEW = {"new_1_en": "They have a new school", "new_1_cy": "Mae ganddyn nhw ysgol newydd"}
USUAL = [choice.value for choice in WHY_NOW]


@pytest.fixture
def manager(client_at, gwynedd):
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def save(manager, gwynedd):
    """Save the page of settings as it is shown, but for these."""
    address = reverse("service_settings_group", args=["why-now"])

    def posted(without=(), **changed):
        form = manager.get(address).context["form"]
        shown = {f.name: f.initial for f in form if f.initial not in (None, False)}
        kept = {k: v for k, v in shown.items() if k not in without}
        return manager.post(address, {**kept, **changed})

    return posted


@pytest.fixture
def at_why(asker):
    """A professional in front of the question."""

    def come(language):
        jan = asker(language)
        for step, given in {**STRAIGHT_ON, **MORE}.items():
            if step == "why_now":
                return jan
            jan.answer(step, **given)
        return None

    return come


def keys(gwynedd):
    return [reason.key for reason in reasons_of(Service.for_site(gwynedd))]


def test_a_service_begins_with_what_is_supplied(at_why, gwynedd):
    assert keys(gwynedd) == USUAL

    assert "They have moved, or are about to" in at_why("en").look("why_now")
    assert "Nothing in particular" in at_why("en").look("why_now")


def test_its_own_words_are_asked_in_both_languages(save, at_why):
    save(moved_en="They live somewhere new", moved_cy="Maen nhw mewn lle newydd")
    save(**NEW)

    english, welsh = (at_why(code).look("why_now") for code in ("en", "cy"))

    for said in ("They live somewhere new", NEW["new_1_en"]):
        assert (said in english, said in welsh) == (True, False)
    for said in ("Maen nhw mewn lle newydd", NEW["new_1_cy"]):
        assert (said in english, said in welsh) == (False, True)
    assert "They have moved, or are about to" not in english


@pytest.mark.parametrize("missing", ["en", "cy"])
def test_a_reason_in_one_language_alone_is_refused(save, gwynedd, missing):
    page = save(**{**NEW, f"new_1_{missing}": ""})

    assert "a reader sees only one" in page.text
    assert keys(gwynedd) == USUAL


@pytest.mark.parametrize(
    ("key", "place", "order"),
    [
        ("review", 1, [4, 0, 1, 2, 3, 5]),
        ("no_visits", 3, [1, 2, 0, 3, 4, 5]),
        ("no_visits", 6, [1, 2, 3, 4, 5, 0]),
        ("moved", 2, [0, 1, 2, 3, 4, 5]),
    ],
)
def test_a_reason_goes_to_the_place_it_is_given(save, gwynedd, key, place, order):
    save(**{f"{key}_place": place})

    assert keys(gwynedd) == [USUAL[number] for number in order]


def test_nothing_in_particular_stays_last(save, at_why):
    save(**NEW)

    page = at_why("en").look("why_now")

    assert page.index(NEW["new_1_en"]) < page.index("Nothing in particular")


def test_a_request_keeps_the_words_that_were_asked(save, asker):
    save(**NEW)
    asker("cy").go({**STRAIGHT_ON, **MORE, "why_now": {"why_now": ["own_1", "moved"]}})

    save(own_1_en="Something else", own_1_cy="Rhywbeth arall", without=["own_1_shown"])

    [row] = [r for r in Case.objects.get().answers if r["key"] == "why_now"]
    assert NEW["new_1_cy"] in row["answer_cy"]
    assert NEW["new_1_en"] in row["answer_en"]


def test_what_is_hidden_is_offered_no_more_and_taken_from_an_older_page(
    save, at_why, gwynedd
):
    jan = at_why("en")
    save(without=["moved_shown"])

    page = jan.look("why_now")
    answer = jan.answer("why_now", why_now=["moved"])

    assert "They have moved, or are about to" not in page
    assert answer.status_code == 302
    assert "They have moved, or are about to" in jan.look("why_now")  # It is theirs.
    assert keys(gwynedd) == USUAL
    strange = jan.answer("why_now", why_now=["own_7"])
    assert strange.status_code == 200


def test_nobody_is_asked_where_all_are_hidden(save, asker):
    save(without=[f"{key}_shown" for key in USUAL])
    rest = {step: given for step, given in MORE.items() if step != "why_now"}

    asker("en").go({**STRAIGHT_ON, **rest})

    asked = {row["key"] for row in Case.objects.get().answers}
    assert "limits" in asked
    assert "why_now" not in asked


def test_empty_words_are_those_supplied_again(save, gwynedd):
    save(moved_en="Other", moved_cy="Arall")
    save(moved_en="", moved_cy="")

    kept = Service.for_site(gwynedd).terms_of("referrals").own["why_now"]
    assert {row["en"] for row in kept} == {""}
    moved = next(r for r in reasons_of(Service.for_site(gwynedd)) if r.key == "moved")
    assert moved.words_in("en") == "They have moved, or are about to"


def test_an_added_reason_is_hidden_and_not_emptied(save, gwynedd):
    save(**NEW)

    page = save(own_1_en="", own_1_cy="")

    assert "Write it, or no longer offer it." in page.text
    assert keys(gwynedd)[-1] == "own_1"


def test_the_changes_are_logged_and_name_the_reason(save, manager, gwynedd):
    save(without=["moved_shown"])

    [change] = SettingChange.objects.filter(site=gwynedd)
    assert (change.group, change.field, change.old, change.new) == (
        *("why-now", "moved_shown", "True", "False"),
    )
    log = manager.get(reverse("service_changes")).text
    assert "They have moved, or are about to: offer it" in log


def test_a_release_that_supplies_another_reason_adds_it(gwynedd, save):
    save(**NEW)
    service = Service.for_site(gwynedd)
    terms = service.form_terms["referrals"]
    terms["own"]["why_now"] = [r for r in terms["own"]["why_now"] if r["key"] != "away"]
    terms["own"]["why_now"].append({"key": "gone", "en": "", "cy": "", "shown": True})
    service.save()

    assert sorted(keys(gwynedd)) == sorted([*USUAL, "own_1"])
