"""What a case says, line by line, each with the care that its inbox declares."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from cms.privacy import Care, Line
from forms.casework.kinds import NoInbox, inbox_of
from forms.casework.models import Case

Read = Callable[[Any], Iterable[Line]]


def care_of(kind: str, key: str = "") -> Care:
    """What an answer of these cases needs; without a key, who and how to reach them."""
    try:
        care: Care = inbox_of(kind).care_of(key)
    except NoInbox:
        return Care.OTHERS
    return care


def their_own(name: str, label: Callable[[], str]) -> Read:
    """A field that is about whoever the case is under."""

    def read(case: Case) -> Iterator[Line]:
        value = getattr(case, f"get_{name}_display", lambda: getattr(case, name))()
        if value:
            yield Line(name, label(), str(value), care_of(case.kind))

    return read


def answers(case: Case) -> Iterator[Line]:
    """Each question as it was asked, in the reader's language."""
    language = _language()
    for row in case.answers:
        question = row.get(f"question_{language}") or row.get("question", "")
        said = row.get(f"answer_{language}") or row.get("answer", "")
        if said:
            care = care_of(case.kind, str(row.get("key", "?")))
            yield Line("answers", str(question), str(said), care)


def flags(case: Case) -> Iterator[Line]:
    """Why it is marked for staff."""
    for reason in case.reasons:
        yield Line("flags", _("Marked for staff"), reason, Care.OTHERS)


def stage(case: Case) -> Iterator[Line]:
    """Where it stands, and why."""
    try:
        said = " · ".join(filter(None, [str(case.step.name), case.because]))
    except NoInbox:
        said = case.stage
    label = pgettext("what is kept of a person", "Where it stands")
    yield Line("stage", label, said, care_of(case.kind))


def addition(entry: Any) -> Iterator[Line]:
    """What came later."""
    if said := entry.what_in(_language()):
        label = _("What was sent or changed later")
        yield Line("what", label, said, care_of(entry.case.kind))


def facts(move: Any) -> Iterator[Line]:
    """What a stage asked of staff, with their answers."""
    asked = move.case.machine.by_key.get(move.to_stage)
    labels = {ask.key: ask.label for ask in asked.asks} if asked else {}
    for key, said in (move.facts or {}).items():
        yield Line("facts", str(labels.get(key, key)), str(said), Care.OTHERS)


def _language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"
