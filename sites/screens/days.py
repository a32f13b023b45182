"""The page of days: when the service is closed, and who stands in for whom."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Site

from cms.language.dates import plain_date
from sites.cover import caseworkers
from sites.models import ClosedDay, Cover, Service
from sites.screens.changes import record
from sites.screens.fields import DayField
from sites.screens.forms import Change
from sites.screens.views import SettingsScreen

KEPT_IN_SIGHT = dt.timedelta(days=31)
GROUP = "days"


def refuse_long_past(day: dt.date) -> None:
    """ValidationError for a day that the page would not even show."""
    if day < timezone.localdate() - KEPT_IN_SIGHT:
        raise ValidationError(_("This day is long past. Choose another one."))


class ClosedDayForm(forms.ModelForm):
    """One closed day."""

    day = DayField(label=gettext_lazy("Day"), validators=[refuse_long_past])

    class Meta:
        model = ClosedDay
        fields = ["day", "reason"]


class CoverForm(forms.ModelForm):
    """One cover: who is away, who stands in, from when to when."""

    starts_on = DayField(label=gettext_lazy("First day away"))
    ends_on = DayField(
        label=gettext_lazy("Last day away"), validators=[refuse_long_past]
    )

    class Meta:
        model = Cover
        fields = ["person", "deputy", "starts_on", "ends_on"]

    def __init__(self, *args: Any, people: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("person", "deputy"):
            field: Any = self.fields[name]
            field.queryset = people
            field.error_messages["required"] = _("Choose somebody.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("person") and data.get("person") == data.get("deputy"):
            self.add_error("deputy", _("Choose somebody else to stand in."))
        start, end = data.get("starts_on"), data.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The last day comes before the first."))
        return data


class Rows(forms.BaseModelFormSet):
    """Rows of one service. `said` is what the list of changes calls each."""

    name = ""
    site: Site

    def changes(self) -> Iterator[Change]:
        """What saving has done to the rows."""
        for row in self.new_objects:
            yield Change(self.name, "", str(row))
        for row, _fields in self.changed_objects:
            yield Change(self.name, self.before[row.pk], str(row))
        for row in self.deleted_objects:
            yield Change(self.name, str(row), "")

    def remember(self) -> None:
        """Keep how the rows read before they are saved."""
        self.before = {row.pk: str(row) for row in self.get_queryset()}

    def filled(self) -> Iterator[dict[str, Any]]:
        """What was typed into the rows that stay."""
        for form in self.forms:
            data = getattr(form, "cleaned_data", {})
            if data and not data.get("DELETE") and not form.errors:
                yield data

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        gone = _("Somebody has removed this row meanwhile. Open the page again.")
        form.fields["id"].error_messages["invalid_choice"] = gone

    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.site = self.site
        return super().save_new(form, commit)


class ClosedDayRows(Rows):
    """Closed days; each day once."""

    name = "closed_day"

    def clean(self) -> None:
        days = [data["day"] for data in self.filled() if data.get("day")]
        if len(days) != len(set(days)):
            raise ValidationError(_("A day stands here twice. Remove one of them."))
        kept = [form.instance.pk for form in self.forms if form.instance.pk]
        others = ClosedDay.objects.filter(site=self.site, day__in=days)
        for other in others.exclude(pk__in=kept):
            words = _("%(day)s is on the list already: somebody has just added it.")
            raise ValidationError(words % {"day": plain_date(other.day)})


class CoverRows(Rows):
    """Covers; nobody is away twice at once."""

    name = "cover"

    def clean(self) -> None:
        spans: dict[Any, list[tuple[Any, Any]]] = {}
        for data in self.filled():
            if "person" in data:
                span = (data["starts_on"], data["ends_on"])
                spans.setdefault(data["person"], []).append(span)
        for person, listed in spans.items():
            listed.sort()
            if any(b[0] <= a[1] for a, b in pairwise(listed)):
                words = _("%(person)s is away twice at once. Change one of the rows.")
                raise ValidationError(words % {"person": person})


def _rows(site: Site, data: Any, rows: Any, form: Any, **options: Any) -> Any:
    factory = forms.modelformset_factory(
        rows.model, form=form, formset=options.pop("kind"), extra=2, can_delete=True
    )
    made: Any = factory(data, queryset=rows.filter(site=site), **options)
    made.site = site
    made.remember()
    return made


def formsets(site: Site, data: Any = None) -> list[Any]:
    """The two lists of rows; what is long past is out of sight, not deleted."""
    since = timezone.localdate() - KEPT_IN_SIGHT
    return [
        _rows(
            site,
            data,
            ClosedDay.objects.filter(day__gte=since),
            ClosedDayForm,
            kind=ClosedDayRows,
            prefix="closed",
        ),
        _rows(
            site,
            data,
            Cover.objects.filter(ends_on__gte=since).select_related("person"),
            CoverForm,
            kind=CoverRows,
            prefix="cover",
            form_kwargs={"people": caseworkers(site)},
        ),
    ]


class DaysView(SettingsScreen):
    """Closed days and covers; two empty rows to add to each."""

    template_name = "authorities/settings/days.html"
    page_title = gettext_lazy("Closed days and cover")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        closed, cover = kwargs.pop("formsets", None) or formsets(self.site)
        return super().get_context_data(closed=closed, cover=cover, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            # One at a time: of two windows the second sees what the first has saved.
            Service.objects.select_for_update().get(site=self.site)
            posted = formsets(self.site, request.POST)
            # Both are asked, so that everything wrong is said at once.
            checked = [rows.is_valid() for rows in posted]
            if is_saved := all(checked):
                self._save(posted)
        if not is_saved:
            return self.render_to_response(self.get_context_data(formsets=posted))
        messages.success(request, _("Saved."))
        return redirect("service_days")

    def _save(self, posted: list[Any]) -> None:
        for rows in posted:
            rows.save()
            changes = rows.changes()
            record(site=self.site, group=GROUP, changes=changes, by=self.request.user)
