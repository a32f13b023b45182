"""In Welsh no reader meets English: not a string, not a text that nobody marked.

Each test hears what gettext is asked for and reads what is shown (hearing, english).
"""

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext, override, pgettext

from cms.errors import bad_request, forbidden, too_large
from cms.language.catalogue import SOURCES
from cms.mail import queue_mail
from cms.mail.rendering import rendered
from cms.models import Offer, PluginPage, SiteProfile
from cms.roles import Role
from cms.suspension import suspend
from forms.applications.journey import JOURNEY as APPLYING
from forms.casework.spreadsheet import CaseTable
from forms.journeys.declaring import Situation
from forms.referrals.journey import JOURNEY as ASKING
from pages.hub_news.models import HubNewsIndexPage, HubNewsPage
from sites.entry import log_screen
from sites.models import Authority, Service
from tests.entry.codes import give_app
from tests.factories import make_hub, make_service, make_staff, make_user
from tests.hub_news.factories import make_accepted, make_hub_news
from tests.journeys.walking import Applicant
from tests.language.english import is_english
from tests.language.filled_pages import much_news, page_of_every_block
from tests.language.judging import english_feeds, english_pages, english_parts
from tests.language.mails import EVERY_MAIL, templates_of_mails
from tests.language.signing_in import (
    before_signing_in,
    invited,
    own_account,
    second_step,
    too_often,
)
from tests.language.visiting import pages_from, said_by
from tests.referrals.walking import ADULT, YOUNG, Asker, own_page_of, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwynedd(with_forms):
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


def test_what_has_no_welsh_is_heard_however_it_is_asked(heard):
    lazily = gettext_lazy("A lazy word")
    template = Template("{% load i18n %}{% translate 'A word of a template' %}")
    with override("en"):
        gettext("Asked in English")
    with override("cy"):
        gettext("A plain word")
        pgettext("of a test", "A word in a context")
        ngettext("One word", "Many words", 3)
        str(lazily)
        template.render(Context())
        gettext("Save")

    assert heard.english() == [
        *("A lazy word", "A plain word", "A word in a context", "A word of a template"),
        "One word",
    ]


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Nobody has marked this sentence.</p>",
        "<p>Nobody has <b>marked</b> this.</p>",
        "<button>Search</button>",
        '<img src="x" alt="Children in the garden">',
        '<button data-i18n.show-password="Show password">Dangos</button>',
        '<p lang="en">English, <span lang="cy">yes, and this is marked wrongly.</span>',
    ],
)
def test_what_nobody_marked_is_read_wherever_it_stands(planted):
    around = '<main lang="cy"><p>Mae hyn yn Gymraeg.</p><p lang="en">Not this.</p>'

    assert english_parts(around) == []
    assert len(english_parts(f"{around}{planted}")) == 1


def test_a_new_service_and_all_its_pages(heard, started):
    of_the_hub = (HubNewsIndexPage, HubNewsPage)
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    page_of_every_block(site)
    much_news(site)

    answers = list(pages_from("/cy/", site))

    assert {answer.status_code for answer in answers} == {200}
    assert heard.english() == []
    assert english_pages(answers) == {}
    assert english_feeds(answers) == []
    shown = [a.context for a in answers if a.context and "page" in a.context]
    seen = {type(context["page"]) for context in shown}
    ours = {m for m in apps.get_models() if m.__module__.startswith(SOURCES)}
    assert {m for m in ours if issubclass(m, PluginPage)} - seen == set(of_the_hub)


def test_the_hub_and_an_english_service(heard, with_forms):
    hub = make_hub()
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    editor = make_staff(hub, Role.HUB_EDITOR)
    make_hub_news(hub, "cy", title="Tri adroddiad", summary="Un darlun.")
    gwynedd = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    offer = make_accepted(gwynedd, by=editor, cy="Noson yn y dref")
    Offer.objects.filter(pk=offer.pk).update(summary_cy="Dewch draw.")
    client = Client(SERVER_NAME=hub.hostname)
    with override("cy"):
        find = reverse("authorities:find")
        search = reverse("search")
    sought = ("", "adroddiad", "qqq", "!", "Kent")
    asked = ("", "LL55", "ZZ1 1ZZ", "BT1 1AA", "LL55 1SH", "EX1 1AA")

    answers = [
        *pages_from("/cy/", hub),
        *pages_from("/cy/", devon),
        *(client.get(find, {"postcode": text}) for text in asked),
        *(client.get(find, {"council": text}) for text in ("", "devon")),
        *(client.get(search, {"q": text}) for text in sought),
        client.get(search, {"q": "hir " * 60}),
    ]

    assert [a.request for a in answers if a.status_code != 200] == []
    assert heard.english() == []
    assert english_pages(answers) == {}


