"""Whatever staff change meanwhile, questions and answers of open drafts stay.

And whatever is answered in whatever order, a question is asked just where its condition
holds, and what is sent is what was typed.
"""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.applications.journey import JOURNEY
from forms.applications.models import Application
from forms.journeys.declaring import Situation
from forms.journeys.questions.asking import shaped
from forms.journeys.questions.content import (
    BadContent,
    Condition,
    Content,
    Question,
    Said,
)
from forms.journeys.questions.judging import contradictions
from forms.journeys.questions.models import FormVersion, VersionIsFixed
from forms.journeys.questions.services import NothingToPublish
from forms.journeys.walk import Walk
from sites.models import Service
from tests.journeys.own_questions import DRIVES, content, publish_form
from tests.journeys.walking import PART_ONE, Applicant

pytestmark = pytest.mark.django_db
WORDS = st.text("abĉŵ ", min_size=1, max_size=8).filter(str.strip)
SAID = st.builds(Said, en=WORDS, cy=WORDS)


@st.composite
def asked(draw):
    """Up to six closed questions, each perhaps shown by one before it."""
    made: list[Question] = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        judge = draw(st.sampled_from([None, *(q.id for q in made)]))
        value = draw(st.sampled_from(["yes", "no"]))
        made.append(
            replace(
                DRIVES,
                id=f"own_{number}",
                label=draw(SAID),
                pair=draw(st.sampled_from(["ydw", "oes", "do"])),
                required=draw(st.booleans()),
                shown_if=Condition(field=judge, value=value) if judge else None,
                same=True,
            )
        )
    return tuple(made)


def holds(question, questions, answers):
    """Whether it is asked, in the words of the rule and not of the code."""
    if question.shown_if is None:
        return True
    judge = next(q for q in questions if q.id == question.shown_if.field)
    wanted = question.shown_if.value == "yes"
    return holds(judge, questions, answers) and answers.get(judge.id) is wanted


@settings(max_examples=60, deadline=None)
@given(
    questions=asked(),
    answers=st.dictionaries(
        st.sampled_from([f"own_{n}" for n in range(1, 7)]), st.booleans()
    ),
)
def test_a_question_is_asked_and_sent_just_where_its_condition_holds(
    questions, answers
):
    journey = shaped(JOURNEY, content(*questions))
    situation = Situation(site=None, service=Service(), language="cy", answers=answers)
    walk = Walk(journey, situation)

    wanted = [q.id for q in questions if holds(q, questions, answers)]
    assert [s.key for s in walk.steps if s.key.startswith("own_")] == wanted
    assert walk.answers == {k: v for k, v in answers.items() if k in wanted}
    assert list(contradictions(JOURNEY, content(*questions))) == []


@settings(max_examples=60, deadline=None)
@given(questions=asked())
def test_what_is_kept_is_read_as_it_was_written(questions):
    made = content(*questions)

    assert Content.read(made.written()) == made


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "upload"},
        {"id": "name"},
        {"pair": "yes"},
        {"choices": {"a1": {"en": "One", "cy": "Un"}}},
        {"label": {"en": "", "cy": ""}},
        {"label": {"en": "x" * 201, "cy": ""}},
        {"shown_if": {"field": "own_1"}},
        {"more": 1},
    ],
)
def test_what_is_not_written_as_we_write_it_is_refused(wrong):
    row = {**content(DRIVES).written()["questions"][0], **wrong}

    with pytest.raises(BadContent):
        Content.read({"questions": [row], "texts": {}, "last": 1})


def test_a_question_that_depends_on_itself_or_on_a_circle_is_refused():
    first = replace(DRIVES, shown_if=Condition(field="own_2", value="yes"))
    second = replace(DRIVES, id="own_2", shown_if=Condition(field="own_1", value="yes"))
    alone = replace(DRIVES, shown_if=Condition(field="own_1", value="yes"))

    assert len(list(contradictions(JOURNEY, content(first, second)))) == 1
    assert len(list(contradictions(JOURNEY, content(alone)))) == 1


def test_a_published_version_is_never_changed(gwynedd):
    version = publish_form(gwynedd, DRIVES)
    version.content = content().written()

    with pytest.raises(VersionIsFixed):
        version.save()


class Somebody:
    """Has begun a form, and remembers what it asked and what they typed."""

    def __init__(self, site, questions):
        self.person, self.questions = Applicant(site), questions
        self.typed = {}
        for slug in PART_ONE:
            if slug != "send-or-go-on":
                self.person.answer(slug)

    def answer(self, number, language, yes):
        """Answer one of their questions, if it is asked now."""
        question = self.questions[number % len(self.questions)]
        if not holds(question, self.questions, self.typed):
            return
        slug = ("cwestiwn-" if language == "cy" else "question-") + question.id[4:]
        page = self.person.look(slug, language)
        if page.status_code == 302:  # One before it has not been answered.
            return
        assert question.label.spoken(language) in page.content.decode()
        typed = {question.id: "yes" if yes else "no"}
        assert self.person.answer(slug, language, **typed).status_code == 302
        self.typed[question.id] = yes

    def finish(self):
        for question in self.questions:
            if question.id not in self.typed:
                self.answer(self.questions.index(question), "en", True)
        self.person.answer("send-or-go-on")
        assert self.person.send()["Location"] == "/en/apply/sent/"


doings = st.one_of(
    st.tuples(
        st.just("answer"),
        st.integers(0, 5),
        st.sampled_from(["en", "cy"]),
        st.booleans(),
    ),
    st.tuples(st.just("publish"), asked()),
)


@pytest.mark.slow
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=asked(), doings=st.lists(doings, min_size=2, max_size=8))
def test_any_edits_leave_an_open_drafts_questions_and_answers_exactly(
    gwynedd, first, doings, limitless
):
    with suppress(NothingToPublish):  # As the last example left it.
        publish_form(gwynedd, *first)
    somebody = Somebody(gwynedd, FormVersion.objects.first().read().questions)
    for doing, *what in doings:
        if doing == "answer":
            somebody.answer(*what)
            continue
        with suppress(NothingToPublish):
            publish_form(gwynedd, *what[0])
    somebody.finish()

    sent = Application.objects.latest("pk")
    wanted = [
        q for q in somebody.questions if holds(q, somebody.questions, somebody.typed)
    ]
    own = {k: v for k, v in sent.answers.items() if k.startswith("own_")}
    assert own == {q.id: somebody.typed[q.id] for q in wanted}
    rows = [row for row in sent.snapshot if row["key"].startswith("own_")]
    assert [(row["key"], row["question_cy"]) for row in rows] == [
        (q.id, q.label.cy) for q in wanted
    ]


@pytest.fixture
def limitless(monkeypatch):
    """No limit on how many forms one address may begin."""
    from forms.journeys import spam

    for doing in spam.LIMITS:
        monkeypatch.setitem(spam.LIMITS, doing, (10_000, 100_000))
