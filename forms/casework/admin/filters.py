"""The filters of an inbox: as few as a small service needs."""

from typing import Any

import django_filters  # type: ignore[import-untyped]  # ships no types
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from forms.casework.duty.unread import with_unread
from forms.casework.keying.words import ALL_WAYS, that_came
from forms.casework.machine import Machine
from forms.casework.models import LANGUAGES, Case
from forms.casework.queries import (
    due,
    in_step,
    overdue,
    to_be_seen_to,
    waiting_for_the_person,
)
from forms.casework.services import caseworkers
from forms.casework.undelivered import with_undelivered

NEEDS = [
    ("today", pgettext_lazy("filter", "Due today or overdue")),
    ("overdue", pgettext_lazy("filter", "Overdue")),
    ("undelivered", pgettext_lazy("filter", "E-mail could not be delivered")),
    ("waiting", pgettext_lazy("filter", "Waiting for the person")),
    ("unread", pgettext_lazy("filter", "Not opened by anybody")),
]
YES_NO = [("yes", pgettext_lazy("filter", "Only these"))]


class CaseFilters(WagtailFilterSet):
    """Plain step, stage where those are shown, whose, language, flagged, need, way."""

    step = django_filters.ChoiceFilter(
        choices=(),
        label=pgettext_lazy("filter", "Step"),
        method="by_step",
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )
    stage = django_filters.ChoiceFilter(
        choices=(),
        label=gettext_lazy("Stage"),
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )
    assignee = django_filters.ChoiceFilter(
        label=gettext_lazy("Whose"),
        method="by_assignee",
        choices=(),
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )
    language = django_filters.ChoiceFilter(
        choices=LANGUAGES,
        label=gettext_lazy("Language"),
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )
    flagged = django_filters.ChoiceFilter(
        choices=YES_NO,
        label=gettext_lazy("Look at first"),
        method="only_flagged",
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )
    needs = django_filters.ChoiceFilter(
        choices=NEEDS,
        label=pgettext_lazy("filter", "What it needs"),
        method="by_need",
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )
    came = django_filters.ChoiceFilter(
        choices=ALL_WAYS,
        label=gettext_lazy("How it came"),
        method="by_way",
        widget=forms.RadioSelect,
        empty_label=pgettext_lazy("filter", "All"),
    )

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(
        self, *args: Any, site: Any, machine: Machine, stages: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.machine = machine
        steps = [(step.key, step.name) for step in machine.steps]
        self.filters["step"].extra["choices"] = steps
        if stages:
            named = [(stage.key, stage.name) for stage in machine.stages]
            self.filters["stage"].extra["choices"] = named
        else:
            self.filters["step"].label = gettext_lazy("Stage")
            del self.filters["stage"]
        people = [(str(user.pk), str(user)) for user in caseworkers(site)]
        self.filters["assignee"].extra["choices"] = [
            ("me", pgettext_lazy("whose case", "Mine")),
            ("nobody", pgettext_lazy("whose case", "Nobody’s yet")),
            *people,
        ]

    def by_step(self, cases: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        return in_step(cases, self.machine, value)

    def by_assignee(
        self, cases: QuerySet[Case], name: str, value: str
    ) -> QuerySet[Case]:
        if value == "nobody":
            return cases.filter(assignee=None)
        if value == "me":
            return cases.filter(assignee=self.request.user)
        return cases.filter(assignee_id=int(value))

    def only_flagged(
        self, cases: QuerySet[Case], name: str, value: str
    ) -> QuerySet[Case]:
        return cases.filter(is_flagged=True)

    def by_way(self, cases: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        return that_came(cases, value)

    def by_need(self, cases: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        if value == "undelivered":
            return with_undelivered(cases).filter(is_undelivered=True)
        if value == "unread":
            return with_unread(cases).filter(is_unread=True)
        if value == "waiting":
            return waiting_for_the_person(cases)
        by_day = {"overdue": overdue, "today": due}[value]
        today = timezone.localdate()
        return by_day(to_be_seen_to(cases, today), today)