@pytest.mark.parametrize("journey", [APPLYING, ASKING], ids=["applying", "asking"])
@pytest.mark.parametrize("slug", ["gwynedd", "devon"])
def test_every_step_and_every_error_of_it(heard, with_forms, journey, slug):
    site = make_service(slug, authority=Authority.objects.get(slug=slug))
    service = Service.objects.get(site=site)
    situation = Situation(site=site, service=service, language="cy")

    with override("cy"):
        said = [text for step in journey.steps for text in said_by(step, situation)]

    assert heard.english() == []
    assert english_parts(*said) == []


def test_an_application_from_its_first_page_to_its_last(heard, gwynedd):
    person = Applicant(gwynedd)
    person.answer_part_one("cy", go_on="now")
    start = person.path("", "cy")
    addresses = [f"{start}{part.slugs['cy']}/" for part in APPLYING.parts]

    answers = [
        *(
            person.look(slug, "cy")
            for slug in ("", "save", "check", "come-back", "delete")
        ),
        *(person.client.get(address) for address in addresses),
        *(person.post("save", {"email": text}, "cy") for text in ("", "x@")),
        *(person.post("come-back", {"code": text}, "cy") for text in ("", "x")),
        person.post("save", {"code": "1"}, "cy"),
        person.look("check", "cy", "?notice=early"),
        *(person.post("check", {}, "cy"), person.send("cy"), person.look("sent", "cy")),
    ]

    assert heard.english() == []
    assert english_pages(answers) == {}


@pytest.mark.parametrize(
    ("way", "page"), [(ADULT, page_of), (YOUNG, own_page_of)], ids=["adult", "young"]
)
def test_a_request_from_its_first_page_to_its_last(
    heard, gwynedd, client_at, way, page
):
    asker = Asker(client_at(gwynedd), page(gwynedd, "cy"))

    sent = asker.go(way)

    assert heard.english() == []
    assert english_parts(sent, *asker.shown.values()) == []


def test_every_mail(heard, gwynedd):
    said = []
    for template, context in EVERY_MAIL:
        mail = rendered(
            queue_mail(
                site=gwynedd,
                to="mari@post.example",
                template=template,
                language="cy",
                context=context,
            )
        )
        said += [mail.subject, mail.html]

    assert {template for template, _ in EVERY_MAIL} == templates_of_mails()
    assert heard.english() == []
    assert english_parts(*said) == []


def test_what_is_refused_without_an_address_of_its_own(heard, gwynedd, rf):
    request = rf.get("/cy/", SERVER_NAME=gwynedd.hostname)
    with override("cy"):
        said = [
            forbidden(request, PermissionDenied()).text,
            too_large(request).text,
            render(request, "429.html").text,
            bad_request(request, ValueError()).text,
        ]

    assert heard.english() == []
    assert english_parts(*said) == []


def test_what_is_shown_when_something_is_wrong(heard, gwynedd, monkeypatch):
    client = Client(SERVER_NAME=gwynedd.hostname, raise_request_exception=False)
    guarded = Client(SERVER_NAME=gwynedd.hostname, enforce_csrf_checks=True)
    devon = make_service("devon")
    elsewhere = Client(SERVER_NAME=devon.hostname)
    answers = [
        client.get("/cy/dim-byd/"),
        guarded.post("/account/login/", {}, headers={"accept-language": "cy"}),
        client.post("/cy/gwneud-cais/pam/", {"why": "x" * 1_100_000}),
        Client(SERVER_NAME="neb.localhost").get("/cy/"),
    ]
    suspend(site=devon, reason="-", message_cy="")
    answers.append(elsewhere.get("/cy/"))
    with monkeypatch.context() as broken:
        broken.setattr("cms.models.PluginPage.serve", None)
        answers.append(client.get("/cy/"))
    SiteProfile.objects.filter(site=gwynedd).update(hides_welsh=True)
    answers.append(client.get("/cy/"))

    assert [a.status_code for a in answers] == [404, 403, 413, 404, 503, 500, 404]
    assert heard.english() == []
    assert english_pages(answers) == {}


def test_signing_in_and_what_belongs_to_an_account(heard, gwynedd, client_at):
    person = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    secret = give_app(person)

    answers = [
        *before_signing_in(client_at(gwynedd), person),
        *second_step(client_at(gwynedd), person, secret),
        *own_account(client_at(gwynedd), person, secret),
        *too_often(client_at(gwynedd), person),
    ]

    assert {a.status_code for a in answers} <= {200, 302, 429}
    assert {a.headers["Content-Language"] for a in answers} == {"cy"}
    assert heard.english() == []
    assert english_pages(answers) == {}


def test_being_invited(heard, gwynedd, client_at):
    answers = invited(gwynedd, client_at, known=make_user(preferred_language="cy"))

    assert [a.status_code for a in answers] == [200] * 10 + [410, 404]
    assert heard.english() == []
    assert english_pages(answers) == {}


def test_the_headings_of_what_a_person_downloads(heard, gwynedd):
    with override("cy"):
        said = [
            *CaseTable(cases=[], language="cy", stages=True).headings,
            *map(str, log_screen._headings()),
        ]

    assert len(said) > 11
    assert heard.english() == []
    assert [text for text in said if is_english(text)] == []
