"""A service that has used the example plugin for a while: rows in every corner."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from acme_fostering.models import FosteringStory
from acme_fostering.services import receive_enquiry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Page, PageSubscription, Revision, Site
from wagtail.rich_text import RichText
from wagtail_localize.models import TranslationSource

from cms.activation import enable
from cms.mail import OutboundEmail, queue_mail
from cms.models import JobRun, StarterKey
from cms.offers import Decision, Offer, decide, refresh
from cms.publishing import own_words
from cms.starter.publishing import publish_first
from forms.casework.services import open_case
from forms.journeys import drafts
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_hub, make_service, make_staff, make_user

LABEL = "fostering"
MARKER = "Zzyzx"
SECRET = "Siân Ŵyn"


@dataclass
class World:
    """What was made; only ids and names leave for the other process."""

    gwynedd: Site
    hub: Site
    en: Page
    cy: Page
    below: Page
    plain: Page
    facts: dict[str, Any]


def story(home: Page, slug: str, by: Any, **facts: Any) -> Page:
    """A published story below the home page."""
    values = {"title": f"{MARKER} {slug}", "summary": "Three.", "text": "We learnt."}
    page = FosteringStory(slug=slug, locale=home.locale, live=False, **values, **facts)
    home.add_child(instance=page)
    with own_words():
        page.save_revision(user=by, log_action=True).publish(user=by)
    page.refresh_from_db()
    return page


def make_world() -> World:
    """Pages in both languages, an accepted offer, rows, settings, a case, mails."""
    hub, gwynedd = make_hub(), make_service("gwynedd")
    enable(site=gwynedd, label=LABEL)
    root, manager = make_user(is_superuser=True), make_staff(gwynedd, "manager")
    picture = get_image_model().objects.create(title="P", file=get_test_image_file())
    en = story(
        home_of(gwynedd, "en"),
        "zz-story",
        root,
        offer_to_hub=True,
        image=picture,
        image_alt="A picture",
        show_in_menus=True,
    )
    key = {"translation_key": en.translation_key, "offer_to_hub": True}
    cy = story(home_of(gwynedd, "cy"), "zz-stori", manager, **key)
    below = _below(en)
    plain = _plain(home_of(gwynedd, "en"), en)
    _attach(gwynedd, en, manager)
    _accept(gwynedd, manager)
    receive_enquiry(site=gwynedd, name=SECRET, email="sian@post.example")
    _casework(gwynedd)
    late = _schedule(gwynedd, root)
    made = World(gwynedd, hub, en, cy, below, plain, {})
    made.facts = {**_numbers(made), "people": [root.email, manager.email]}
    made.facts["late"] = late.pk
    return made


def _numbers(world: World) -> dict[str, Any]:
    """What another process needs to find it all."""
    return {
        "host": world.gwynedd.hostname,
        "hub": world.hub.hostname,
        "page": world.en.pk,
        "home": world.en.get_parent().pk,
        "below": world.below.pk,
        "plain": world.plain.pk,
        "revision": world.en.latest_revision_id,
        "type": world.en.content_type_id,
        "picture": world.en.image_id,
        "group": Group.objects.get(name="Readers").pk,
        "site": world.gwynedd.pk,
        "en_slug": world.en.slug,
        "cy_slug": world.cy.slug,
    }


def _below(parent: Page) -> Page:
    page = StandardPage(title="Below", slug="below", locale=parent.locale)
    parent.add_child(instance=page)
    publish_first(page)
    return page


def _plain(home: Page, target: Page) -> Page:
    text = f'<p><a linktype="page" id="{target.pk}">{MARKER} link</a></p>'
    page = StandardPage(title="Plain", slug="plain", locale=home.locale)
    page.body = [
        ("text", RichText(text)),
        ("button", {"text": "Read it", "link": target.page_ptr}),
    ]
    home.add_child(instance=page)
    publish_first(page)
    return page


def _attach(site: Site, page: Page, user: Any) -> None:
    Redirect.objects.create(
        old_path="/en/old", site=site, redirect_page=page.page_ptr, is_permanent=False
    )
    StarterKey.objects.create(page=page.page_ptr, key="fostering-story")
    PageSubscription.objects.create(
        page=page.page_ptr, user=user, comment_notifications=True
    )
    TranslationSource.update_or_create_from_instance(page)
    page.create_alias(parent=page.get_parent(), update_slug="zz-alias")
    log(page, "wagtail.comments.create", user=user, data={"comment": _comment()})
    readers = Group.objects.create(name="Readers")
    kinds = ContentType.objects.filter(app_label=LABEL)
    readers.permissions.set(Permission.objects.filter(content_type__in=kinds))
    JobRun.objects.create(
        name=f"{LABEL}.jobs.forget_old_enquiries@{site.pk}", due_at=timezone.now()
    )


def _comment() -> dict[str, Any]:
    return {"contentpath": "text", "text": "Hm", "id": 1}


def _accept(site: Site, by: Any) -> None:
    refresh(site)
    decide(offer=Offer.objects.get(), decision=Decision.ACCEPT, by=by)


def _casework(site: Site) -> None:
    facts = {"site": site, "kind": LABEL, "language": "cy"}
    case = open_case(**facts, display_name=SECRET, email="s@post.example", answers=[])
    drafts.begin(**facts, started_at=timezone.now())
    said = {"context": {"subject": "Hello", "body": SECRET}, "language": "cy"}
    for template in ("casework/letter", "casework/letter"):
        queue_mail(site=site, to="s@post.example", template=template, **said)
    # One about the case, in the host's words, and one in the words of the plugin.
    first, second = OutboundEmail.objects.filter(template="casework/letter")
    rows = OutboundEmail.objects
    rows.filter(pk=first.pk).update(case_reference=case.reference)
    rows.filter(pk=second.pk).update(template=f"{LABEL}/received")
    rows.exclude(pk=second.pk).update(status="sent", sent_at=timezone.now())
    rows.filter(pk=second.pk).update(
        status="queued", attempts=0, text="", subject="", html=""
    )


def _schedule(site: Site, user: Any) -> Page:
    """A missing page past its time, and after it a page of the host that is due too."""
    past = timezone.now() - timedelta(hours=2)
    gone = story(home_of(site, "en"), "zz-expired", user)
    Page.objects.filter(pk=gone.pk).update(expire_at=past)
    Revision.objects.filter(pk=gone.latest_revision_id).update(approved_go_live_at=past)
    late = StandardPage(title="Late", slug="late", locale=gone.locale)
    home_of(site, "en").add_child(instance=late)
    publish_first(late)
    soon = timezone.now() - timedelta(hours=1)
    Page.objects.filter(pk=late.pk).update(expire_at=soon)
    return late
