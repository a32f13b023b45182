"""Cases as rows of a spreadsheet."""

from collections.abc import Iterable, Sequence

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.spreadsheet import as_csv
from forms.casework.models import Case


def cases_as_csv(cases: Sequence[Case], *, stages: bool) -> str:
    """A row a case, a column a question, in the language of whoever exports.

    With `stages` the stage of each stands there, else its plain step.
    """
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    questions = _questions(cases, language)
    rows = []
    for case in cases:
        answers = {row["key"]: row[f"answer_{language}"] for row in case.answers}
        rows.append(
            [*_facts(case, stages), *(answers.get(key, "") for key in questions)]
        )
    return as_csv([*_headings(), *questions.values()], rows)


def _questions(cases: Iterable[Case], language: str) -> dict[str, str]:
    return {
        row["key"]: row[f"question_{language}"]
        for case in cases
        for row in case.answers
    }


def _headings() -> list[str]:
    return [
        _("Reference"),
        _("Received"),
        _("Stage"),
        _("Closed because"),
        _("Name"),
        _("Language to write in"),
        _("Language to speak in"),
        _("E-mail"),
        _("Phone"),
        _("Answer by"),
        _("Whose"),
        _("Look at first"),
    ]


def _facts(case: Case, stages: bool) -> list[object]:
    return [
        case.reference,
        timezone.localtime(case.received_at).strftime("%Y-%m-%d %H:%M"),
        case.standing.name if stages else case.step.name,
        case.closed_because,
        case.display_name,
        case.get_language_display(),
        case.get_spoken_language_display(),
        case.email,
        case.phone,
        case.answer_by or "",
        case.assignee or "",
        " ".join(case.reasons),
    ]
