"""Versions of a mail's words: kept together, gone back to, nobody's written over."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import MailWords
from cms.roles import Role
from sites.models import Service
from tests.factories import make_hub, make_staff
from tests.mail_words.conftest import EDIT, ENGLISH, WELSH, index, now, read, told


def test_where_the_standards_apply_one_language_alone_is_not_changed(
    gwynedd, manager, post
):
    answer = post(gwynedd, manager, **ENGLISH)

    assert told(answer, "text_cy") == [
        "You have changed the English alone. Write it in Welsh too, or tick below"
        " that both say the same."
    ]
    assert not MailWords.objects.exists()

    post(gwynedd, manager, **ENGLISH, both="on")

    assert (now(gwynedd).behind, len(now(gwynedd).own)) == ("", 2)


def test_where_they_do_not_one_language_may_be_changed_and_the_list_says_so(
    devon, client_at, post
):
    person = make_staff(devon, Role.MANAGER)

    post(devon, person, **ENGLISH)

    assert now(devon).missing == "cy"
    said = read(client_at(devon, person).get(index())).get_text()
    assert "Your own words are missing in Welsh" in said


def test_a_language_that_catches_up_makes_both_even(gwynedd, manager, post):
    Service.objects.filter(site=gwynedd).update(welsh_standards=False)
    post(gwynedd, manager, **ENGLISH, **WELSH)
    post(gwynedd, manager, subject_en="Thanks ({reference})")
    Service.objects.filter(site=gwynedd).update(welsh_standards=True)
    assert now(gwynedd).stale == "cy"

    post(gwynedd, manager, subject_cy="Diolch o galon ({reference})")

    assert now(gwynedd).behind == ""
    assert now(gwynedd).of("en").subject == "Thanks ({reference})"


def test_as_supplied_is_one_button_and_the_words_before_can_be_taken_again(
    gwynedd, manager, post, client_at
):
    post(gwynedd, manager, **ENGLISH, **WELSH)
    client = client_at(gwynedd, manager)

    client.post(EDIT, {"restore": "yes"})

    assert now(gwynedd).is_supplied
    page = read(client.get(EDIT))
    assert any(str(manager) in p.get_text() for p in page.select(".iv-feature p"))
    (link,) = page.select('a[href^="?from="]')
    earlier = client.get(EDIT + link["href"]).context["form"]
    assert earlier["text_en"].value() == ENGLISH["text_en"]
    assert earlier["text_cy"].value() == WELSH["text_cy"]


def test_the_words_of_another_authority_are_not_found(
    gwynedd, devon, manager, post, client_at
):
    post(gwynedd, manager, **ENGLISH, **WELSH)
    row = MailWords.objects.filter(site=gwynedd).first()
    theirs = make_staff(devon, Role.MANAGER)
    at = f"{EDIT}?from={row.pk}"

    assert client_at(gwynedd, manager).get(at).status_code == 200
    assert client_at(devon, theirs).get(at).status_code == 404
    assert client_at(devon, theirs).get(f"{EDIT}?from=x").status_code == 404
    page = client_at(devon, theirs).get(EDIT)
    assert "Hiya" not in page.text
    client_at(devon, theirs).post(EDIT, {"restore": "yes"})
    assert not now(gwynedd).is_supplied
    assert client_at(gwynedd, theirs).get(EDIT).status_code in (403, 404)


def test_the_hub_has_no_mails_of_its_own(gwynedd, client_at):
    hub = make_hub()
    person = make_staff(hub, Role.NETWORK_ADMIN)

    assert client_at(hub, person).get(index()).status_code == 404


def test_words_that_somebody_changed_meanwhile_are_not_written_over_unseen(
    gwynedd, manager, post, client_at
):
    client = client_at(gwynedd, manager)
    form = client.get(EDIT).context["form"]
    mine = {bound.html_name: bound.value() or "" for bound in form}
    mine |= {
        "seen": form.mark,
        "both": "",
        **ENGLISH,
        **WELSH,
        "subject_en": "Mine {reference}",
    }
    post(gwynedd, make_staff(gwynedd, Role.COORDINATOR), **ENGLISH, **WELSH)

    answer = client.post(EDIT, mine)

    assert "Somebody has changed these words meanwhile" in answer.text
    assert now(gwynedd).of("en").subject == ENGLISH["subject_en"]
    mark = answer.context["form"].mark
    client.post(EDIT, {**mine, "seen": mark, "both": "on"})
    assert now(gwynedd).of("en").subject == "Mine {reference}"


def test_the_screens_ask_as_often_for_many_versions_as_for_one(
    gwynedd, manager, post, client_at
):
    def asked(url):
        client = client_at(gwynedd, manager)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(url)
        return len(queries)

    post(gwynedd, manager, **ENGLISH, **WELSH)
    once = {url: asked(url) for url in (index(), EDIT)}
    for number in range(4):
        words = {"subject_en": f"{number}", "subject_cy": f"{number}"}
        post(gwynedd, manager, **words)
    at = "/admin/mail-words/applications.received_second/"
    post(gwynedd, manager, at=at, **ENGLISH, **WELSH)

    assert {url: asked(url) for url in (index(), EDIT)} == once
