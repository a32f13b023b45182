"""The form of a menu: one line for each entry, and what may be added."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page, Site

from cms.menus import Entry
from cms.surroundings import HOME_DEPTH
from cms.visibility import site_of
from sites.menus.arranging import Row

LONGEST = 60


class LineForm(forms.Form):
    """Where a line stands, whether it does, and what it is called.

    Its fields are named after what it leads to: a form that was opened before others
    changed the menu says the same of the same page. A line that is not in `data` (it
    came since) keeps what it has.
    """

    place = forms.IntegerField(
        label=_("Place"), required=False, min_value=1, widget=forms.Select()
    )
    shown = forms.BooleanField(label=_("In the menu"), required=False)
    en = forms.CharField(
        label=_("Other words in English"), required=False, max_length=LONGEST
    )
    cy = forms.CharField(
        label=_("Other words in Welsh"), required=False, max_length=LONGEST
    )

    def __init__(self, data: Any = None, *, row: Row, number: int, of: int) -> None:
        self.row, entry = row, row.entry
        prefix = f"line-{entry.key or sha256(entry.url.encode()).hexdigest()[:12]}"
        if data is not None and f"{prefix}-place" not in data:
            data = None
        initial = {"shown": not entry.left_out, "en": entry.en, "cy": entry.cy}
        super().__init__(data, prefix=prefix, initial=initial)
        # Its own place is sent as nothing: whatever is not moved stays in its order.
        self.fields["place"].widget.choices = [
            ("" if place == number else place, str(place)) for place in range(1, of + 1)
        ]
        if entry.url:
            self.fields["en"].label = _("Words in English")
            self.fields["cy"].label = _("Words in Welsh")
            self.fields["en"].required = self.fields["cy"].required = True

    def place_asked_for(self) -> int | None:
        """Where it is moved; None where it is not."""
        return self.cleaned_data["place"] if self.is_bound else None

    def entry(self) -> Entry:
        """The line as it was filled in."""
        if not self.is_bound:
            return self.row.entry
        told = self.cleaned_data
        return replace(
            self.row.entry, en=told["en"], cy=told["cy"], left_out=not told["shown"]
        )


def in_order(lines: Iterable[LineForm]) -> list[LineForm]:
    """Each line that is moved at its new place, the others around it as they were.

    Asked a second time it is the same, so that a double click moves nothing twice.
    """
    asked = [(line.place_asked_for(), line) for line in lines]
    order = [line for place, line in asked if place is None]
    moved = [(place, line) for place, line in asked if place is not None]
    last = -1
    for place, line in sorted(moved, key=lambda pair: pair[0]):
        last = max(place - 1, last + 1)
        order.insert(last, line)
    return order


class AddForm(forms.Form):
    """A page that the tree does not show in the menu, or a link to somewhere else."""

    page = forms.ModelChoiceField(
        label=_("Page"),
        queryset=Page.objects.filter(depth__gt=HOME_DEPTH),
        required=False,
        widget=AdminPageChooser(),
        help_text=_("Choose it in either language: it is added in both."),
    )
    url = forms.URLField(
        label=_("Address of a link to another website"),
        required=False,
        assume_scheme="https",
        max_length=300,
    )
    en = forms.CharField(
        label=_("Words in English"), required=False, max_length=LONGEST
    )
    cy = forms.CharField(label=_("Words in Welsh"), required=False, max_length=LONGEST)

    def __init__(self, data: Any = None, *, site: Site) -> None:
        self.site = site
        super().__init__(data, prefix="add")

    def clean_page(self) -> Page | None:
        page: Page | None = self.cleaned_data["page"]
        if page is not None and site_of(page) != self.site:
            raise ValidationError(_("Choose a page of this site."))
        return page

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if url and not url.startswith(("https://", "http://")):
            raise ValidationError(_("Give an address that begins with https://"))
        return url

    def clean(self) -> dict[str, Any]:
        """The words are those of one line; a link has them in both languages."""
        told: dict[str, Any] = super().clean() or {}
        page, url = told.get("page"), told.get("url")
        if page and url:
            self.add_error("url", _("Add the page and the link one after the other."))
        elif url:
            for code in ("en", "cy"):
                if not told.get(code) and code not in self.errors:
                    self.add_error(code, _("Say what the link is called."))
        elif not page and not self.errors and (told.get("en") or told.get("cy")):
            self.add_error("page", _("Choose a page or give an address."))
        return told

    def added_to(self, entries: list[Entry]) -> list[Entry]:
        """With the page or link; what stands there already is shown, in these words."""
        page, url = self.cleaned_data["page"], self.cleaned_data["url"]
        if not page and not url:
            return entries
        added = Entry(key=str(page.translation_key) if page else "", url=url)
        given = {code: self.cleaned_data[code] for code in ("en", "cy")}
        words = {code: text for code, text in given.items() if text}
        what = (added.key, added.url)
        if what not in {(entry.key, entry.url) for entry in entries}:
            entries = [*entries, added]
        return [
            replace(entry, left_out=False, **words)
            if (entry.key, entry.url) == what
            else entry
            for entry in entries
        ]
