"""What editors say is found first."""

from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.activation import SERVICE_ROOT_PATH
from cms.models import SiteOwned
from cms.roles import PUBLISH_ROLES
from cms.search import words_of


class BestBet(SiteOwned):
    """Words for which one page stands above all others, in that page's language."""

    staff_roles: ClassVar[AbstractSet[str]] = PUBLISH_ROLES

    words = models.CharField(
        _("words people type"),
        max_length=200,
        help_text=_("Several with commas between them: expenses, mileage, bus fare"),
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page that comes first"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("In the language of the words. Readers of that language find it."),
    )

    class Meta:
        ordering = ["words", "pk"]
        verbose_name = _("best result")
        verbose_name_plural = _("best results")

    def __str__(self) -> str:
        return self.words

    @property
    def phrases(self) -> list[frozenset[str]]:
        """The words of each phrase, as the search compares them."""
        found = (words_of(phrase) for phrase in self.words.split(","))
        return [words for words in found if words]

    def clean(self) -> None:
        """It has words, and leads to a page of its own service."""
        problems: dict[str, Any] = {}
        if self.words and not self.phrases:
            problems["words"] = _("There is no word in that to search for.")
        if self.page_id and self.site_id:
            root = self.site.root_page.path[:SERVICE_ROOT_PATH]
            if not self.page.path.startswith(root) or self.page.depth < 3:
                problems["page"] = _("Choose a page of this site.")
        if problems:
            raise ValidationError(problems)
