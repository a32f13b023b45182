"""The screen of both languages is 404 for what is not there, or not to be edited."""

from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest
from django.contrib.auth.models import Permission
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Page, Site

from cms.activation import disable
from cms.admin.guard import ObjectGuard
from cms.admin.translations.page import PageInBothView, may_ask, may_translate
from cms.language.translations import Unfinished
from cms.models import SiteProfile
from cms.roles import Role
from tests.factories import make_service, make_staff, make_user
from tests.news.factories import make_news
from tests.translations.pairs import start, write

pytestmark = pytest.mark.usefixtures("provisioned", "at_once")
At = Callable[..., Client]


def test_no_third_language_is_begun_and_none_twice(site: Site, editor: Client) -> None:
    page = write(site, "en")
    begin = reverse("cms_translation_create", args=[page.pk])

    codes = [
        editor.post(begin, {"language": language}).status_code
        for language in ("fr", "", "cy", "cy")
    ]

    assert codes == [404, 404, 302, 302]
    assert page.get_translations().count() == 1


def test_nothing_is_begun_without_the_right_to_or_where_the_feature_is_off(
    site: Site, editor: Client
) -> None:
    story, item = write(site, "en"), make_news(site)
    begin = "cms_translation_create"
    disable(site=site, label="news")

    off = editor.post(reverse(begin, args=[item.pk]), {"language": "cy"})
    Permission.objects.filter(codename="submit_translation").delete()
    denied = editor.post(reverse(begin, args=[story.pk]), {"language": "cy"})

    assert (off.status_code, denied.status_code) == (302, 302)
    assert denied.url == reverse("wagtailadmin_home")
    assert not story.get_translations().exists()
    assert not item.get_translations().exists()


def test_a_text_that_is_not_its_own_is_not_found_and_no_other_deed_is_done(
    site: Site, editor: Client
) -> None:
    found = start(write(site, "en"), "cy")
    draft = found.get_target_instance()
    begin = reverse("cms_translation_mark", args=[draft.pk])
    own = found.source.stringsegment_set.first().pk

    unknown = editor.post(begin, {"text": "0", "action": "same"})
    nothing = editor.post(begin, {"text": own, "action": "burn"})

    assert (unknown.status_code, nothing.status_code) == (404, 302)
    assert not found.source.stringsegment_set.filter(
        string__translations__isnull=False
    ).exists()


def test_what_is_no_page_for_readers_has_no_such_screen(
    site: Site, client_at: At
) -> None:
    admin = client_at(site, make_user(is_superuser=True))
    frame = site.root_page.get_parent() if site.root_page.depth > 2 else site.root_page

    answers = [
        admin.get(reverse("cms_translation", args=[pk])).status_code
        for pk in (frame.pk, Page.get_first_root_node().pk)
    ]

    assert answers == [404, 404]


def test_whoever_may_not_edit_a_page_does_not_learn_that_it_is_there(
    site: Site, rf: RequestFactory
) -> None:
    page = write(site, "en")
    request: Any = rf.get("/admin/")
    request.user = make_staff(make_service("devon"), Role.EDITOR)

    with pytest.raises(Http404):
        PageInBothView.as_view()(request, page_id=page.pk)


def test_without_a_site_nobody_translates_or_asks() -> None:
    admin = make_user(is_superuser=True)

    assert [may_translate(admin, None), may_ask(admin, None)] == [False, False]


def test_the_editor_tells_nothing_of_a_side_that_is_hidden(
    site: Site, editor: Client
) -> None:
    draft = start(write(site, "en"), "cy").get_target_instance()
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])

    told = "texts are translated" in editor.get(edit).text
    SiteProfile.objects.filter(site=site).update(hides_welsh=True)
    hidden = "texts are translated" in editor.get(edit).text

    assert (told, hidden) == (True, False)


def test_unfinished_words_lead_to_where_they_can_be_finished(
    site: Site, rf: RequestFactory
) -> None:
    page = write(site, "en")
    request: Any = rf.get("/admin/bulk/")
    request.session, request._messages = {}, Mock()
    guard = ObjectGuard(lambda request: None)  # type: ignore[arg-type,return-value]

    answer = guard.process_exception(request, Unfinished(page, []))

    assert answer is not None
    assert answer["Location"] == reverse("cms_translation", args=[page.pk])
    told = request._messages.add.call_args.args[1]
    assert "“Stories” cannot be published yet." in told


def test_what_breaks_on_a_public_page_is_not_the_admin_s(rf: RequestFactory) -> None:
    guard = ObjectGuard(lambda request: None)  # type: ignore[arg-type,return-value]

    assert guard.process_exception(rf.get("/en/"), ValueError("x")) is None
