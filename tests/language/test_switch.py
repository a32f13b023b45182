"""The switch stays where the reader is: the same step, question or list, and back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from cms.activation import disable
from cms.models import OutboundEmail
from cms.roles import Role
from forms.referrals.models import ReferralPage, YoungPage
from sites.models import Authority
from tests.factories import make_hub, make_service, make_staff
from tests.journeys.walking import PART_ONE, Applicant
from tests.language.filled_pages import much_news
from tests.language.signing_in import LOGIN
from tests.language.truth import OTHER, Told, switch_of, told_by, untruths
from tests.referrals.walking import ADULT, YOUNG, Asker, page_of
from tests.staff.factories import FORM, mail_to, make_invitation, path_of

pytestmark = pytest.mark.django_db
WHY = "Siân."  # In no language: nobody knows in which somebody writes.


@pytest.fixture
def gwynedd(with_forms: None) -> Site:
    return make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))


def switched(client: Client, answer: Any, language: str) -> Any:
    """The page to which an answer's switch leads; both tell the truth."""
    there = client.get(switch_of(answer.text), follow=True)
    assert untruths(answer, language) == []
    assert untruths(there, OTHER[language]) == []
    return there


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_step_of_an_application_and_what_was_answered(
    gwynedd: Site, language: str
) -> None:
    person, other = Applicant(gwynedd), OTHER[language]
    person.answer_part_one(language, why=WHY, go_on="now")

    for slug in (*PART_ONE, "experience", "save"):
        answer = person.look(slug, language, "?from=check")
        there = switched(person.client, answer, language)
        assert switch_of(answer.text) == person.path(slug, other) + "?from=check"
        assert switch_of(there.text) == person.path(slug, language) + "?from=check"

    why = person.look("why", other)
    assert WHY in why.text
    wrong = person.post("why", {"why": ""}, language, "?from=check")
    assert wrong.status_code == 200
    assert "govuk-error-summary" in wrong.text
    again = switched(person.client, wrong, language)
    assert WHY in again.text


@pytest.mark.parametrize("language", ["en", "cy"])
def test_saving_coming_back_checking_and_what_was_sent(
    gwynedd: Site, language: str
) -> None:
    person, other = Applicant(gwynedd), OTHER[language]
    person.answer_part_one(language, why=WHY)
    person.post("save", {"email": "sian@post.example"}, language)
    saved = person.look("save", language, "?sent=1")
    mail = OutboundEmail.objects.get(template="journeys/resume")
    link = mail.context["cy"]["url"].removeprefix("http://gwynedd.localhost")
    resume = Client(SERVER_NAME=gwynedd.hostname).get(link)

    assert switch_of(saved.text) == person.path("save", other) + "?sent=1"
    there = switched(person.client, saved, language)
    assert "sian@post.example" in there.text
    mailed = switched(person.client, resume, link[1:3])
    assert switch_of(mailed.text) == link
    check = switched(person.client, person.look("check", language), language)
    assert WHY in check.text
    person.send(language)
    sent = person.look("sent", language)
    assert switched(person.client, sent, language).context["receipt"] is not None
    assert switch_of(sent.text) == person.path("sent", other)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("way", "model"),
    [(ADULT, ReferralPage), (YOUNG, YoungPage)],
    ids=["adult", "young"],
)
def test_every_step_of_asking_for_a_visitor(
    gwynedd: Site, client_at: Any, way: dict[str, Any], model: Any, language: str
) -> None:
    client = client_at(gwynedd)
    here, there = (
        Asker(client, page_of(gwynedd, code, model))
        for code in (language, OTHER[language])
    )

    for step, given in way.items():
        answer = client.get(here.address(step))
        assert switch_of(answer.text) == there.address(step)
        other = switched(client, answer, language)
        assert switch_of(other.text) == here.address(step)
        assert here.answer(step, **given).status_code == 302
    check = client.get(here.address("check"))
    assert switch_of(check.text) == there.address("check")
    switched(client, check, language)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_look_up_keeps_what_was_asked(
    with_forms: None, client_at: Any, language: str
) -> None:
    client = client_at(make_hub())
    with override(language):
        find = reverse("authorities:find")

    for query in ("?postcode=LL55+1SH", "?postcode=x", "?council=gwynedd", ""):
        answer = client.get(find + query)
        there = switched(client, answer, language)
        assert switch_of(answer.text).endswith(query)
        assert switch_of(there.text) == find + query


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_search_keeps_its_words_and_its_page(
    with_forms: None, client_at: Any, language: str
) -> None:
    site = make_service("gwynedd")
    much_news(site)
    client = client_at(site)
    with override(language):
        search = reverse("search")

    for query in ("", "?q=", "?q=Noson&page=2", "?q=d%C5%B5r"):
        answer = client.get(search + query)
        there = switched(client, answer, language)
        assert answer.status_code == there.status_code == 200
        assert switch_of(answer.text).endswith(query)
        assert switch_of(there.text) == search + query
    assert told_by(answer.text) == Told("", {})


@pytest.mark.parametrize("language", ["en", "cy"])
def test_signing_in_and_an_invitation(
    gwynedd: Site, client_at: Any, language: str
) -> None:
    make_invitation(gwynedd, make_staff(gwynedd, Role.EDITOR))
    client = client_at(gwynedd)
    client.cookies["django_language"] = language
    invited = path_of(mail_to(FORM["email"]))

    wrong = client.post(LOGIN, {"login": "x", "password": "y"})
    there = switched(client, wrong, language)
    back = client.get(switch_of(there.text), follow=True)

    assert wrong.status_code == 200
    assert there.request["PATH_INFO"] == back.request["PATH_INFO"] == LOGIN
    assert back.headers["Content-Language"] == language
    invitation = client.get(invited)
    other = switched(client, invitation, invited[1:3])
    assert switch_of(other.text) == invited


@pytest.mark.parametrize("language", ["en", "cy"])
def test_where_nothing_stands_it_leads_home(
    gwynedd: Site, client_at: Any, language: str
) -> None:
    client = client_at(gwynedd)
    paths = ("dim-byd/", "services/news/dim/", "apply/dim/")
    answers = [client.get(f"/{language}/{path}") for path in paths]

    assert {answer.status_code for answer in answers} == {404}
    for answer in answers:
        assert switch_of(answer.text) == f"/{OTHER[language]}/"
        switched(client, answer, language)


@pytest.mark.parametrize(
    ("language", "path", "there"),
    [
        ("en", "/en/news/?page=x", "/cy/newyddion/?page=x"),
        ("cy", "/cy/newyddion/?page=0", "/en/news/?page=0"),
    ],
)
def test_where_a_page_refuses_its_query_it_stays_on_the_page(
    gwynedd: Site, client_at: Any, language: str, path: str, there: str
) -> None:
    much_news(gwynedd)
    answer = client_at(gwynedd).get(path)

    assert answer.status_code == 404
    assert switch_of(answer.text) == there


def test_of_a_page_that_nobody_may_see_it_tells_nothing(
    gwynedd: Site, client_at: Any
) -> None:
    much_news(gwynedd)
    disable(site=gwynedd, label="news")

    answer = client_at(gwynedd).get("/en/news/?page=x")

    assert answer.status_code == 404
    assert switch_of(answer.text) == "/cy/"
