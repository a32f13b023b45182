"""Each rule of the contract, broken on purpose: the start stops and says what to do."""

import re
from importlib.metadata import EntryPoint

import pytest
from acme_fostering import views
from acme_fostering.models import Enquiry
from django.core.checks import run_checks
from django.urls import LocalePrefixPattern, get_resolver
from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.model import ModelViewSet

from cms.plugins import CONTRACT_VERSION, Audience, installed_plugins
from cms.plugins.checks import declaration, requirements
from cms.plugins.checks.rules import RULES
from tests.host.breaking import messages, plugin_with

OTHER = {"label": "other", "requires": ["fostering"]}
BREAKS = [
    ("cms.E003", {"urls": "urlz"}, "“urlz” in `urls`"),
    ("cms.E003", {"viewsets": ["admin.EnquiryViewSett"]}, "“admin.EnquiryViewSett”"),
    ("cms.E003", {"panels": ["panels.Nothing"]}, "“panels.Nothing” in `panels`"),
    ("cms.E003", {"jobs": ["jobs.nothing"]}, "“jobs.nothing” in `jobs`"),
    ("cms.E003", {"measures": ["measures.nothing"]}, "in `measures`"),
    ("cms.E003", {"facts": {"open": "queries.nothing"}}, "in `facts`"),
    ("cms.E003", {"offers": ["models.Nothing"]}, "in `offers`"),
    ("cms.E003", {"personal_data": ["models.Nobody"]}, "in `personal_data`"),
    ("cms.E003", {"starter": "starter.nothing"}, "in `starter`"),
    ("cms.E003", {"demo": "demo.nothing"}, "in `demo`"),
    ("cms.E005", {"requires": ["nothing"]}, "requires “nothing”"),
    ("cms.E006", {"host": ">=2"}, f"this host keeps {CONTRACT_VERSION}"),
    ("cms.E006", {"host": f"<{CONTRACT_VERSION}"}, "supports versions"),
    ("cms.E008", {"offers": ["models.Enquiry"]}, "is no article to offer"),
    ("cms.E011", {"host": "one or two"}, "“one or two”"),
    ("cms.E012", {"viewsets": "admin.EnquiryViewSet"}, "a list or tuple of texts"),
    ("cms.E012", {"panels": [1]}, "a list or tuple of texts"),
    ("cms.E012", {"facts": ["queries.is_open"]}, "a mapping of text to text"),
    ("cms.E012", {"slots": {"home": None}}, "a mapping of text to text"),
    ("cms.E012", {"urls": ["urls"]}, "one dotted path in text"),
    ("cms.E012", {"new_sites": "yes"}, "True or False"),
    ("cms.E012", {"audience": "local"}, "a member of cms.plugins.Audience"),
    ("cms.E012", {"summary": "Not translated."}, "through gettext_lazy"),
    ("cms.E012", {"requires": None}, "a list or tuple of texts"),
    ("cms.E013", {"viewset": ["admin.EnquiryViewSet"]}, "do you mean `viewsets`?"),
    ("cms.E013", {"panel": "admin.Panel"}, "do you mean `panels`?"),
    ("cms.E013", {"on_enabel": lambda self, site: None}, "do you mean `on_enable`?"),
    ("cms.E013", {"colour": "red"}, "`colour`, which is unknown."),
    ("cms.E014", {"summary": ""}, "declares no `summary`"),
    ("cms.E014", {"host": ""}, "declares no `host`"),
    ("cms.E014", {"verbose_name": None}, "declares no `verbose_name`"),
    ("cms.E016", {"urls": "models"}, "no list `urlpatterns`"),
    ("cms.E016", {"viewsets": ["models.Enquiry"]}, "is no viewset"),
    ("cms.E016", {"viewsets": ["views.Plain"]}, "but is no SiteOwnedViewSet"),
    ("cms.E016", {"viewsets": ["admin.SiteOwnedViewSet"]}, "which is not SiteOwned"),
    ("cms.E016", {"panels": ["models.Enquiry"]}, "is no component"),
    ("cms.E016", {"panels": ["admin.Component"]}, "called with the request alone"),
    ("cms.E016", {"jobs": ["queries.is_open"]}, "mark the function with @job"),
    ("cms.E016", {"measures": ["jobs.KEPT"]}, "is no function"),
    (
        "cms.E016",
        {"facts": {"open": "services.receive_enquiry"}},
        "with the site alone",
    ),
    ("cms.E016", {"mail_words": ["jobs.KEPT"]}, "is no EditableMail"),
    (
        "cms.E016",
        {"mail_words": ["mails.STARTED"], "mails": ["received", "still_waiting"]},
        "of “fostering/started”, which is not among its `mails`",
    ),
    ("cms.E016", {"keeps": ["views.ask"]}, "is no cms.retention.Rule"),
    ("cms.E016", {"personal_data": ["views.ask"]}, "is no model"),
    ("cms.E016", {"personal_data": ["views.Site"]}, "is a model of “wagtailcore”"),
    ("cms.E016", {"starter": "jobs.KEPT"}, "is no function"),
    ("cms.E017", {"slots": {"home": "fostering/nothing.html"}}, "TemplateDoesNotExist"),
    ("cms.E017", {"slots": {"hoem": "fostering/panel.html"}}, "the slot “hoem”"),
    ("cms.E017", {"mails": ["nothing"]}, "fostering/mail/nothing.subject.txt"),
    ("cms.E018", {**OTHER, "audience": Audience.HUB}, "kind “hub”"),
    ("cms.E018", {**OTHER, "audience": Audience.BOTH}, "kind “hub”"),
    ("cms.E021", {"label": "class"}, "a word of Python"),
    ("cms.E021", {"label": "admin"}, "an address of the host"),
    ("cms.E021", {"label": "Fostering"}, "small letters"),
    ("cms.E021", {"label": "x" * 51}, "one to fifty"),
    ("cms.E023", {"label": "acme"}, "templates/fostering"),
]


