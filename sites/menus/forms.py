"""The form of a menu: one line for each entry, and what may be added."""

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
    """Where a line stands, whether it does, and what it is called."""

    place = forms.TypedChoiceField(label=_("Place"), coerce=int)
    shown = forms.BooleanField(label=_("In the menu"), required=False)
    en = forms.CharField(
        label=_("Other words in English"), required=False, max_length=LONGEST
    )
    cy = forms.CharField(
        label=_("Other words in Welsh"), required=False, max_length=LONGEST
    )

    def __init__(self, data: Any = None, *, row: Row, number: int, of: int) -> None:
        self.row, self.number = row, number
        entry = row.entry
        initial: dict[str, Any] = {"place": number, "shown": not entry.left_out}
        initial |= {"en": entry.en, "cy": entry.cy}
        super().__init__(data, prefix=f"line-{number}", initial=initial)
        places = [(place, str(place)) for place in range(1, of + 1)]
        self.fields["place"].choices = places  # type: ignore[attr-defined]  # TypedChoiceField's
        if entry.url:
            self.fields["en"].label = _("Words in English")
            self.fields["cy"].label = _("Words in Welsh")
            self.fields["en"].required = self.fields["cy"].required = True

    def order(self) -> tuple[int, int, int]:
        """A line that moved stands at its new place; what stood there makes room."""
        place: int = self.cleaned_data["place"]
        moved = (place > self.number) - (place < self.number)
        return place, moved, self.number

    def entry(self) -> Entry:
        """The line as it was filled in."""
        told, entry = self.cleaned_data, self.row.entry
        return Entry(
            key=entry.key,
            url=entry.url,
            en=told["en"],
            cy=told["cy"],
            left_out=not told["shown"],
        )


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
        """A link has words in both languages, so that no menu lacks it."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("url"):
            for code in ("en", "cy"):
                if not told.get(code):
                    self.add_error(code, _("Say what the link is called."))
        return told

    def entries(self) -> list[Entry]:
        """What is added: a page, a link, both, or nothing."""
        page, url = self.cleaned_data["page"], self.cleaned_data["url"]
        words = {code: self.cleaned_data[code] for code in ("en", "cy")}
        added = [Entry(key=str(page.translation_key))] if page else []
        return [*added, *([Entry(url=url, **words)] if url else [])]
