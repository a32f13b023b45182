"""The register: every local authority that looks after children, with its names.

Sentences in Welsh use the stored forms of a name, never a rule applied while writing
a page: a wrong mutation is then one row to correct (sites/data/README.md).
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AuthorityQuerySet(models.QuerySet["Authority"]):
    """Ways of finding an authority."""

    def with_code(self, code: str) -> "Authority | None":
        """The authority that has, or once had, this nine-character ONS code.

        Of one that has given way it is the successor.
        """
        if len(code) != 9:
            return None
        named = Q(gss_code=code) | Q(former_codes__contains=code)
        return self.current().filter(named).first() or self.filter(named).first()

    def current(self) -> "AuthorityQuerySet":
        """Those that have not given way to another."""
        return self.filter(succeeded_by__isnull=True)

    def in_order(self, language: str) -> "AuthorityQuerySet":
        """By name, in the order of the language's own alphabet."""
        return self.order_by("sort_key_cy" if language == "cy" else "sort_key_en")


class Authority(models.Model):
    """A local authority: a council with duties to the children it looks after."""

    class Nation(models.TextChoices):
        ENGLAND = "England", _("England")
        WALES = "Wales", _("Wales")

    class Figure(models.TextChoices):
        """Why a number of children is there, or is not."""

        PUBLISHED = "published", pgettext_lazy("figure", "published")
        SUPPRESSED = "suppressed", pgettext_lazy("figure", "too few to publish")
        NOT_PUBLISHED = "not_published", pgettext_lazy("figure", "not published")
        NOT_OBTAINED = "not_obtained", pgettext_lazy("figure", "not found")

    gss_code = models.CharField(max_length=9, unique=True)
    former_codes = models.CharField(max_length=60, blank=True)
    succeeded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )
    slug = models.SlugField(max_length=60, unique=True)
    nation = models.CharField(max_length=8, choices=Nation)
    region = models.CharField(max_length=40)
    type = models.CharField(max_length=30)
    website_url = models.URLField(blank=True)

    name_en = models.CharField(max_length=80)
    area_name_en = models.CharField(max_length=60)
    sort_key_en = models.CharField(max_length=60, db_index=True)

    # Empty where Welsh has no name of its own for the place: it keeps its English one.
    name_cy = models.CharField(max_length=80, blank=True)
    area_name_cy = models.CharField(max_length=60, blank=True)
    sort_key_cy = models.CharField(max_length=200, db_index=True)
    in_cy = models.CharField(max_length=80)
    to_cy = models.CharField(max_length=80)
    of_cy = models.CharField(max_length=80)
    and_cy = models.CharField(max_length=80)
    council_in_cy = models.CharField(max_length=100)
    council_to_cy = models.CharField(max_length=100)
    council_of_cy = models.CharField(max_length=100)
    council_and_cy = models.CharField(max_length=100)

    children_looked_after = models.PositiveIntegerField(null=True, blank=True)
    children_counted_on = models.DateField(null=True, blank=True)
    children_status = models.CharField(
        max_length=20, choices=Figure, default=Figure.NOT_OBTAINED
    )
    children_source = models.CharField(max_length=250, blank=True)

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key_en"]
        verbose_name = _("local authority")
        verbose_name_plural = _("local authorities")

    def __str__(self) -> str:
        return self.area_name_en

    @property
    def is_welsh(self) -> bool:
        """In Wales: Welsh law, and Welsh language standards by default."""
        return self.nation == self.Nation.WALES

    @property
    def has_welsh_name(self) -> bool:
        """Welsh has its own name for the place; otherwise its names are English."""
        return bool(self.area_name_cy)

    @property
    def council_cy(self) -> str:
        """The council's name as a Welsh sentence has it."""
        return self.name_cy or self.name_en

    def give_way_to(self, successor: "Authority") -> None:
        """The successor is found by this authority's codes too; the row stays.

        One that had given way to this very authority comes back: that was a mistake.
        """
        if successor.succeeded_by_id == self.pk:
            successor._come_back_from(self)
            return
        codes = f"{successor.former_codes} {self.gss_code} {self.former_codes}".split()
        successor.former_codes = " ".join(dict.fromkeys(codes))
        successor.save(update_fields=["former_codes"])
        self.succeeded_by = successor
        self.save(update_fields=["succeeded_by"])

    def _come_back_from(self, successor: "Authority") -> None:
        mine = {self.gss_code, *self.former_codes.split()}
        codes = [c for c in successor.former_codes.split() if c not in mine]
        successor.former_codes = " ".join(codes)
        successor.save(update_fields=["former_codes"])
        self.succeeded_by = None
        self.save(update_fields=["succeeded_by"])

    def area_name(self, language: str) -> str:
        """The name of the place in `language`."""
        if language == "cy":
            return self.area_name_cy or self.area_name_en
        return self.area_name_en

    def council_name(self, language: str) -> str:
        """The name of the council in `language`."""
        return self.council_cy if language == "cy" else self.name_en