class Plain(ModelViewSet):
    """Enquiries of every site."""

    model = Enquiry
    form_fields = ["name"]


@pytest.fixture(autouse=True)
def plain_viewset(monkeypatch):
    monkeypatch.setattr(views, "Plain", Plain, raising=False)


@pytest.mark.parametrize(("rule", "declared", "words"), BREAKS)
def test_a_declaration_that_breaks_a_rule_is_an_error_with_its_cure(
    rule, declared, words
):
    found = [m for m in messages(**declared) if m.id == rule and words in m.msg]

    assert len(found) == 1, [m.msg for m in messages(**declared)]
    assert found[0].is_serious()
    assert found[0].hint == RULES[rule].cure


def test_plugins_as_they_are_break_nothing():
    assert messages() == []
    assert [m for m in run_checks() if m.id in RULES] == []
    assert {"fostering", "standard_pages"} <= set(installed_plugins())


def test_a_right_variant_of_every_attribute_is_taken():
    right = {
        "verbose_name": gettext_lazy("Pages"),
        "summary": gettext_lazy("Pages"),
        "host": f"=={CONTRACT_VERSION}",
        "audience": Audience.BOTH,
        "requires": [],
        "viewsets": [],
        "urls": None,
        "slots": {"news": "fostering/panel.html"},
        "always_on": True,
        "starter": None,
        "measures": ("queries.is_open",),
    }

    assert messages(**right) == []


def test_no_label_is_the_first_part_of_an_address_of_the_host():
    firsts = {
        str(pattern.pattern).lstrip("^").partition("/")[0]
        for pattern in get_resolver().url_patterns
    }
    within = {
        str(pattern.pattern).partition("/")[0]
        for resolver in get_resolver().url_patterns
        if isinstance(resolver.pattern, LocalePrefixPattern)
        for pattern in resolver.url_patterns
    }
    possible = {name for name in firsts | within if declaration.LABEL.fullmatch(name)}

    assert {"admin", "services"} <= possible
    assert possible <= declaration.TAKEN | {"en", "cy"}


@pytest.mark.parametrize(
    ("point", "rule", "words"),
    [
        (("cms", "cms"), "cms.E001", "cms = cms"),
        (("foster", "acme_fostering"), "cms.E002", "the label “fostering”"),
        (("nothing", "acme_nothing"), "cms.E001", "has no Plugin"),
    ],
)
def test_an_entry_point_leads_to_a_plugin_of_its_name(monkeypatch, point, rule, words):
    name, module = point
    found = EntryPoint(name=name, value=module, group="iv_cms.plugins")
    monkeypatch.setattr(declaration, "plugin_entry_points", lambda: [found])

    [message] = declaration.entry_points()

    assert (message.id, words in message.msg) == (rule, True)


@pytest.mark.parametrize(
    "chains",
    [
        {"fostering": ["fostering"]},
        {"fostering": ["one"], "one": ["fostering"]},
        {"fostering": ["one"], "one": ["two"], "two": ["three"], "three": ["one"]},
        {"fostering": ["one", "two"], "one": [], "two": ["one", "fostering"]},
    ],
)
def test_a_circle_of_requirements_is_found_however_long(monkeypatch, chains):
    plugins = {
        label: plugin_with(label=label, requires=required)
        for label, required in chains.items()
    }
    monkeypatch.setattr(requirements, "installed_plugins", lambda: plugins)

    found = [m for p in plugins.values() for m in requirements.lead_to_no_circle(p)]

    assert {m.id for m in found} == {"cms.E004"}
    chain = re.findall("“(.*?)”", found[0].msg)
    assert len(chain) > 1
    assert chain[0] == chain[-1]


def test_a_straight_chain_of_requirements_is_no_circle(monkeypatch):
    plugins = {
        "fostering": plugin_with(requires=["one", "two"]),
        "one": plugin_with(label="one", requires=["two"]),
        "two": plugin_with(label="two", requires=[]),
    }
    monkeypatch.setattr(requirements, "installed_plugins", lambda: plugins)

    for plugin in plugins.values():
        assert list(requirements.lead_to_no_circle(plugin)) == []
