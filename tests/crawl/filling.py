"""Make a row of a model that nobody here knows, its texts being markers."""

import datetime as dt
import uuid
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.privacy import EncryptedJSONField, EncryptedTextField
from forms.casework.services import open_case
from forms.journeys.questions.content import Content, Kind, Question, Said
from tests.crawl.shared import NOBODYS


def asked_by(furnished: Any) -> dict[str, Any]:
    """A question of the service's own, read strictly before it is kept."""
    said = Said(en=furnished.mark("question"), cy=furnished.mark("cwestiwn"))
    question = Question(id="own_1", kind=Kind.SHORT, place="you", label=said)
    return Content().having(question).written()


def asked_for(furnished: Any) -> Any:
    """A request: a match joins two cases of different kinds."""
    return open_case(
        site=furnished.site,
        kind="referrals",
        language="en",
        display_name=furnished.mark("asker"),
        answers=[],
    )


KNOWN: dict[str, dict[str, Any]] = {
    "alerts.Alert": {"ends_at": lambda _one: timezone.now() + dt.timedelta(days=1)},
    "casework.StageMove": {
        "from_stage": "submitted",
        "to_stage": "screening",
        "sequence": 1,
        "deferred_until": None,
    },
    "cms.OutboundEmail": {"status": "queued", "template": "casework/letter"},
    "journeys.FormInWork": {"kind": "applications", "content": asked_by},
    "journeys.FormVersion": {"kind": "applications", "content": asked_by},
    "matches.Match": {
        "request": asked_for,
        "appointed_on": lambda _one: timezone.localdate(),
    },
    "wagtailsearch.IndexEntry": {},
}
"""Values that a constraint wants of a model, or what makes them for a service."""


def make_row(model: Any, furnished: Any) -> Any:
    """A stored row of `model` that belongs to the service of `furnished`."""
    values = {
        field.name: _value(field, furnished)
        for field in model._meta.concrete_fields
        if _wants_value(field)
    }
    known = {
        name: value(furnished) if callable(value) else value
        for name, value in KNOWN.get(model._meta.label, {}).items()
    }
    return model._base_manager.create(**{**values, **known})


def _wants_value(field: Any) -> bool:
    if field.primary_key and not field.is_relation:
        return isinstance(field, models.UUIDField) and not field.has_default()
    if field.generated:
        return False
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        return False
    if field.is_relation:
        return True
    if field.null:
        return False
    if field.blank and (field.max_length or 99) < 40:
        return False  # Codes, which constraints allow beside others alone.
    return not field.has_default() or isinstance(field, models.TextField)


def _value(field: Any, furnished: Any) -> Any:
    if field.is_relation:
        return _related(field, furnished)
    mark = furnished.mark(f"{field.model._meta.model_name}{field.name}")
    if isinstance(field, EncryptedJSONField):
        return [mark] if field.default is list else {"text": mark}
    if isinstance(field, EncryptedTextField):
        is_address = field.name in ("email", "to")
        return f"{mark}@post.example".lower() if is_address else mark
    if field.choices:
        return field.flatchoices[0][0]
    return _plain(field, mark, furnished)


def _plain(field: Any, mark: str, furnished: Any) -> Any:
    """By kind; what names a row of another model by its number names the page."""
    if field.name in ("object_id", "to_object_id", "base_object_id"):
        return str(furnished.page.pk)
    for kind, make in (
        (models.EmailField, lambda: f"{mark}@post.example".lower()),
        (models.URLField, lambda: f"https://post.example/{mark}"),
        (models.SlugField, lambda: mark.lower()),
        (models.FileField, lambda: ContentFile(mark.encode(), f"{mark}.txt".lower())),
        (models.GenericIPAddressField, lambda: "192.0.2.1"),
        (models.BooleanField, lambda: False),
        (models.UUIDField, uuid.uuid4),
        (models.DateTimeField, lambda: _moment(field)),
        (models.DateField, timezone.localdate),
        (models.DurationField, dt.timedelta),
        (models.JSONField, dict),
        (models.BinaryField, lambda: b"x"),
        (models.CharField, lambda: mark[: field.max_length]),
        (models.TextField, lambda: mark),
        (models.FloatField, lambda: 1.0),
        (models.DecimalField, lambda: 1),
        (models.IntegerField, lambda: 1),
    ):
        if isinstance(field, kind):
            return make()
    return None


def _is_second(field: Any) -> bool:
    """Whether another field before it names a person: that one is somebody else."""
    same = [
        f for f in field.model._meta.fields if f.related_model is field.related_model
    ]
    return same.index(field) > 0


def _moment(field: Any) -> Any:
    later = "expires" in field.name
    return timezone.now() + dt.timedelta(days=7 if later else 0)


def _related(field: Any, furnished: Any) -> Any:
    model = field.related_model
    if issubclass(model, Site):
        return furnished.site
    if issubclass(model, Page):
        return furnished.page
    if issubclass(model, get_user_model()):
        return furnished.colleague if _is_second(field) else furnished.person
    if model is ContentType:
        return ContentType.objects.get_for_model(type(furnished.page))
    if model is Locale:
        return furnished.home.locale
    anybodys = model._base_manager.first() if model._meta.label in NOBODYS else None
    if anybodys is not None:
        return anybodys
    own = furnished.own(model)
    if own is not None:
        return own
    return None if field.null else make_row(model, furnished)
