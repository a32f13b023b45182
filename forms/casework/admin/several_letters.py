"""One letter to several people, each in their own language."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms.casework.admin.forms import Once
from forms.casework.admin.several import SeveralView
from forms.casework.letters import BLANK, LINK, Letter, Written, words_of
from forms.casework.together import (
    Texts,
    bare,
    filled,
    places_of,
    strange_places,
    who_is_written_to,
    write_to_all,
)
from sites.models import Service

LANGUAGES = ("cy", "en")


def _subject(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=150, required=False)


def _body(label: Any) -> forms.CharField:
    rows = forms.Textarea(attrs={"rows": 12})
    return forms.CharField(label=label, max_length=10000, required=False, widget=rows)


class SeveralLettersForm(Once):
    """The letter in both languages; in those that nobody here reads it may be empty."""

    letter = forms.ChoiceField(widget=forms.HiddenInput)
    subject_cy = _subject(gettext_lazy("Subject in Welsh"))
    body_cy = _body(gettext_lazy("Letter in Welsh"))
    subject_en = _subject(gettext_lazy("Subject in English"))
    body_en = _body(gettext_lazy("Letter in English"))

    def __init__(
        self,
        *args: Any,
        offered: Sequence[Letter],
        needed: Iterable[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.needed = set(needed)
        self.by_key = {letter.key: letter for letter in offered}
        choices = cast(forms.ChoiceField, self.fields["letter"])
        choices.choices = [(letter.key, letter.title) for letter in offered]

    @property
    def chosen(self) -> Letter:
        """The letter from which they began."""
        return self.by_key.get(self["letter"].value() or "", BLANK)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for language in LANGUAGES:
            for part in ("subject", "body"):
                self._check(f"{part}_{language}", language, data)
        return data

    def _check(self, name: str, language: str, data: dict[str, Any]) -> None:
        if name in self.errors:
            return
        text = data.get(name, "")
        if language in self.needed and not text.strip():
            words = _("Somebody you chose wants this language: write it, too.")
            self.add_error(name, words)
        places = places_of(self.chosen)
        for place in strange_places(text, places)[:1]:
            known = " ".join(f"{{{known}}}" for known in places)
            words = _(
                "Nothing is known that could stand for {%(place)s}. Use %(known)s."
            )
            self.add_error(name, words % {"place": place, "known": known})
        if language in self.needed and self._lacks_link(name, text):
            words = _("Leave {link} once in the letter: the address is put there.")
            self.add_error(name, words)
        if language in self.needed and _has_gap(text):
            words = _("Write your own words where the three dots stand.")
            self.add_error(name, words)

    def _lacks_link(self, name: str, text: str) -> bool:
        wanted = 1 if name.startswith("body") else 0
        return bool(self.chosen.link) and text.count(LINK) != wanted

    @property
    def texts(self) -> Texts:
        """The letters that somebody reads, by language."""
        data = self.cleaned_data
        return {
            language: Written(data[f"subject_{language}"], data[f"body_{language}"])
            for language in sorted(self.needed)
        }


def _has_gap(text: str) -> bool:
    return "…" in (line.strip() for line in text.splitlines())


class SeveralLettersView(SeveralView):
    """Choose a letter, change it in both languages, see who gets it, send it."""

    template_name = "casework/admin/several_letters.html"

    @cached_property
    def needed(self) -> set[str]:
        """The languages of those who have an address."""
        return {case.language for case in self.cases if case.email}

    @cached_property
    def service(self) -> Service:
        return Service.for_site(self.site)

    @cached_property
    def offered(self) -> Sequence[Letter]:
        """The letters from which one may begin."""
        return (*self.inbox.letters_for_several(), BLANK)

    def make_form(self, data: Any = None, **options: Any) -> SeveralLettersForm:
        return SeveralLettersForm(
            data, offered=self.offered, needed=self.needed, **options
        )

    def begin(self, deed: str) -> SeveralLettersForm:
        posted = self.request.POST
        if deed == "edit":
            names = SeveralLettersForm.base_fields
            return self.make_form(initial={n: posted.get(n, "") for n in names})
        by_key = {letter.key: letter for letter in self.offered}
        letter = by_key.get(posted.get("start", ""), BLANK)
        return self.make_form(initial=self.texts_of(letter))

    def texts_of(self, letter: Letter) -> dict[str, str]:
        """A letter of ours, in both languages, as the form takes it."""
        said = {"letter": letter.key}
        for language in LANGUAGES:
            asks = self.service.asks_which_language
            words = words_of(letter, self.site, self.inbox.kind, language)
            written = bare(words, language, asks_language=asks)
            said[f"subject_{language}"] = written.subject
            said[f"body_{language}"] = written.body
        return said

    def compose(self, form: SeveralLettersForm) -> HttpResponse:
        chosen = form.chosen
        return self.show(
            form=form,
            starts=[(x.key, x.title, x is chosen) for x in self.offered],
            parts=[
                (language, [form[f"subject_{language}"], form[f"body_{language}"]])
                for language in sorted(LANGUAGES, key=lambda x: x not in self.needed)
            ],
            places=[f"{{{place}}}" for place in places_of(chosen)],
        )

    def preview(self, form: SeveralLettersForm) -> HttpResponse:
        self.log_shown()
        outcome = who_is_written_to(self.cases, form.texts, form.chosen)
        return self.show(
            form=form,
            is_preview=True,
            outcome=outcome,
            has_link=bool(form.chosen.link),
            samples=self.samples(form.texts, outcome.done),
        )

    def samples(self, texts: Texts, cases: Sequence[Any]) -> list[tuple[str, Any, Any]]:
        """The first letter of each language, as its reader gets it."""
        found = []
        for language in texts:
            case = next((c for c in cases if c.language == language), None)
            if case is not None:
                by, name = self.request.user, self.service.name_in(language)
                words = filled(texts[language], case, service=name, by=by)
                found.append((language, case, words))
        return found

    def do(self, form: SeveralLettersForm) -> HttpResponse:
        outcome = write_to_all(
            cases=self.cases,
            texts=form.texts,
            letter=form.chosen,
            services={lang: self.service.name_in(lang) for lang in LANGUAGES},
            by=self.request.user,
            token=form.cleaned_data["token"],
        )
        return self.told(outcome, _("E-mails on their way: %(count)d."))

    def show(self, **context: Any) -> HttpResponse:
        """The letter, or its preview."""
        return self.render_to_response(
            self.get_context_data(before_writing=self.inbox.before_writing, **context)
        )

    def get_page_title(self) -> str:
        return _("Write to several people")
