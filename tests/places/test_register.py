"""The register of local authorities, and what each name does in a sentence."""

import datetime as dt

import pytest
from django.core.management import call_command

from sites.models import Authority
from sites.register import load_register

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    load_register()
    return {authority.slug: authority for authority in Authority.objects.all()}


def test_all_authorities_are_loaded_and_loading_again_changes_nothing(register):
    before = list(Authority.objects.order_by("pk").values())

    assert load_register() == 175
    assert list(Authority.objects.order_by("pk").values()) == before
    assert Authority.objects.filter(nation="Wales").count() == 22


def test_loading_mends_a_row_that_was_changed(register):
    Authority.objects.filter(slug="gwynedd").update(in_cy="yn Gwynedd")

    load_register()

    assert Authority.objects.get(slug="gwynedd").in_cy == "yng Ngwynedd"


def test_the_command_says_how_many(capsys):
    call_command("load_register")

    assert "175 local authorities" in capsys.readouterr().out


def test_loading_takes_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        load_register()


def test_numbers_of_children_are_there_or_say_why_not(register):
    devon = register["devon"]

    assert devon.children_looked_after == 849
    assert devon.children_counted_on == dt.date(2025, 3, 31)
    assert devon.children_status == Authority.Figure.PUBLISHED
    assert "DfE" in devon.children_source
    for slug, status in (
        ("gwynedd", "not_obtained"),
        ("city-of-london", "suppressed"),
        ("isles-of-scilly", "not_published"),
    ):
        assert register[slug].children_looked_after is None
        assert register[slug].children_status == status


def test_an_authority_is_found_by_a_former_code():
    load_register()

    assert Authority.objects.with_code("E08000019").slug == "sheffield"
    assert Authority.objects.with_code("E08000039").slug == "sheffield"
    assert Authority.objects.with_code("E0800001") is None
    assert Authority.objects.with_code("") is None


def test_names_fit_a_sentence(register):
    assert register["bristol"].area_name_en == "Bristol"
    assert register["herefordshire"].area_name_en == "Herefordshire"
    assert register["st-helens"].area_name_en == "St Helens"
    assert register["north-somerset"].name_en == "North Somerset Council"


def test_each_language_lists_authorities_by_its_own_alphabet(register):
    welsh = [a.area_name_cy for a in Authority.objects.in_order("cy") if a.is_welsh]

    assert welsh[:7] == [
        *("Abertawe", "Blaenau Gwent", "Bro Morgannwg", "Caerdydd", "Caerffili"),
        *("Casnewydd", "Castell-nedd Port Talbot"),
    ]
    assert welsh.index("Powys") < welsh.index("Rhondda Cynon Taf")
    assert str(Authority.objects.in_order("en").first()) == "Barking and Dagenham"


def test_an_authority_without_a_welsh_name_keeps_its_english_one(register):
    leeds = register["leeds"]

    assert (leeds.has_welsh_name, leeds.area_name("cy")) == (False, "Leeds")
    assert (leeds.in_cy, leeds.and_cy) == ("yn Leeds", "a Leeds")
    assert register["oldham"].and_cy == "ac Oldham"
    assert leeds.council_name("cy") == "Leeds City Council"
    assert leeds.council_in_cy == "yn Leeds City Council"
