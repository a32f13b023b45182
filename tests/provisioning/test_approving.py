"""A service has its managers approve each page: who may publish, and what waits."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Workflow

from cms.language.translations.checking import texts_of
from cms.models import OutboundEmail
from cms.publishing import own_words
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.models import Service
from sites.provisioning.readback import read_back
from tests.factories import home_of, make_service, make_staff
from tests.translations.pairs import start, write

pytestmark = pytest.mark.usefixtures("provisioned")


@pytest.fixture
def gwynedd():
    return make_service("gwynedd")


@pytest.fixture
def people(gwynedd):
    roles = (Role.MANAGER, Role.EDITOR)
    return {role: make_staff(gwynedd, role, preferred_language="cy") for role in roles}


def switch(client, on):
    address = reverse("service_settings_group", args=["publishing"])
    client.post(address, {"manager_approves": "on"} if on else {})


def draft(site, language, like=None):
    page = StandardPage(title=f"Costs {language}", slug=f"costs-{language}", live=False)
    page.translation_key = like.translation_key if like else page.translation_key
    home_of(site, language).add_child(instance=page)
    page.save_revision()
    return page


def send(client, page, action):
    """What the button of the editor sends, with the page as it stands."""
    facts = {"title": page.title, "slug": page.slug, "body-count": "0"}
    facts |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(edit, {**facts, action: "1"})
    page.refresh_from_db()


def decide(client, page, how, **words):
    state = page.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, how, state.pk]
    )
    client.post(address, words)
    page.refresh_from_db()


def put(client, address, words):
    form = "application/x-www-form-urlencoded"
    return client.put(address, f"value={words}", content_type=form).status_code


def right(site):
    with override("en"):
        return {fact.label: fact.is_right for fact in read_back(site).facts}


def told():
    rows = OutboundEmail.objects.filter(template__startswith="authorities/page_")
    return {(row.template.partition("/")[2], row.to) for row in rows}


def test_an_editor_asks_a_manager_who_returns_it_and_then_publishes_both_languages(
    gwynedd, people, client_at
):
    editor = client_at(gwynedd, people[Role.EDITOR])
    manager = client_at(gwynedd, people[Role.MANAGER])
    switch(manager, on=True)
    english = draft(gwynedd, "en")
    welsh = draft(gwynedd, "cy", like=english)

    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text
    send(editor, english, "action-publish")
    assert not english.live
    assert "action-publish" not in shown
    assert "Rheolwyr · Managers" in shown

    send(editor, english, "action-submit")
    decide(editor, english, "approve")
    assert not english.live
    decide(manager, english, "reject", comment="Beth am y treuliau?")
    assert told() == {
        ("page_waiting", people[Role.MANAGER].email),
        ("page_returned", people[Role.EDITOR].email),
    }

    send(editor, english, "action-submit")
    decide(manager, english, "approve")
    assert not english.live  # Its Welsh is not published: the gate holds here too.
    with own_words():
        welsh.get_latest_revision().publish()
    decide(manager, english, "approve")
    assert english.live
    assert ("page_approved", people[Role.EDITOR].email) in told()


def test_who_asked_hears_of_it_too_where_a_manager_just_publishes(
    gwynedd, people, client_at
):
    switch(client_at(gwynedd, people[Role.MANAGER]), on=True)
    page = draft(gwynedd, "en")
    send(client_at(gwynedd, people[Role.EDITOR]), page, "action-submit")

    with own_words():
        page.get_latest_revision().publish(user=people[Role.MANAGER])

    assert ("page_approved", people[Role.EDITOR].email) in told()


def test_managers_hear_of_what_waited_already_when_they_take_the_last_word(
    gwynedd, people, client_at
):
    asker = make_staff(gwynedd, Role.TRANSLATOR)
    page = draft(gwynedd, "en")
    page.get_workflow().start(page, asker)
    OutboundEmail.objects.all().delete()

    switch(client_at(gwynedd, people[Role.MANAGER]), on=True)

    assert told() == {("page_waiting", people[Role.MANAGER].email)}


def test_the_words_of_a_translation_stay_while_it_waits_for_approval(
    gwynedd, people, client_at
):
    manager = client_at(gwynedd, people[Role.MANAGER])
    editor = client_at(gwynedd, people[Role.EDITOR])
    switch(manager, on=True)
    found = start(write(gwynedd, "en"), "cy")
    words = reverse(
        "wagtail_localize:edit_string_translation",
        args=[found.pk, texts_of(found)[0].segment.pk],
    )
    before = put(editor, words, "Un")

    page = found.get_target_instance()
    page.save_revision()
    page.get_workflow().start(page, people[Role.EDITOR])

    assert before == 201
    assert put(editor, words, "Dau") == 403
    assert texts_of(found)[0].translated.data == "Un"
    assert put(manager, words, "Tri") == 200


def test_an_older_service_without_a_workflow_gets_the_right_one(
    gwynedd, people, client_at
):
    Workflow.objects.all().delete()

    switch(client_at(gwynedd, people[Role.MANAGER]), on=True)

    assert Service.of(gwynedd).manager_approves
    assert right(gwynedd)["Who approves pages"]


def test_switched_off_again_editors_publish_and_all_is_as_it_was_made(
    gwynedd, people, client_at
):
    manager = client_at(gwynedd, people[Role.MANAGER])
    page = home_of(gwynedd, "en")
    devons = make_staff(make_service("devon"), Role.EDITOR)

    switch(manager, on=True)
    assert Service.of(gwynedd).manager_approves
    editor = type(people[Role.EDITOR]).objects.get(pk=people[Role.EDITOR].pk)
    assert not page.permissions_for_user(editor).can_publish()
    theirs = home_of(make_service("devon"), "en")
    assert theirs.permissions_for_user(devons).can_publish()
    on = right(gwynedd)

    switch(manager, on=False)

    editor = type(editor).objects.get(pk=editor.pk)
    assert page.permissions_for_user(editor).can_publish()
    assert right(gwynedd) == on
    assert on["Who approves pages"]
    assert on["Permissions on its pages"]
