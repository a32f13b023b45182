"""How a journey is declared: sections, steps, exits. Touches no database."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from forms.journeys.repeating import repeated
from forms.journeys.screen_slugs import (
    FOLLOWING,
    FOR_CHILDREN,
    LANGUAGES,
    SCREEN_SLUGS,
    WITH_TOKEN,
    WITHOUT_TOKEN,
    Slugs,
)
from forms.journeys.submission import Submission
from forms.journeys.terms import AnswerTime, Keeping

if TYPE_CHECKING:
    from wagtail.models import Site

    from forms.journeys.collecting import Collecting
    from forms.journeys.forms import StepForm
    from forms.journeys.questions.content import Said
    from forms.journeys.questions.declared import OwnQuestions
    from sites.models import Service

Words = str | Promise
Answers = Mapping[str, Any]

_DOOR = re.compile(r"[a-z]{1,20}")

NOTHING_SENT = "nothing_sent"
"""Stands in `earlier` where a case is there of which its person has sent nothing."""


class BadJourney(Exception):
    """The declaration contradicts itself; said when the journey is loaded."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is known while somebody answers: where, in which language, and so far.

    Who adds to something sent before has its reference in `adds_to`, and in `earlier`
    the few answers of it that this part is judged by; they are never shown. Whoever
    only rang, and was sent the link, has a case too and sends it the whole form. Who
    left something out on paper is asked the steps in `asks_only`, and what follows from
    what they answer now.
    """

    site: "Site"
    service: "Service"
    language: str
    answers: Answers = field(default_factory=dict)
    adds_to: str = ""
    earlier: Answers = field(default_factory=dict)
    asks_only: Sequence[str] = ()

    @property
    def is_first(self) -> bool:
        """Whether they have sent nothing yet, be there a case of them or not."""
        return not self.adds_to or bool(self.earlier.get(NOTHING_SENT))

    def having(self, answers: Answers) -> "Situation":
        """The same situation with these answers instead."""
        return replace(self, answers=answers)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading under which answers are listed."""

    key: str
    title: Words


@dataclass(frozen=True, kw_only=True)
class Step:
    """One screen: a form, shown where `shown_if` allows.

    `shown_if` sees only answers of earlier steps that are themselves shown. `leads_out`
    names the exit to which the answers just given lead, if they do; nothing that led
    there is kept. `asked_again_after` names steps whose changed answer makes this one's
    void. `guidance` is a template shown between title and form: give it a title. While
    a step that `forks` is not answered, nobody knows how many sections follow.
    """

    key: str
    slugs: Slugs
    form_class: type["StepForm"]
    title: Words = ""
    section: str = ""
    shown_if: Callable[[Situation], bool] | None = None
    leads_out: Callable[[Situation], str | None] | None = None
    asked_again_after: Sequence[str] = ()
    guidance: str = ""
    own_words: "Said | None" = None
    """The service's own words in place of the guidance."""
    added_words: "Said | None" = None
    """The service's own words after a guidance that stays."""
    forks: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of its fields."""
        return tuple(self.form_class.base_fields)

    def is_shown(self, situation: Situation) -> bool:
        """Whether somebody in this situation is asked."""
        return self.shown_if is None or self.shown_if(situation)

    def own(self, answers: Answers) -> dict[str, Any]:
        """Those of `answers` that were given here."""
        return {name: answers[name] for name in self.names if name in answers}

    def is_answered(self, answers: Answers) -> bool:
        """Whether all of its fields have been posted, be they empty."""
        return all(name in answers for name in self.names)

    def form(self, situation: Situation, data: Any = None) -> "StepForm":
        """Its form, filled with what was posted or with what was answered before."""
        own = self.own(situation.answers)
        form = self.form_class(data, initial=own, situation=situation)
        if self.guidance:
            # The guidance stands between the page's heading and the question.
            form.own_heading = False
        return form


@dataclass(frozen=True, kw_only=True)
class Exit:
    """A kind page for somebody whom the journey cannot take further."""

    key: str
    slugs: Slugs
    template: str
    title: Words
    context: Callable[[Situation], Mapping[str, Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way through a journey that takes its own time; `minutes` until we know better.

    How long people really took is counted by `key`: forms.journeys.timing.
    """

    key: str = ""
    minutes: int = 5


