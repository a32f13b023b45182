"""A text that stands in both languages: what it says, and where it is mended."""

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Evenness(models.TextChoices):
    """How the two languages of something stand to one another."""

    EVEN = "even", _("In both languages")
    MISSING = "missing", _("Missing")
    STALE = "stale", _("Out of date")
    EQUAL = "equal", _("The same in both languages")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One text in both languages, for the list of what is not even.

    `kind` is what staff call such texts, `name` this one; `url` is where it is mended.
    `stale` names the language that has not followed the other ("en" or "cy"), `since`
    when that began, or since when one is missing. `may_be_equal` is for names,
    addresses and figures, which need no translation.
    """

    kind: Words
    name: Words
    en: str
    cy: str
    url: str = ""
    stale: str = ""
    since: dt.datetime | None = None
    may_be_equal: bool = False

    @property
    def evenness(self) -> Evenness:
        """How its languages stand; a text that is in neither is even."""
        en, cy = self.en.strip(), self.cy.strip()
        if bool(en) != bool(cy):
            return Evenness.MISSING
        if self.stale:
            return Evenness.STALE
        if en and en == cy and not self.may_be_equal:
            return Evenness.EQUAL
        return Evenness.EVEN

    @property
    def lacks(self) -> str:
        """The language in which there is something to do: "en", "cy" or neither."""
        if self.evenness == Evenness.MISSING:
            return "cy" if self.en.strip() else "en"
        if self.evenness == Evenness.EQUAL:
            return "cy"
        return self.stale

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing in either language."""
        return not (self.en.strip() or self.cy.strip())
