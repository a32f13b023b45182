"""What is wrong with own questions: contradictions, and words in one language alone."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cms.language import Evenness, Pair
from forms.journeys.declaring import Journey
from forms.journeys.questions.asking import shaped
from forms.journeys.questions.conditions import closed_questions, number_of
from forms.journeys.questions.content import Content, Question, Said

MOST = 12
"""How many questions of its own a service may ask: each one costs applicants time."""


def contradictions(journey: Journey, content: Content) -> Iterator[str]:
    """Why the questions cannot be asked like this, one sentence each."""
    own = journey.own_questions
    if own is None:
        return
    if len(content.asked) > MOST:
        yield ngettext(
            "You can ask at most %(count)d question of your own. Retire one first.",
            "You can ask at most %(count)d questions of your own. Retire one first.",
            MOST,
        ) % {"count": MOST}
    for question in content.asked:
        if own.place(question.place) is None:
            yield _("“%(question)s” has no place in the form.") % _named(question)
            return
    yield from _broken_conditions(shaped(journey, content), content)


def _broken_conditions(asked: Journey, content: Content) -> Iterator[str]:
    closed = {one.field: one for one in closed_questions(asked)}
    for question in content.asked:
        if question.shown_if is None:
            continue
        judge = closed.get(question.shown_if.field)
        if judge is None:
            yield _(
                "“%(question)s” depends on a question that is not asked any more."
            ) % _named(question)
        elif judge.number >= number_of(asked, question.id):
            yield _(
                "“%(question)s” depends on “%(judge)s”, which comes later."
            ) % _named(question, judge=str(judge.label))
        elif question.shown_if.value not in judge.answers:
            yield _(
                "“%(question)s” depends on an answer to “%(judge)s” that cannot be"
                " given any more."
            ) % _named(question, judge=str(judge.label))


def _named(question: Question, **more: str) -> dict[str, str]:
    return {"question": question.label.spoken(_language()), **more}


def _language() -> str:
    return "cy" if get_language() == "cy" else "en"


def pairs_in(journey: Journey, content: Content) -> Iterator[tuple[str, Pair]]:
    """Every text in both languages, with the id of the question or text it is of."""
    for question in content.asked:
        named = question.label.spoken(_language())
        for said in question.texts():
            yield question.id, _pair(named, said, may_be_equal=question.same)
    own = journey.own_questions
    for key, text in content.texts.items():
        declared = own.text(key) if own else None
        if declared:
            title = capfirst(str(declared.title))
            yield key, _pair(title, text.said, may_be_equal=text.same)


def _pair(name: str, said: Said, *, may_be_equal: bool) -> Pair:
    return Pair(
        kind=_("Question or text of a form"),
        name=name,
        en=said.en,
        cy=said.cy,
        may_be_equal=may_be_equal,
    )


def uneven(journey: Journey, content: Content) -> dict[str, Pair]:
    """What stands in one language alone, or in both alike, by what it is part of."""
    return {
        key: pair
        for key, pair in pairs_in(journey, content)
        if pair.evenness != Evenness.EVEN
    }
