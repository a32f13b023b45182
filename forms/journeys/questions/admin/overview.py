"""The whole form on one screen: what is locked and why, what is the service's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import HeaderButton

from forms.journeys.declaring import Journey, Step
from forms.journeys.questions.admin.gate import FormScreen
from forms.journeys.questions.asking import shaped
from forms.journeys.questions.conditions import Closed, closed_questions
from forms.journeys.questions.content import Content, Kind, Question
from forms.journeys.questions.judging import MOST, uneven
from forms.journeys.questions.models import FormInWork, FormVersion
from forms.journeys.questions.services import published_content

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Line:
    """One step of the form: ours, with the reason why it is locked, or their own."""

    section: Words
    labels: list[Words]
    reason: Words = ""
    question: Question | None = None
    condition: tuple[Words, Words] | None = None
    is_first: bool = False
    is_last: bool = False
    lacks: str = ""


def lines_of(journey: Journey, content: Content) -> Iterator[Line]:
    """The form from its first step to its last."""
    asked = shaped(journey, content)
    closed = {one.field: one for one in closed_questions(asked)}
    lacking = uneven(journey, content)
    for step in asked.steps:
        question = content.question(step.key)
        if question is None:
            yield _locked(journey, step)
            continue
        beside = [q.id for q in content.asked if q.place == question.place]
        yield Line(
            section=journey.section_title(step.section),
            labels=[question.label.spoken(_now())],
            question=question,
            condition=_condition(question, closed),
            is_first=beside[0] == question.id,
            is_last=beside[-1] == question.id,
            lacks=lacking[question.id].lacks if question.id in lacking else "",
        )


def told(journey: Journey, content: Content, question: Question) -> Line:
    """A question by itself, with what it depends on."""
    closed = {one.field: one for one in closed_questions(shaped(journey, content))}
    place = journey.own_questions and journey.own_questions.place(question.place)
    return Line(
        section=place.title if place else "",
        labels=[question.label.spoken(_now())],
        question=question,
        condition=_condition(question, closed),
    )


def _now() -> str:
    return "cy" if get_language() == "cy" else "en"


def _locked(journey: Journey, step: Step) -> Line:
    own = journey.own_questions
    return Line(
        section=journey.section_title(step.section),
        labels=[f.label or "" for f in step.form_class.base_fields.values()],
        reason=own.reasons.get(step.key, "") if own else "",
    )


def _condition(
    question: Question, closed: dict[str, Closed]
) -> tuple[Words, Words] | None:
    shown_if = question.shown_if
    judge = closed.get(shown_if.field) if shown_if else None
    if shown_if is None or judge is None:
        return None
    return judge.label, judge.answers.get(shown_if.value, "")


class FormView(FormScreen):
    """The list of questions and words, with what can be done to each."""

    template_name = "journeys/questions/index.html"
    is_index = True

    def get_page_title(self) -> str:
        return str(self.form_of.title)

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                _("Preview"), url=self.url("preview"), icon_name="view", priority=10
            )
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = FormVersion.objects.filter(site=self.site, kind=self.form_of.kind)
        listed = list(versions.select_related("published_by"))
        in_work = FormInWork.objects.filter(site=self.site, kind=self.form_of.kind)
        return super().get_context_data(
            lines=[
                (line, self.links(line))
                for line in lines_of(self.journey, self.content)
            ],
            retired=[
                (question, self.url("retire", question.id), self.delete_url(question))
                for question in self.content.questions
                if question.retired
            ],
            texts=[
                (
                    capfirst(str(text.title)),
                    text.key in self.content.texts,
                    text.adds,
                    self.url("text", text.key),
                )
                for text in self.own.texts
            ],
            versions=[(v, self.url("version", v.number)) for v in listed],
            newest=listed[0] if listed else None,
            has_changes=in_work.exists(),
            may_add=len(self.content.asked) < MOST,
            most=MOST,
            count=len(self.content.asked),
            kinds=dict(Kind.choices),
            add_url=self.url("add"),
            publish_url=self.url("publish"),
            throw_away_url=self.url("throw_away"),
            **kwargs,
        )

    def links(self, line: Line) -> dict[str, str]:
        """Where a question is changed, moved and retired."""
        if line.question is None:
            return {}
        names = ("question", "move", "retire")
        urls = {name: self.url(name, line.question.id) for name in names}
        return {**urls, "delete": self.delete_url(line.question)}

    @cached_property
    def published(self) -> Content:
        """What whoever begins now is asked."""
        return published_content(self.site, self.form_of.kind)

    def delete_url(self, question: Question) -> str:
        """Where it is deleted; empty where it was published and is only retired."""
        if self.published.question(question.id):
            return ""
        return self.url("delete", question.id)
