"""The plain machine: five stages that are the five steps, for plugins with no own."""

from django.utils.translation import pgettext_lazy

from forms.casework.machine import Machine, Reason, Stage, Step

NEW = Step(key="new", name=pgettext_lazy("stage of a case", "New"))
TALKING = Step(key="talking", name=pgettext_lazy("stage of a case", "Talking"))
CHECKS = Step(key="checks", name=pgettext_lazy("stage of a case", "Checks"))
READY = Step(key="ready", name=pgettext_lazy("stage of a case", "Ready"))
CLOSED = Step(
    key="closed", name=pgettext_lazy("stage of a case", "Closed"), closes=True
)
FIVE_STEPS = (NEW, TALKING, CHECKS, READY, CLOSED)

_REASONS = (
    Reason(
        key="done", name=pgettext_lazy("why a case was closed", "Everything is done")
    ),
    Reason(
        key="withdrew", name=pgettext_lazy("why a case was closed", "They withdrew")
    ),
    Reason(key="not_now", name=pgettext_lazy("why a case was closed", "Not right now")),
    Reason(key="passed_on", name=pgettext_lazy("why a case was closed", "Passed on")),
    Reason(
        key="no_answer",
        name=pgettext_lazy("why a case was closed", "We could not reach them"),
    ),
    Reason(key="other", name=pgettext_lazy("why a case was closed", "Another reason")),
)


def _plain(step: Step, *to: str, reasons: tuple[Reason, ...] = ()) -> Stage:
    return Stage(key=step.key, name=step.name, step=step.key, to=to, reasons=reasons)


PLAIN = Machine(
    steps=FIVE_STEPS,
    stages=(
        _plain(NEW, "talking", "closed"),
        _plain(TALKING, "checks", "closed"),
        _plain(CHECKS, "talking", "ready", "closed"),
        _plain(READY, "checks", "closed"),
        _plain(CLOSED, "talking", reasons=_REASONS),
    ),
    initial=("new",),
)
