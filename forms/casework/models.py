"""A case: one person's application or request, and what staff did with it.

One table carries every inbox; a plugin's own model hangs on it one to one. What names
or describes a person is encrypted.
"""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.models import OutboundEmail, SiteOwned
from cms.privacy import EncryptedJSONField, EncryptedModel, EncryptedTextField
from cms.roles import CASEWORK_ROLES
from forms.casework.constraints import PointsTogether
from forms.casework.duty.models import PassedUp
from forms.casework.entries import Entry
from forms.casework.filing.models import Filing
from forms.casework.handing_over.models import HandOver
from forms.casework.holding.models import Hold
from forms.casework.importing.models import UploadedList
from forms.casework.keying.models import Arrival
from forms.casework.kinds import machine_of, machines
from forms.casework.languages import LANGUAGES, SPOKEN, in_words
from forms.casework.machine import Machine, Stage, Step
from forms.casework.new_address import NewAddress
from forms.casework.saved_filters import SavedFilter
from forms.casework.search_marks import SearchMark
from forms.casework.standings import Passage, Standing

__all__ = [
    "LANGUAGES",
    "SPOKEN",
    "Arrival",
    "Assignment",
    "Case",
    "CaseMail",
    "DayChange",
    "Filing",
    "HandOver",
    "Hold",
    "LanguageChange",
    "NewAddress",
    "Note",
    "Passage",
    "PassedUp",
    "SavedFilter",
    "SearchMark",
    "StageMove",
    "Standing",
    "UploadedList",
]


