"""The forms by which staff write a question, its answers and its condition."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.language import pair_choices
from forms.journeys.declaring import Journey
from forms.journeys.questions.asking import shaped
from forms.journeys.questions.conditions import closed_questions
from forms.journeys.questions.content import (
    CHOICE_KEYS,
    LONGEST,
    Condition,
    Content,
    Kind,
    Question,
    Said,
    Text,
)
from forms.journeys.questions.declared import OwnQuestions

LANGUAGES = ("en", "cy")
SAME = _("Where both languages say the same, that is meant (a name, for example)")


def _words(label: Any, what: str, rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, required=False, max_length=LONGEST[what], widget=widget
    )


class InBoth(forms.Form):
    """A form whose texts stand in both languages, side by side."""

    same = forms.BooleanField(label=SAME, required=False)

    def both(self, name: str) -> Said:
        """What was written for `name`."""
        data = self.cleaned_data
        return Said(**{code: data.get(f"{name}_{code}", "") for code in LANGUAGES})

    def side_by_side(self, name: str) -> tuple[Any, Any]:
        """The two fields of `name`."""
        return self[f"{name}_en"], self[f"{name}_cy"]


class QuestionForm(InBoth):
    """One question of a kind that is chosen before and stays."""

    label_en = _words(_("Question, in English"), "label")
    label_cy = _words(_("Question, in Welsh"), "label")
    help_en = _words(_("Help under the question, in English"), "help", rows=2)
    help_cy = _words(_("Help under the question, in Welsh"), "help", rows=2)
    pair = forms.ChoiceField(
        label=_("Yes and no in Welsh"),
        help_text=_("Welsh answers with the verb of the question: choose its pair."),
        error_messages={"required": _("Choose a pair")},
    )
    place = forms.ChoiceField(label=_("Where it stands"))
    shown_if = forms.ChoiceField(
        label=_("Shown if"),
        required=False,
        help_text=_("Only an earlier question with fixed answers can decide it."),
    )
    required = forms.BooleanField(label=_("It must be answered"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        journey: Journey,
        own: OwnQuestions,
        content: Content,
        kind: Kind,
        question: Question | None = None,
    ) -> None:
        self.question, self.kind = question, kind
        super().__init__(data, initial=_initial(question) if question else None)
        self._set_choices("place", [(p.key, str(p.title)) for p in own.places])
        self._set_choices("shown_if", _conditions(journey, content, question))
        if kind == Kind.YES_NO:
            self._set_choices("pair", [("", gettext("Choose a pair")), *pair_choices()])
        else:
            del self.fields["pair"]
        for number, key in enumerate(CHOICE_KEYS if self.chooses else (), 1):
            named = {"number": number}
            self.fields[f"{key}_en"] = _words(
                gettext("Answer %(number)d, in English") % named, "choice"
            )
            self.fields[f"{key}_cy"] = _words(
                gettext("Answer %(number)d, in Welsh") % named, "choice"
            )

    @property
    def chooses(self) -> bool:
        """Whether answers are chosen from those that are written here."""
        return self.kind in {Kind.CHOICE, Kind.SEVERAL}

    def _set_choices(self, name: str, choices: list[Any]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def texts(self) -> Iterator[tuple[Any, Any]]:
        """Question and help, side by side."""
        yield from (self.side_by_side("label"), self.side_by_side("help"))

    def answers(self) -> Iterator[tuple[Any, Any]]:
        """The answers to choose from, side by side."""
        yield from (self.side_by_side(key) for key in CHOICE_KEYS if self.chooses)

    def rest(self) -> list[Any]:
        """Everything that stands in no two languages."""
        names = ("pair", "place", "shown_if", "required", "same")
        return [self[name] for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.both("label") and not {"label_en", "label_cy"} & {*self.errors}:
            self.add_error("label_en", gettext("Write the question."))
        if self.chooses and len(self.choices()) < 2:
            self.add_error("a1_en", gettext("Write at least two answers."))
        return data

    def choices(self) -> dict[str, Said]:
        """The answers that say something, each under its own key."""
        written = {key: self.both(key) for key in CHOICE_KEYS if self.chooses}
        return {key: said for key, said in written.items() if said}

    def written(self, key: str) -> Question:
        """The question as it was written, under the id `key`."""
        data = self.cleaned_data
        field, _dot, value = data["shown_if"].partition(":")
        return Question(
            id=key,
            kind=self.kind,
            place=data["place"],
            label=self.both("label"),
            help=self.both("help"),
            choices=self.choices(),
            pair=data.get("pair", ""),
            required=data["required"],
            shown_if=Condition(field=field, value=value) if field else None,
            same=data["same"],
            retired=bool(self.question and self.question.retired),
        )


def _initial(question: Question) -> dict[str, Any]:
    said = {"label": question.label, "help": question.help, **question.choices}
    shown_if = question.shown_if
    return {
        **{
            f"{k}_{code}": getattr(w, code)
            for k, w in said.items()
            for code in LANGUAGES
        },
        "pair": question.pair,
        "place": question.place,
        "required": question.required,
        "same": question.same,
        "shown_if": f"{shown_if.field}:{shown_if.value}" if shown_if else "",
    }


def _conditions(
    journey: Journey, content: Content, question: Question | None
) -> list[Any]:
    """Every answer that can decide, under its question; not those of itself."""
    own = question.id if question else ""
    groups = [
        (
            str(one.label),
            [(f"{one.field}:{value}", f"{said} ({one.label})") for value, said in rows],
        )
        for one in closed_questions(shaped(journey, content))
        if one.field != own
        for rows in [one.answers.items()]
    ]
    return [("", gettext("Always shown")), *groups]


class TextForm(InBoth):
    """Words in place of those supplied; nothing in either language: as supplied."""

    words_en = _words(_("Your words, in English"), "text", rows=6)
    words_cy = _words(_("Your words, in Welsh"), "text", rows=6)

    def __init__(self, data: Any = None, *, text: Text | None) -> None:
        said = text.said if text else Said()
        shown = {"words_en": said.en, "words_cy": said.cy}
        same = text.same if text else False
        super().__init__(data, initial={**shown, "same": same})

    def words(self) -> tuple[Any, Any]:
        """The two fields, side by side."""
        return self.side_by_side("words")

    def written(self) -> Text | None:
        """What was written; None for what is supplied."""
        said = self.both("words")
        return Text(said=said, same=self.cleaned_data["same"]) if said else None
