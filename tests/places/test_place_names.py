"""Names of authorities in sentences, in both languages."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from cms.theme.forms import GovukForm, SelectField
from forms.journeys.screens.rows import _answer
from sites.models import Authority
from sites.place_names import named_choice
from sites.register import load_register

pytestmark = pytest.mark.django_db


@pytest.fixture
def say():
    load_register()

    def say(slug, name, language):
        template = Template("{% load place_names %}{{ authority|" + name + " }}")
        authority = Authority.objects.get(slug=slug)
        with override(language):
            return template.render(Context({"authority": authority}))

    return say


@pytest.mark.parametrize(
    ("slug", "name", "welsh", "english"),
    [
        ("gwynedd", "place_name", "Gwynedd", "Gwynedd"),
        ("gwynedd", "in_place", "yng Ngwynedd", "in Gwynedd"),
        ("gwynedd", "to_place", "i Wynedd", "to Gwynedd"),
        ("gwynedd", "of_place", "o Wynedd", "of Gwynedd"),
        ("gwynedd", "and_place", "a Gwynedd", "and Gwynedd"),
        ("gwynedd", "council_name", "Cyngor Gwynedd", "Gwynedd Council"),
        ("gwynedd", "in_council", "yng Nghyngor Gwynedd", "at Gwynedd Council"),
        ("gwynedd", "to_council", "i Gyngor Gwynedd", "to Gwynedd Council"),
        ("gwynedd", "of_council", "o Gyngor Gwynedd", "of Gwynedd Council"),
        ("gwynedd", "and_council", "a Chyngor Gwynedd", "and Gwynedd Council"),
        ("devon", "in_place", "yn Nyfnaint", "in Devon"),
        ("isle-of-anglesey", "in_place", "ar Ynys Môn", "on the Isle of Anglesey"),
        (
            "isle-of-anglesey",
            "of_council",
            "o Gyngor Sir Ynys Môn",
            "of Isle of Anglesey County Council",
        ),
        (
            "vale-of-glamorgan",
            "in_place",
            "ym Mro Morgannwg",
            "in the Vale of Glamorgan",
        ),
        ("city-of-london", "in_place", "yn Ninas Llundain", "in the City of London"),
        (
            "barnet",
            "of_council",
            "o London Borough of Barnet",
            "of the London Borough of Barnet",
        ),
    ],
)
def test_a_name_takes_the_form_its_sentence_needs(say, slug, name, welsh, english):
    assert say(slug, name, "cy") == welsh
    assert say(slug, name, "en") == english


def test_html_marks_an_english_name_in_a_welsh_sentence_and_only_there(say):
    assert say("leeds", "in_place_html", "cy") == 'yn <span lang="en">Leeds</span>'
    assert (
        say("leeds", "council_name_html", "cy")
        == '<span lang="en">Leeds City Council</span>'
    )
    assert say("leeds", "in_place_html", "en") == "in Leeds"
    assert say("gwynedd", "in_place_html", "cy") == "yng Ngwynedd"


def test_names_are_escaped(say):
    assert say("hammersmith-and-fulham", "council_name_html", "cy") == (
        '<span lang="en">London Borough of Hammersmith &amp; Fulham</span>'
    )


def test_a_service_without_an_authority_names_nothing():
    template = Template(
        "{% load place_names %}{{ none|in_place }}{{ none|of_council_html }}"
    )

    assert template.render(Context({"none": None})) == ""


def test_an_english_name_is_marked_where_it_is_asked_and_where_it_is_shown(say):
    leeds, gwynedd = (Authority.objects.get(slug=s) for s in ("leeds", "gwynedd"))
    options = [named_choice(a, value=a.slug, language="cy") for a in (leeds, gwynedd)]
    field = SelectField(label="Ble?", choices=options)
    form = type("Where", (GovukForm,), {"where": field})({"where": "leeds"})

    assert '<option value="leeds" selected lang="en">Leeds</option>' in form.render()
    assert '<option value="gwynedd">Gwynedd</option>' in form.render()
    assert _answer(field, "leeds") == '<span lang="en">Leeds</span>'
    assert _answer(field, "gwynedd") == "Gwynedd"
    assert named_choice(leeds, value="leeds", language="en").language == ""