class Case(EncryptedModel, SiteOwned):
    """One application or request. Written only by forms.casework.services."""

    staff_roles: ClassVar[frozenset[str]] = CASEWORK_ROLES

    kind = models.CharField(max_length=50)
    reference = models.CharField(max_length=16, unique=True)
    stage = models.CharField(max_length=30)
    stage_reason = models.CharField(max_length=30, blank=True)
    deferred_until = models.DateField(null=True, blank=True)
    is_deferred = models.GeneratedField(
        expression=models.Q(deferred_until__isnull=False),  # type: ignore[arg-type]  # The stubs forget conditions.
        output_field=models.BooleanField(),
        db_persist=True,
    )
    language = models.CharField(max_length=2, choices=LANGUAGES)
    spoken_language = models.CharField(max_length=6, choices=SPOKEN, blank=True)
    display_name = EncryptedTextField()
    email = EncryptedTextField(blank=True, default="")
    phone = EncryptedTextField(blank=True, default="")
    answers = EncryptedJSONField(default=list)
    flags = EncryptedJSONField(default=list)
    is_flagged = models.BooleanField(default=False)
    from_young = models.BooleanField(default=False)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    received_at = models.DateTimeField(default=timezone.now)
    answer_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(
                fields=["site", "kind", "-received_at"], name="cases_of_an_inbox"
            ),
        ]
        constraints = [
            PointsTogether(
                name="case_stands_where_declared",
                fields=["kind", "stage", "stage_reason", "is_deferred"],
                to_table="casework_standing",
                to_columns=["kind", "stage", "reason", "dated"],
            ),
            models.UniqueConstraint(fields=["id", "kind"], name="case_is_of_one_kind"),
            models.UniqueConstraint(fields=["id", "site"], name="case_is_of_one_site"),
            models.CheckConstraint(
                name="case_language_is_known",
                condition=models.Q(language__in=["en", "cy"]),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @classmethod
    def sample_values(cls, kind: str = "", **having: Any) -> dict[str, Any]:
        """Where a new case stands, for whoever makes rows without knowing us."""
        kind = kind or next(iter(machines()))
        return {"kind": kind, "stage": machine_of(kind).initial[0]}

    @property
    def machine(self) -> Machine:
        """The machine that cases of its kind follow."""
        return machine_of(self.kind)

    @property
    def standing(self) -> Stage:
        """The declared stage at which it stands."""
        return self.machine.stage(self.stage)

    @property
    def step(self) -> Step:
        """The plain step in which its stage lies."""
        return self.machine.step_of(self.stage)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.step.closes

    @property
    def is_new(self) -> bool:
        """Whether it still waits for somebody to begin."""
        return self.machine.is_first(self.step)

    @property
    def because(self) -> str:
        """Why it stands at its stage, or was closed; empty where nothing is said."""
        return self.machine.because(self.stage, self.stage_reason)

    @property
    def is_back(self) -> bool:
        """Whether the day has come for which it was put aside, closed or not."""
        day = self.deferred_until
        return day is not None and day <= timezone.localdate()

    @property
    def is_due(self) -> bool:
        """Whether the day has come by which the person hears of us."""
        return self.answer_by is not None and self.answer_by <= timezone.localdate()

    @property
    def is_overdue(self) -> bool:
        """Whether that day is past."""
        return self.answer_by is not None and self.answer_by < timezone.localdate()

    @property
    def reasons(self) -> list[str]:
        """Why it is flagged, in the language of whoever reads."""
        language = "cy" if (get_language() or "").startswith("cy") else "en"
        return [flag.get(language) or flag["code"] for flag in self.flags]

    @property
    def preferences(self) -> str:
        """In which languages to write and to speak, as one sentence for staff."""
        return in_words(self.language, self.spoken_language)

    def has_flag(self, code: str) -> bool:
        """Whether the case carries the flag `code`."""
        return any(flag["code"] == code for flag in self.flags)


class StageMove(Entry):
    """One move from a stage to another. `kind` is the case's own."""

    kind = models.CharField(max_length=50, editable=False)
    sequence = models.PositiveSmallIntegerField()
    from_stage = models.CharField(max_length=30)
    to_stage = models.CharField(max_length=30)
    reason = models.CharField(max_length=30, blank=True)
    deferred_until = models.DateField(null=True, blank=True)
    why = EncryptedTextField(blank=True, default="")
    facts = EncryptedJSONField(null=True, blank=True)  # What the stage asks, by key.

    class Meta(Entry.Meta):
        constraints = [
            models.UniqueConstraint(
                "case", "sequence", name="one_move_per_case_and_sequence"
            ),
            models.CheckConstraint(
                name="moves_are_counted_from_one", condition=models.Q(sequence__gte=1)
            ),
            PointsTogether(
                name="move_is_declared",
                fields=["kind", "from_stage", "to_stage", "reason"],
                to_table="casework_passage",
                to_columns=["kind", "from_stage", "to_stage", "reason"],
            ),
            PointsTogether(
                name="move_is_of_the_kind_of_its_case",
                fields=["case", "kind"],
                to_table="casework_case",
                to_columns=["id", "kind"],
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.kind = self.case.kind
        super().save(*args, **kwargs)


class DayChange(Entry):
    """Staff set another “answer by” day, or none."""

    before = models.DateField(null=True)
    after = models.DateField(null=True)


class Assignment(Entry):
    """Who was given the case; nobody, when it was given back."""

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )


class LanguageChange(Entry):
    """Somebody told staff that they would rather use another language."""

    from_language = models.CharField(max_length=2, choices=LANGUAGES)
    to_language = models.CharField(max_length=2, choices=LANGUAGES)
    from_spoken = models.CharField(max_length=6, choices=SPOKEN, blank=True)
    to_spoken = models.CharField(max_length=6, choices=SPOKEN, blank=True)

    @property
    def before(self) -> str:
        """How it was, as one sentence for staff."""
        return in_words(self.from_language, self.from_spoken)

    @property
    def after(self) -> str:
        """How it is from then on."""
        return in_words(self.to_language, self.to_spoken)


class Note(Entry):
    """What a member of staff wrote down."""

    text = EncryptedTextField()
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)


class Addition(Entry):
    """More that the person sent for a case that was open already."""

    what = EncryptedJSONField(default=dict)  # What it is, in both languages.

    def what_in(self, language: str) -> str:
        """What it is, in "en" or "cy"."""
        return str(self.what.get("cy" if language.startswith("cy") else "en", ""))


class CaseMail(Entry):
    """A mail that staff sent to the person of the case."""

    mail = models.OneToOneField(
        OutboundEmail, on_delete=models.CASCADE, related_name="case_mail"
    )
    letter = models.CharField(max_length=30)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
