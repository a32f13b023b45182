"""A page of settings for each form: open or not, how soon we answer, who is told."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from cms.activation import is_on
from cms.plugins import plugin_of
from forms.journeys.doors import Form
from forms.journeys.doors import forms as declared_forms
from forms.journeys.terms import days_to_answer, months_kept, opening
from sites.cover import caseworkers
from sites.models import FormTerms, Opening, Service, Told
from sites.screens import (
    Group,
    MonthsField,
    Section,
    SettingsForm,
    WorkingDaysField,
    register_groups,
)

FEW_LINES = forms.Textarea(attrs={"rows": 3})


def _one_person(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, required=False, coerce=int, empty_value=None
    )


class TermsForm(SettingsForm):
    """The terms of one form; its fields follow from what the form declares."""

    pairs = ("message",)
    state = forms.ChoiceField(
        label=gettext_lazy("Is the form open?"),
        choices=Opening.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Paused: whoever has begun may still send. Closed: nobody can send; what"
            " was begun is kept for its time."
        ),
    )
    message_en = forms.CharField(
        label=gettext_lazy("what people read while it is not open, in English"),
        required=False,
        max_length=600,
        widget=FEW_LINES,
    )
    message_cy = forms.CharField(
        label=gettext_lazy("what people read while it is not open, in Welsh"),
        required=False,
        max_length=600,
        widget=FEW_LINES,
    )
    told = forms.MultipleChoiceField(
        label=gettext_lazy("Who is told"),
        choices=Told.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    told_people = forms.TypedMultipleChoiceField(
        label=gettext_lazy("And these people"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    on_duty = _one_person(gettext_lazy("Who is on duty"))
    deputy = _one_person(gettext_lazy("Who is the deputy"))

    def __init__(
        self, data: Any = None, *, form: Form, service: Service, **options: Any
    ) -> None:
        self.form = form
        super().__init__(data, service=service, **options)

    class Meta(SettingsForm.Meta):
        fields: ClassVar[list[str]] = []

    def prepare(self) -> None:
        terms = self.service.terms_of(self.form.kind)
        people: Any = self.fields["told_people"]
        people.choices = [(p.pk, str(p)) for p in caseworkers(self.service.site)]
        here = {pk for pk, _name in people.choices}
        self._add_duty(terms, people.choices)
        self.initial = {
            **self.initial,
            "state": terms.state,
            "message_en": terms.message_en,
            "message_cy": terms.message_cy,
            "told": list(terms.told),
            "told_people": [pk for pk in terms.told_people if pk in here],
        }
        self._add_days()
        self._add_months()

    @property
    def duty(self) -> tuple[str, ...]:
        """The fields that only a form has with which young people ask."""
        return ("on_duty", "deputy") if self.form.hears_young_people else ()

    def _add_duty(self, terms: FormTerms, people: list[tuple[int, str]]) -> None:
        nobody = ("", _("Nobody is named"))
        for name in ("on_duty", "deputy"):
            if name not in self.duty:
                del self.fields[name]
                continue
            chosen: Any = self.fields[name]
            chosen.choices = [nobody, *people]
            set_now = getattr(terms, name)
            self.initial[name] = str(set_now) if set_now in dict(people) else ""

    def _add_days(self) -> None:
        for time in self.form.answer_times:
            name = f"days_{time.key}"
            self.fields[name] = WorkingDaysField(label=time.label)
            self.initial[name] = days_to_answer(self.service, self.form.kind, time)

    def _add_months(self) -> None:
        for keeping in self.form.keepings:
            name = f"months_{keeping.key}"
            usual = {"months": keeping.months}
            self.fields[name] = MonthsField(
                label=keeping.label,
                help_text=_(
                    "Months. %(months)d is our default: check it with your data"
                    " protection officer."
                )
                % usual,
            )
            self.initial[name] = months_kept(self.service, self.form.kind, keeping)

    def shown_sections(self) -> list[Section]:
        days = [f"days_{time.key}" for time in self.form.answer_times]
        months = [f"months_{keeping.key}" for keeping in self.form.keepings]
        shown = [
            Section(
                title=_("Open, paused or closed"),
                help=_(
                    "Leave the words empty for ours. Phone and e-mail always stand"
                    " beside them."
                ),
                names=("state", "message_en", "message_cy"),
            ),
            Section(
                title=_("How soon you answer"),
                help=_(
                    "People are promised a day: in the confirmation, in our mail to"
                    " them and in your inbox."
                ),
                names=days,
            ),
            Section(
                title=_("Who is told"),
                help=_(
                    "They get a mail with the reference and a link, and nothing of the"
                    " person. Whoever is away is told through their deputy."
                ),
                names=("told", "told_people"),
            ),
            self._duty_section(),
            Section(
                title=_("How long you keep it"),
                help=_("Your privacy page says this."),
                names=months,
            ),
        ]
        return [section for section in shown if section.names]

    def _duty_section(self) -> Section:
        return Section(
            title=_("When a young person asks"),
            help=_(
                "Whoever is on duty is told at once. If nobody has opened it after"
                " one working day, the deputy is told; after two, the manager."
                " Whoever is away is told through whoever stands in."
            ),
            names=self.duty,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("told") and not data.get("told_people"):
            self.add_error("told", _("Choose at least one, so that somebody is told."))
        if data.get("deputy") and data["deputy"] == data.get("on_duty"):
            self.add_error("deputy", _("Choose somebody else than who is on duty."))
        return data

    def keep(self, locked: Service) -> None:
        """Write what changed beside what somebody else may have changed meanwhile."""
        kind, data = self.form.kind, self.cleaned_data
        now = locked.terms_of(kind).written()
        for name in self.changed_data:
            for many in ("days", "months"):
                if name.startswith(f"{many}_"):
                    now[many][name.removeprefix(f"{many}_")] = data[name]
            if name in now:
                now[name] = data[name]
        locked.set_terms(kind, FormTerms.read(now))


def _status(form: Form, service: Service) -> str | Promise:
    return opening(service, form.kind).label


@register_groups
def groups_of_forms(site: Site) -> list[Group]:
    """A page for each form that is on at `site`."""
    return [
        Group(
            key=f"form-{form.kind}",
            title=plugin.verbose_name,
            summary=gettext_lazy(
                "Open or paused, how soon you answer, who is told, how long you keep"
                " it."
            ),
            icon="form",
            form=partial(TermsForm, form=form),
            status=partial(_status, form),
        )
        for form in declared_forms()
        if is_on(site, form.kind) and (plugin := plugin_of(form.kind))
    ]
