"""Cases as rows of a spreadsheet, in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from forms.casework.keying.words import how_it_came
from forms.casework.models import Case


@dataclass(frozen=True)
class CaseTable:
    """Cases with a column a question, all of it in `language`, "en" or "cy".

    With `stages` the stage of each stands there, else its plain step. The answers to
    the questions `without` stay where they are.
    """

    cases: Sequence[Case]
    language: str
    stages: bool
    without: frozenset[str] = frozenset()

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        with override(self.language):
            return [*_headings(), *self._questions.values()]

    @property
    def rows(self) -> list[list[object]]:
        """A row a case, in their order."""
        questions = list(self._questions)
        with override(self.language):
            return [self._row(case, questions) for case in self.cases]

    def _row(self, case: Case, questions: Iterable[str]) -> list[object]:
        answers = {row["key"]: row[f"answer_{self.language}"] for row in case.answers}
        told = [answers.get(key, "") for key in questions]
        return [*_facts(case, self.stages), *told]

    @property
    def _questions(self) -> dict[str, str]:
        """The questions asked in any of the cases, by the key of their field."""
        return {
            row["key"]: row[f"question_{self.language}"]
            for case in self.cases
            for row in case.answers
            if row["key"] not in self.without
        }


def _headings() -> list[str]:
    return [
        _("Reference"),
        _("Received"),
        _("Stage"),
        pgettext("of a case", "Why it stands there"),
        _("Name"),
        _("Language to write in"),
        _("Language to speak in"),
        _("E-mail"),
        _("Phone"),
        _("Answer by"),
        _("Whose"),
        _("How it came"),
        _("Look at first"),
    ]


def _facts(case: Case, stages: bool) -> list[object]:
    return [
        case.reference,
        case.received_at,
        str(case.standing.name if stages else case.step.name),
        case.because,
        case.display_name,
        case.get_language_display(),
        case.get_spoken_language_display(),
        case.email,
        "" if case.from_young else case.phone,
        case.answer_by or "",
        case.assignee or "",
        str(how_it_came(case)),
        " ".join(case.reasons),
    ]
