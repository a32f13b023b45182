"""Models and screens that would show one site's rows on another stop the start."""

import pytest
from acme_fostering import admin
from acme_fostering.models import Enquiry, FosteringSettings
from django.contrib.auth import get_user_model
from django.db import models
from django.test.utils import isolate_apps
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, Site, pages
from wagtail.snippets.models import SNIPPET_MODELS

from cms.admin import SiteOwnedChooserViewSet, SiteOwnedViewSet
from cms.models import SiteOwned, SiteSettings
from cms.plugins import installed_plugins
from cms.plugins.checks import models as checks
from cms.plugins.checks import screen_messages, screens
from cms.privacy import EncryptedModel, EncryptedTextField
from tests.host.breaking import messages, plugin_with


def said(check, *made, **declared):
    """Rule and model of each message of one check over invented models."""
    plugin = plugin_with(models=made, **declared)
    return [(message.id, message.obj.__name__) for message in check(plugin)]


def invented(name, /, *bases, **fields):
    """A model of the example plugin that exists only for one test."""
    meta = type("Meta", (), {"app_label": "fostering"})
    attributes = {"__module__": __name__, "Meta": meta, **fields}
    return type(name, bases or (models.Model,), attributes)


def pointing_to(model):
    return models.ForeignKey(model, on_delete=models.CASCADE, related_name="+")


@isolate_apps("acme_fostering")
def test_a_page_type_is_a_plugin_page(monkeypatch):
    # Wagtail's own list, on which the type would stay for all tests to come.
    monkeypatch.setattr(pages, "PAGE_MODEL_CLASSES", [*pages.PAGE_MODEL_CLASSES])

    assert said(checks.pages, invented("Bare", Page)) == [("cms.E007", "Bare")]


@isolate_apps("acme_fostering")
def test_a_model_with_a_site_is_site_owned_or_a_setting():
    wrong = (
        invented("Loose", site=pointing_to(Site)),
        invented("One", service=models.OneToOneField(Site, on_delete=models.CASCADE)),
        invented("Shared", sites=models.ManyToManyField(Site)),
        invented("Stock", BaseSiteSetting),
    )
    right = (invented("Owned", SiteOwned), invented("Setting", SiteSettings))

    found = said(checks.sites, *wrong, *right)

    assert found == [("cms.E009", model.__name__) for model in wrong]


@isolate_apps("acme_fostering")
def test_a_model_with_a_person_in_it_is_declared():
    wrong = (
        invented("Sealed", SiteOwned, EncryptedModel, name=EncryptedTextField()),
        invented("Written", by=pointing_to(get_user_model())),
        invented("Attached", enquiry=pointing_to(Enquiry)),
        invented("Shared", by=models.ManyToManyField(get_user_model())),
    )
    right = (
        invented("Impersonal", SiteOwned, count=models.IntegerField()),
        invented("Setting", SiteSettings, contact=pointing_to(get_user_model())),
    )

    found = said(checks.people, *wrong, *right)

    assert found == [("cms.E020", model.__name__) for model in wrong]


def test_a_declared_model_with_a_person_in_it_is_right():
    assert said(checks.people, Enquiry) == []
    assert said(checks.people, Enquiry, personal_data=[]) == [("cms.E020", "Enquiry")]


@isolate_apps("acme_fostering")
def test_a_setting_belongs_to_one_site(monkeypatch):
    everybodys = invented("Everybodys", BaseGenericSetting)
    monkeypatch.setattr(
        "wagtail.contrib.settings.registry.registry", [*registry, everybodys]
    )

    assert said(checks.settings) == [("cms.E024", "Everybodys")]
    assert FosteringSettings in registry


class PlainEnquiries(ModelViewSet):
    model = Enquiry
    form_fields = ["name"]


class EnquiryChooser(ChooserViewSet):
    model = Enquiry


class ScopedChooser(SiteOwnedChooserViewSet):
    model = Enquiry


class Scoped(SiteOwnedViewSet):
    model = Enquiry
    form_fields = ["name"]


@pytest.mark.parametrize("viewset", [PlainEnquiries, EnquiryChooser])
def test_a_plain_viewset_of_site_owned_rows_is_refused(viewset):
    right = [Scoped("scoped"), ScopedChooser("choose")]

    [message] = screens.viewsets([viewset("enquiries"), *right])

    assert message.id == "cms.E015"
    assert "belongs to a site, by site" in message.msg
    assert viewset.__name__ in message.msg


@isolate_apps("acme_fostering")
def test_a_plain_viewset_of_rows_under_site_owned_ones_is_refused():
    """They have no site of their own: they belong to one through their parent."""
    note = invented("Remark", enquiry=pointing_to(Enquiry), text=models.TextField())
    plain = type("Remarks", (ModelViewSet,), {"model": note, "form_fields": ["text"]})

    [message] = screens.viewsets([plain("remarks")])

    assert (message.id, message.obj) == ("cms.E015", note)
    assert "belongs to a site, by enquiry.site" in message.msg


def test_wagtails_own_screens_are_not_the_contracts_matter():
    plain = type("Sites", (ModelViewSet,), {"model": Site, "form_fields": ["hostname"]})

    assert list(screens.viewsets([plain("sites")])) == []


def test_a_viewset_that_registers_itself_is_refused():
    plugin = installed_plugins()["fostering"]
    declared = plugin.load("admin.EnquiryViewSet")
    itself = type("Itself", (declared,), {"__module__": "acme_fostering.admin"})

    [message] = screens.undeclared([declared(), itself("itself"), Scoped("scoped")])

    assert message.id == "cms.E015"
    assert "Plugin “fostering” registers Itself by itself" in message.msg


def test_the_members_of_a_group_are_checked_one_by_one(monkeypatch):
    class Good(ViewSetGroup):
        items = (Scoped, ScopedChooser)

    class Bad(ViewSetGroup):
        items = (Scoped, PlainEnquiries)

    monkeypatch.setattr(admin, "Good", Good, raising=False)
    monkeypatch.setattr(admin, "Bad", Bad, raising=False)

    assert messages(viewsets=["admin.Good"]) == []
    [message] = messages(viewsets=["admin.Bad"])
    assert (message.id, "is no SiteOwnedViewSet" in message.msg) == ("cms.E016", True)


def test_a_plugin_has_no_snippets(monkeypatch):
    assert list(screens.snippets()) == []

    monkeypatch.setattr(
        "wagtail.snippets.models.SNIPPET_MODELS", [*SNIPPET_MODELS, Enquiry]
    )

    [message] = screens.snippets()
    assert (message.id, message.obj) == ("cms.E015", Enquiry)


def test_the_screens_that_are_registered_are_right():
    assert screen_messages() == []
