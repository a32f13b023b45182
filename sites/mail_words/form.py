"""The form of a mail's words: English and Welsh side by side, each with its faults."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from cms.mail_words import MailText, faults_of_subject, faults_of_text
from sites.mail_words.saving import changed_in, mark_of
from sites.mail_words.versions import LANGUAGES, Current

LONGEST = 5000
SUBJECT = gettext_lazy("One line. Others may see it, so it names nobody.")
LABELS = {
    "subject_en": pgettext_lazy("of a mail", "Subject in English"),
    "text_en": pgettext_lazy("of a mail", "Text in English"),
    "subject_cy": pgettext_lazy("of a mail", "Subject in Welsh"),
    "text_cy": pgettext_lazy("of a mail", "Text in Welsh"),
}


class SubjectField(forms.CharField):
    """One line; a line break in it is told, not cut away."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_length=150,
            help_text=SUBJECT,
            error_messages={"required": gettext_lazy("Write a subject.")},
            **options,
        )


class WordsForm(forms.Form):
    """What the mail says in both languages. `must_be_both` where standards apply."""

    both = forms.BooleanField(
        label=gettext_lazy("Both languages say the same as they stand here"),
        help_text=gettext_lazy(
            "Tick this if you changed one language alone and the other needs no change."
        ),
        required=False,
    )
    seen = forms.CharField(required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        now: Current,
        start: Mapping[str, MailText],
        must_be_both: bool,
    ) -> None:
        super().__init__(data)
        self.now, self.must_be_both = now, must_be_both
        for code in LANGUAGES:
            self._add(f"subject_{code}", SubjectField(), start[code].subject)
            self._add(f"text_{code}", self._text_field(), start[code].text)

    def _add(self, name: str, field: forms.Field, initial: str) -> None:
        field.label, field.initial = LABELS[name], initial
        field.widget.attrs["autocomplete"] = "off"
        self.fields[name] = field

    def _text_field(self) -> forms.CharField:
        return forms.CharField(
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 18}),
            error_messages={"required": gettext_lazy("Write the text.")},
        )

    def of(self, language: str) -> list[Any]:
        """The bound fields of one language."""
        return [self[f"subject_{language}"], self[f"text_{language}"]]

    def sides(self) -> list[tuple[str, list[Any]]]:
        """Each language with its fields, for the template."""
        return [(code, self.of(code)) for code in LANGUAGES]

    @property
    def mark(self) -> str:
        """What the screen shows now: it comes back as `seen`."""
        return mark_of(self.now)

    @property
    def words(self) -> dict[str, MailText]:
        """What was typed, in the languages where nothing is wrong with it."""
        found = {}
        for code in LANGUAGES:
            names = (f"subject_{code}", f"text_{code}")
            if all(self.cleaned_data.get(name) for name in names):
                found[code] = MailText(*(self.cleaned_data[name] for name in names))
        return found

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for code in LANGUAGES:
            self._check(f"subject_{code}", faults_of_subject, data)
            if text := data.get(f"text_{code}"):
                data[f"text_{code}"] = text.replace("\r\n", "\n").replace("\r", "\n")
            self._check(f"text_{code}", faults_of_text, data)
        if data.get("seen") != self.mark:
            self.add_error(None, _MEANWHILE)
        if not self.errors:
            self.cleaned_data = data
            self._check_both(data)
        return data

    def _check(self, name: str, faults: Any, data: dict[str, Any]) -> None:
        found = list(faults(self.now.mail, data[name])) if data.get(name) else []
        if found:
            self.add_error(name, " ".join(found))

    def _check_both(self, data: dict[str, Any]) -> None:
        """One language alone is not changed where both have to say the same."""
        changed = changed_in(self.words, self.now)
        if not self.must_be_both or data["both"] or len(changed) != 1:
            return
        if changed == [self.now.behind]:
            return
        other = "en" if changed == ["cy"] else "cy"
        self.add_error(f"text_{other}", _ALONE[other]())


_MEANWHILE = gettext_lazy(
    "Somebody has changed these words meanwhile: see “Earlier words” below. Saving"
    " again puts yours in their place."
)
_ALONE = {
    "cy": lambda: _(
        "You have changed the English alone. Write it in Welsh too, or tick below that"
        " both say the same."
    ),
    "en": lambda: _(
        "You have changed the Welsh alone. Write it in English too, or tick below that"
        " both say the same."
    ),
}
