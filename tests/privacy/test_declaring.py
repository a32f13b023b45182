"""How a model declares encrypted fields, and what the checks refuse."""

from django.apps import apps as installed
from django.db import models
from django.test.utils import isolate_apps

from cms.models import OutboundEmail
from cms.privacy import BlindIndexField, EncryptedModel, EncryptedTextField


def test_fields_survive_their_migration():
    field = OutboundEmail._meta.get_field("to_index")
    _name, path, args, kwargs = field.deconstruct()

    assert (path, kwargs["source"]) == ("cms.privacy.BlindIndexField", "to")
    assert BlindIndexField(*args, **kwargs).source == "to"


@isolate_apps("cms")
def test_checks_refuse_a_model_without_row_key_and_unusable_fields():
    class Keyless(models.Model):  # noqa: DJ008 (never made)
        secret = EncryptedTextField()

        class Meta:
            app_label = "cms"

    class Odd(EncryptedModel):
        secret = EncryptedTextField(unique=True)
        index = BlindIndexField(source="nothing")

        class Meta:
            app_label = "cms"

    keyless = [error.id for error in Keyless._meta.get_field("secret").check()]
    unique = [error.id for error in Odd._meta.get_field("secret").check()]
    sourceless = [error.id for error in Odd._meta.get_field("index").check()]
    assert (keyless, unique, sourceless) == (
        ["cms.privacy.E003"],
        ["cms.privacy.E004"],
        ["cms.privacy.E005"],
    )


def test_every_installed_encrypted_model_passes_its_checks():
    sealed = [m for m in installed.get_models() if issubclass(m, EncryptedModel)]

    assert OutboundEmail in sealed
    assert [error for model in sealed for error in model.check()] == []