@dataclass(frozen=True, kw_only=True)
class Journey:
    """A whole form. `submit` keeps a submission and returns its reference.

    It is called inside the transaction that remembers the sending: it must not render,
    send or call anything. `earlier` finds what a later part is judged by, by the
    reference of the part sent before; None once that is gone. `declaration` is a
    statement to tick before sending, `privacy` says what becomes of it all. Whoever
    changes their words raises their version: both are kept with what is sent.
    """

    kind: str
    door: str = ""
    """Which of several forms of one plugin this is; empty where it has only one."""
    steps: Sequence[Step]
    submit: Callable[[Submission], str]
    sections: Sequence[Section] = ()
    exits: Sequence[Exit] = ()
    earlier: Callable[["Site", str], Answers | None] | None = None
    declaration: Words = ""
    declaration_version: str = "1"
    privacy: Callable[[Situation], Words] | None = None
    privacy_version: str = "1"
    send_words: Words = ""
    minutes: int = 5
    way: Callable[[Situation], Way] | None = None
    answer_times: Sequence[AnswerTime] = ()
    keepings: Sequence[Keeping] = ()
    young_person: Callable[[Situation], bool] | bool = False
    for_children: bool = False
    """A form for children alone. It says "ti" from the first page to the last and keeps
    nothing on the device: no saving, no link back; whoever leaves or has sent leaves no
    trace."""
    captcha: bool = True
    is_followed: bool = False
    own_questions: "OwnQuestions | None" = None
    """What services may add and reword; nothing, where it says nothing."""
    collecting: "Collecting | None" = None
    """What the privacy notices say of its questions."""

    def __post_init__(self) -> None:
        for problem in self.problems():
            raise BadJourney(f"Journey “{self.kind}”: {problem}")

    def screens(self, *, with_token: bool) -> Sequence[str]:
        """The screens that it has besides its steps, by whether a token is in them."""
        if self.for_children:
            return () if with_token else FOR_CHILDREN
        screens = WITH_TOKEN if with_token else WITHOUT_TOKEN
        return [s for s in screens if self.is_followed or s not in FOLLOWING]

    @property
    def form_key(self) -> str:
        """What tells this form from all others; one with a single door by its kind."""
        return form_key(self.kind, self.door)

    @property
    def parts(self) -> list["Step | Exit"]:
        """Steps and exits: whatever has an address of its own."""
        return [*self.steps, *self.exits]

    @cached_property
    def by_slug(self) -> dict[tuple[str, str], Step | Exit]:
        """Steps and exits by language and slug."""
        return {
            (language, part.slugs[language]): part
            for part in self.parts
            for language in LANGUAGES
        }

    def step(self, key: str) -> Step:
        """The step called `key`; KeyError where there is none."""
        return next_named(self.steps, key)

    def exit(self, key: str) -> Exit:
        """The exit called `key`; KeyError where there is none."""
        return next_named(self.exits, key)

    def void_after(self, step: Step) -> list[str]:
        """The fields to be asked again when the answer of `step` changes."""
        later = (other for other in self.steps if step.key in other.asked_again_after)
        return [name for other in later for name in other.names]

    def is_young(self, situation: Situation) -> bool:
        """Whether it is a young person who answers."""
        young = self.for_children or self.young_person
        return young(situation) if callable(young) else young

    def way_of(self, situation: Situation) -> Way:
        """Which way somebody in this situation goes, or went."""
        return self.way(situation) if self.way else Way(minutes=self.minutes)

    def section_title(self, key: str) -> Words:
        """The title of a section; empty for the section without one."""
        return next((s.title for s in self.sections if s.key == key), "")

    def problems(self) -> Iterator[str]:
        """What contradicts itself in the declaration."""
        if self.door and not _DOOR.fullmatch(self.door):
            yield f"the door “{self.door}” is no short word of small letters"
        parts = self.parts
        yield from repeated("key", [part.key for part in parts])
        for language in LANGUAGES:
            taken = [slugs[language] for slugs in SCREEN_SLUGS.values()]
            slugs = [part.slugs[language] for part in parts]
            yield from repeated(f"slug ({language})", [*taken, *slugs])
        names = [name for step in self.steps for name in step.names]
        yield from repeated("field", names)
        yield from (
            f"step “{step.key}” asks nothing" for step in self.steps if not step.names
        )
        yield from (
            f"step “{step.key}” has guidance but no title"
            for step in self.steps
            if step.guidance and not step.title
        )
        sections = {section.key for section in self.sections} | {""}
        yield from (
            f"step “{step.key}” stands in the unknown section “{step.section}”"
            for step in self.steps
            if step.section not in sections
        )
        if self.for_children and (self.is_followed or self.declaration):
            yield "a journey for children is neither followed nor signed"
        if self.own_questions:
            yield from self.own_questions.problems(self)


def form_key(kind: str, door: str) -> str:
    """The key of a form of plugin `kind`. A label may have underscores, never a dot."""
    return f"{kind}.{door}" if door else kind


def next_named(parts: Sequence[Any], key: str) -> Any:
    """The part called `key`; KeyError where there is none."""
    for part in parts:
        if part.key == key:
            return part
    raise KeyError(key)
