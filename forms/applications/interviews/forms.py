"""What staff say of an interview."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from forms.applications.interviews.booking import Arrangement
from forms.applications.interviews.models import Interview
from forms.casework.admin import Seen

LENGTHS = [
    (20, gettext_lazy("20 minutes")),
    (30, gettext_lazy("half an hour")),
    (45, gettext_lazy("three quarters of an hour")),
    (60, gettext_lazy("an hour")),
    (90, gettext_lazy("an hour and a half")),
]
ASK = "ask"
SPOKEN = [
    ("cy", pgettext_lazy("language of an interview", "Welsh")),
    ("en", pgettext_lazy("language of an interview", "English")),
    (ASK, gettext_lazy("not agreed yet: ask them in the invitation")),
]


class InterviewForm(Seen):
    """When, how, where, with whom and, where the service asks, in which language."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(
        label=gettext_lazy("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Choose a day."),
            "invalid": gettext_lazy("Write a day, as 3/5/2027."),
        },
    )
    time = forms.TimeField(
        label=gettext_lazy("Time"),
        help_text=gettext_lazy("As clocks in Britain show it on that day."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={
            "required": gettext_lazy("Choose a time."),
            "invalid": gettext_lazy("Write a time, as 14:30."),
        },
    )
    minutes = forms.TypedChoiceField(
        label=gettext_lazy("How long?"), choices=LENGTHS, coerce=int, initial=45
    )
    host = forms.ChoiceField(
        label=gettext_lazy("With whom?"),
        error_messages={"required": gettext_lazy("Choose who meets them.")},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language would they like to speak?"),
        choices=SPOKEN,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a language, or ask them.")},
    )
    way = forms.ChoiceField(
        label=gettext_lazy("How will you meet?"),
        choices=Interview.Way,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how you will meet.")},
    )
    where = forms.CharField(
        label=gettext_lazy("The address, the link, or the number that you ring"),
        required=False,
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        people: Iterable[Any],
        phone: str,
        asks_language: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.phone = phone
        choices = [(key, str(person)) for key, person in self.people.items()]
        cast(forms.ChoiceField, self.fields["host"]).choices = choices
        if phone:
            self.fields["where"].help_text = _(
                "By phone you may leave it empty: then it is %(phone)s."
            ) % {"phone": phone}
        if not asks_language:
            del self.fields["language"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        way, where = said.get("way"), said.get("where", "")
        if way == Interview.Way.PHONE:
            said["where"] = where or self.phone
        if way == Interview.Way.ONLINE and where and not _is_link(where):
            words = _("Write the whole link, as https://example.org/meeting.")
            self.add_error("where", words)
        if "where" in said and not said["where"]:
            self.add_error("where", _("Write the address, the link or the number."))
        return said

    @property
    def arranged(self) -> Arrangement:
        """What was said, once it is valid."""
        said = self.cleaned_data
        language = said.get("language", ASK)
        return Arrangement(
            **{name: said[name] for name in ("day", "time", "minutes", "way", "where")},
            host=self.people[said["host"]],
            language="" if language == ASK else language,
        )


def _is_link(text: str) -> bool:
    try:
        URLValidator(schemes=["https"])(text)
    except forms.ValidationError:
        return False
    return True
