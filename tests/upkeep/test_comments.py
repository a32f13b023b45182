"""Who hears of comments on a page, and what the mail does not say."""

import pytest
from django.urls import reverse
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

from cms.mail import OutboundEmail
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from sites.memberships import revoke
from sites.upkeep.services import look_after
from tests.factories import home_of, make_service, make_staff, publish

pytestmark = pytest.mark.usefixtures("provisioned", "at_once")


@pytest.fixture
def gwynedd():
    return make_service("gwynedd")


@pytest.fixture
def page(gwynedd):
    return publish(StandardPage(title="Costs", slug="costs"), home_of(gwynedd, "en"))


def send(client, page, *, comment="", reply="", number=None):
    """What the editor sends with one comment, or one answer to it."""
    one = {"text": comment, "contentpath": "title", "position": "", "id": number or ""}
    one |= {"resolved": "", "DELETE": ""}
    replies = {"TOTAL_FORMS": "1" if reply else "0", "INITIAL_FORMS": "0"}
    replies |= {"0-text": reply, "0-id": "", "0-DELETE": ""} if reply else {}
    facts = {"title": page.title, "slug": page.slug, "body-count": "0"}
    counts = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "1" if number else "0"}
    facts |= {f"comments-{key}": value for key, value in counts.items()}
    facts |= {f"comments-0-{key}": value for key, value in one.items()}
    facts |= {f"comments-0-replies-{key}": value for key, value in replies.items()}
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(edit, facts).status_code == 302


def told():
    return {mail.to for mail in OutboundEmail.objects.all()}


def test_the_owner_and_who_follows_hear_of_a_comment_by_the_outbox_in_their_language(
    gwynedd, page, client_at
):
    writer = make_staff(gwynedd, Role.TRANSLATOR)
    owner = make_staff(gwynedd, Role.EDITOR, preferred_language="cy")
    follower, bystander, unwilling = (
        make_staff(gwynedd, Role.EDITOR) for _n in range(3)
    )
    UserProfile.objects.update_or_create(
        user=unwilling, defaults={"updated_comments_notifications": False}
    )
    look_after(
        page=page, site=gwynedd, owner=owner, every_months=6, review_on=None, by=owner
    )
    for person in (writer, follower, unwilling):
        PageSubscription.objects.create(
            page=page, user=person, comment_notifications=True
        )

    send(client_at(gwynedd, writer), page, comment="Is Siân’s number right?")

    assert Comment.objects.get().text == "Is Siân’s number right?"
    assert told() == {owner.email, follower.email}
    assert not {bystander.email, unwilling.email} & told()
    [mail] = [one for one in OutboundEmail.objects.all() if one.to == owner.email]
    assert mail.subject == "Sylwadau ar dudalen: Costs"
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in mail.text
    assert "Siân’s number" not in f"{mail.subject}{mail.text}{mail.html}"


def test_whoever_wrote_in_a_thread_hears_of_an_answer_unless_they_left_the_service(
    gwynedd, page, client_at
):
    asked, left = (make_staff(gwynedd, Role.EDITOR) for _n in range(2))
    comment = Comment.objects.create(
        page=page, user=asked, text="?", contentpath="title"
    )
    PageSubscription.objects.create(page=page, user=left, comment_notifications=True)
    revoke(user=left, site=gwynedd, role=Role.EDITOR)

    send(
        client_at(gwynedd, make_staff(gwynedd, Role.MANAGER)),
        page,
        comment="?",
        reply="Yes.",
        number=comment.pk,
    )

    assert told() == {asked.email}
