"""A sealed name or address is found by its words, through drawers that tell little."""

import base64

import pytest
from django.core.management import call_command

from forms.casework.models import Case, SearchMark
from forms.casework.searching import FILLED_UP_TO, drawers_of, fill_after_migrate
from tests.casework.factories import make_case, url
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(gwynedd):
    """Everybody who may be looked for, by what we call them here."""
    return {
        "sian": make_case(gwynedd, display_name="Siân Wyn ap Huw"),
        "brien": make_case(gwynedd, display_name="Máire O’Brien", email=""),
        "anne": make_case(
            gwynedd, display_name="Anne-Marie Li", email="A.Li@Post.example"
        ),
    }


def found(staff, people, words):
    page = staff.post(url("index"), {"q": words}).content.decode()
    return {name for name, case in people.items() if case.reference in page}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Siân", {"sian"}),
        ("SIAN", {"sian"}),
        ("sia", {"sian"}),
        ("huw sian", {"sian"}),
        ("ap Huw", {"sian"}),
        ("Sian Brien", set()),
        ("iân", set()),  # The middle of a word is not looked for.
        ("si", set()),  # Nor are two letters, unless they are the whole word:
        ("li", {"anne"}),
        ("O'Brien", {"brien"}),
        ("obrien", {"brien"}),
        ("brien", {"brien"}),
        ("maire o`brien", {"brien"}),
        ("Marie", {"anne"}),
        ("annemarie", {"anne"}),
        ("sian@post.example", {"sian"}),
        ("a.li@POST", {"anne"}),
        ("sianxyz", set()),
        ("...", set()),
        ("'", set()),
    ],
)
def test_whole_words_and_their_beginnings_are_found(staff, people, words, names):
    assert found(staff, people, words) == names


def test_a_reference_is_found_by_a_part_of_it(staff, people):
    part = people["anne"].reference[-6:].lower()

    assert found(staff, people, part) == {"anne"}


def test_a_new_name_is_found_and_the_old_one_no_more(staff, people):
    case = people["sian"]
    case.display_name, case.email = "Gwenllian", ""
    case.save(update_fields=["display_name", "email"])

    assert found(staff, people, "gwenllian") == {"sian"}
    assert found(staff, people, "sian") == set()


def test_each_service_finds_its_own_people_alone(
    two_authorities, client_at, staff, people
):
    devon = two_authorities[1]
    theirs = make_case(devon, display_name="Siân Wyn ap Huw")
    at_home = client_at(devon, make_staff(devon, "coordinator"))

    here = staff.post(url("index"), {"q": "siân"}).content.decode()
    there = at_home.post(url("index"), {"q": "siân"}).content.decode()

    assert people["sian"].reference in here
    assert theirs.reference not in here
    assert theirs.reference in there
    assert people["sian"].reference not in there


def test_another_service_has_other_drawers_for_the_same_name(two_authorities):
    gwynedd, devon = (site.pk for site in two_authorities)
    facts = ("Siân Wyn ap Huw", "sian@post.example")

    assert drawers_of(gwynedd, *facts) != drawers_of(devon, *facts)
    assert drawers_of(gwynedd, *facts) == drawers_of(gwynedd, *facts)


def test_neither_a_whole_word_nor_the_length_of_a_name_can_be_read_off(gwynedd):
    short = make_case(gwynedd, display_name="Li", email="")
    long = make_case(gwynedd, display_name="Ann Bo Cy Di Ed Fay")

    assert drawers_of(gwynedd.pk, "Angharad", "") == drawers_of(gwynedd.pk, "Ang", "")
    assert short.search_marks.count() == long.search_marks.count() == FILLED_UP_TO


def test_the_drawers_go_with_the_case(people):
    case = people["sian"]
    case.delete()

    assert not SearchMark.objects.filter(case_id=case.pk).exists()
    assert SearchMark.objects.exists()


def test_the_command_finds_rows_that_got_in_another_way(staff, people, capsys):
    SearchMark.objects.filter(case=people["sian"]).delete()
    assert found(staff, people, "sian") == set()

    call_command("rebuild_case_search")

    assert capsys.readouterr().out == "1 cases\n"
    assert found(staff, people, "sian") == {"sian"}


def test_migrating_marks_the_cases_that_were_there_before(staff, people):
    SearchMark.objects.filter(case=people["sian"]).delete()

    fill_after_migrate()

    assert found(staff, people, "sian") == {"sian"}


def test_a_new_index_key_takes_effect_with_the_rotation(
    staff, people, settings, capsys
):
    settings.INDEX_KEY = base64.b64encode(b"x" * 32).decode()
    assert found(staff, people, "sian") == set()

    call_command("rotate_data_keys")

    assert f"casework.SearchMark: {len(people)}" in capsys.readouterr().out
    assert found(staff, people, "sian") == {"sian"}


def test_more_than_one_page_holds_says_so(staff, gwynedd, monkeypatch):
    from forms.casework.admin import listing

    monkeypatch.setattr(listing, "FOUND", 2)
    for _number in range(3):
        make_case(gwynedd)

    page = staff.post(url("index"), {"q": "sian"}).content.decode()

    shown = [case for case in Case.objects.all() if case.reference in page]
    assert len(shown) == 2
    assert "Only the first 2 are shown." in page
