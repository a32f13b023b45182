"""The journey as a version shapes it: own questions as steps, own words as guidance."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.functional import lazy
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from cms.theme.forms import (
    CheckboxesField,
    Choice,
    DatePartsField,
    LongTextField,
    NumberField,
    RadiosField,
    TextField,
    YesNoField,
)
from forms.journeys.declaring import Journey, Situation, Step
from forms.journeys.forms import StepForm
from forms.journeys.questions.conditions import is_met
from forms.journeys.questions.content import Content, Kind, Question, Said
from forms.journeys.questions.declared import Place
from forms.journeys.questions.slugs import slugs_of

if TYPE_CHECKING:
    from forms.journeys.questions.models import FormVersion

HIGHEST = 9999


def in_version(journey: Journey, version: "FormVersion | None") -> Journey:
    """The journey as this version shapes it; as it is declared, without one."""
    return journey if version is None else shaped(journey, version.read())


def shaped(journey: Journey, content: Content) -> Journey:
    """The journey with these questions and words."""
    own = journey.own_questions
    if own is None:
        return journey
    steps: list[Step] = []
    for step in journey.steps:
        for place in own.places:
            if place.before == step.key:
                steps += _steps_at(place, content)
        steps.append(_reworded(step, journey, content))
    for place in own.places:
        if not place.before:
            steps += _steps_at(place, content)
    # What may be added was judged where it was declared; this stands as it is.
    return replace(journey, steps=steps, own_questions=None)


def text_of(content: Content, key: str) -> Said | None:
    """The service's own words for this text; None where it keeps those supplied."""
    text = content.texts.get(key)
    return text.said if text and text.said else None


def _reworded(step: Step, journey: Journey, content: Content) -> Step:
    own = journey.own_questions
    for text in own.texts if own else ():
        said = text_of(content, text.key)
        if text.step == step.key and said:
            if text.adds:
                return replace(step, added_words=said)
            return replace(step, own_words=said)
    return step


def _steps_at(place: Place, content: Content) -> Iterator[Step]:
    for question in content.asked:
        if question.place == place.key:
            yield Step(
                key=question.id,
                slugs=slugs_of(question.id),
                form_class=form_of(question),
                section=place.section,
                shown_if=partial(_is_asked, place, question),
            )


def _is_asked(place: Place, question: Question, situation: Situation) -> bool:
    if not place.is_passed(situation):
        return False
    return question.shown_if is None or is_met(question.shown_if, situation)


def form_of(question: Question) -> type[StepForm]:
    """The form of a single question."""
    field = FIELDS[question.kind](question)
    field.language = _strays(question.label)
    field.hint_language = _strays(question.help)
    own = {question.id: field, "__module__": __name__}
    return type("OwnQuestionForm", (StepForm,), own)


def _now() -> str:
    return "cy" if get_language() == "cy" else "en"


def _words_now(said: Said) -> str:
    return said.spoken(_now())


def _hint_now(said: Said, required: bool) -> str:
    words, language = said.spoken(_now()), said.strays(_now()) or _now()
    if required:
        return words
    with override(language):
        return f"{words} {_('You can leave this empty.')}".strip()


def _strays_now(said: Said) -> str:
    return said.strays(_now())


_words = lazy(_words_now, str)
_hint = lazy(_hint_now, str)
_strays = lazy(_strays_now, str)


def _said(question: Question) -> dict[str, Any]:
    return {
        "label": _words(question.label),
        "hint": _hint(question.help, question.required),
        "required": question.required,
    }


def _choices(question: Question) -> list[Choice]:
    return [
        Choice(key, _words(said), language=_strays(said))
        for key, said in question.choices.items()
    ]


FIELDS: dict[Kind, Callable[[Question], Any]] = {
    Kind.SHORT: lambda question: TextField(**_said(question)),
    Kind.LONG: lambda question: LongTextField(**_said(question)),
    Kind.NUMBER: lambda question: NumberField(**_said(question), highest=HIGHEST),
    Kind.DATE: lambda question: DatePartsField(**_said(question)),
    Kind.YES_NO: lambda question: YesNoField(**_said(question), pair=question.pair),
    Kind.CHOICE: lambda question: RadiosField(
        **_said(question), choices=_choices(question)
    ),
    Kind.SEVERAL: lambda question: CheckboxesField(
        **_said(question), choices=_choices(question)
    ),
}
