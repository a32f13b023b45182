"""What staff do in the admin in a day, rightly and wrongly, one after the other."""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.blocks import RichTextBlock
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Comment

from tests.language.staff_asking import Staff

PAGE = "wagtailadmin_pages"


def at(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def writes_a_page(staff: Staff, page: Any) -> None:
    """Saves, publishes, schedules and withdraws it, and gets each of them wrong."""
    edit = at(f"{PAGE}:edit", page.pk)
    form = staff.form(edit)
    staff.post(edit, {**form, **every_block_empty(page)})
    staff.post(edit, form, title="", slug="dim yn iawn!")
    for deed in ("", "action-submit", "action-publish"):
        staff.post(edit, form, **{deed: "x"} if deed else {})
    _schedules(staff, edit, form)
    staff.post(at(f"{PAGE}:unpublish", page.pk))
    copy = at(f"{PAGE}:copy", page.pk)
    staff.send(copy, new_title="Copi", new_slug="pob-bloc")
    staff.send(copy, new_title="Copi", new_slug="copi")
    for name in ("lock", "unlock"):
        staff.post(at(f"{PAGE}:{name}", page.pk))
    for name in ("history", "usage", "workflow_history"):
        staff.get(at(f"{PAGE}:{name}", page.pk))


def _schedules(staff: Staff, edit: str, form: dict[str, Any]) -> None:
    now = timezone.localtime()
    moments = [now + dt.timedelta(days=days) for days in (-1, 1, 2)]
    past, soon, later = (f"{moment:%Y-%m-%d %H:%M}" for moment in moments)
    for start, end in ((past, ""), (later, soon), (soon, later)):
        told = {"go_live_at": start, "expire_at": end, "action-publish": "x"}
        staff.post(edit, form, **told)


def looks_at_versions(staff: Staff, page: Any) -> None:
    """Compares versions, goes back to an older one, and unschedules one."""
    first, last = page.revisions.earliest("pk"), page.revisions.latest("pk")
    for pair in ((first.pk, last.pk), ("earliest", "latest"), (last.pk, "live")):
        staff.get(at(f"{PAGE}:revisions_compare", page.pk, *pair))
    back = at(f"{PAGE}:revisions_revert", page.pk, first.pk)
    staff.get(back)
    staff.post(
        at(f"{PAGE}:edit", page.pk), {**staff.form(back), "revision": str(first.pk)}
    )
    _either(staff, at(f"{PAGE}:revisions_unschedule", page.pk, last.pk))


def speaks_of_a_page(staff: Staff, page: Any) -> None:
    """Comments on it, answers, resolves, and is told of it."""
    edit = at(f"{PAGE}:edit", page.pk)
    new = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-text": "Da iawn",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-resolved": "",
        "comments-0-DELETE": "",
        "comments-0-id": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "",
    }
    staff.send(edit, **new, comment_notifications="on")
    comment = Comment.objects.latest("pk")
    old = {**new, "comments-INITIAL_FORMS": "1", "comments-0-id": str(comment.pk)}
    reply = {
        "comments-0-replies-TOTAL_FORMS": "1",
        "comments-0-replies-0-text": "Diolch",
        "comments-0-replies-0-id": "",
        "comments-0-replies-0-DELETE": "",
    }
    staff.send(edit, **{**old, **reply})
    staff.send(edit, **{**old, "comments-0-text": "Gwell"})
    staff.send(edit, **{**old, "comments-0-resolved": "on"})
    staff.get(at(f"{PAGE}:history", page.pk))


def keeps_a_page_private(staff: Staff, page: Any) -> None:
    """Each way of it, and public again."""
    privacy = at("wagtailadmin_pages:set_privacy", page.pk)
    staff.get(privacy)
    for kind in ("login", "password", "groups", "none"):
        for password in ("", "cyfrinair"):
            told = {"restriction_type": kind, "password": password}
            staff.post(privacy, told)
            staff.get(at(f"{PAGE}:edit", page.pk))
    staff.get(at(f"{PAGE}:history", page.pk))


def has_a_page_approved(staff: Staff, reviewer: Staff, page: Any) -> None:
    """One submits it; another asks for changes, and then approves it."""
    edit = at(f"{PAGE}:edit", page.pk)
    for action in ("reject", "approve"):
        staff.send(edit, **{"action-submit": "x"})
        staff.send(edit, title="Drafft newydd")
        staff.get(edit)
        reviewer.get(edit)
        reviewer.get("/admin/")
        state = page.workflow_states.latest("pk").current_task_state
        told = (page.pk, action, state.pk)
        reviewer.get(at(f"{PAGE}:workflow_action", *told))
        reviewer.post(at(f"{PAGE}:workflow_action", *told), comment="Iawn")
        for one in (staff, reviewer):
            one.get(edit)
    staff.send(edit, **{"action-submit": "x"})
    staff.send(edit, **{"action-cancel-workflow": "x"})
    reviewer.get(at(f"{PAGE}:history", page.pk))
    reviewer.get(at(f"{PAGE}:workflow_history", page.pk))


def does_it_to_many(staff: Staff, pages: list[Any]) -> None:
    """Publishes, withdraws, moves and deletes several pages at once."""
    ids = "&".join(f"id={page.pk}" for page in pages)
    for action in ("publish", "unpublish", "move", "delete"):
        bulk = at("wagtail_bulk_action", "wagtailcore", "page", action)
        url = f"{bulk}?{ids}&next=/admin/pages/"
        staff.get(url)
        for told in ({}, {"include_descendants": "on"}, {"chooser": ""}):
            staff.post(url, told)


def keeps_files(staff: Staff) -> None:
    """Loads pictures and documents, right and wrong ones, and looks where they are."""
    for kind, right, wrong in (
        ("wagtailimages", get_test_image_file(), _file("x.png")),
        ("wagtaildocs", _file("a.txt"), _file("x.exe")),
    ):
        chooser = at(f"{kind}_chooser:create")
        for file in (None, wrong, right):
            told = {"files[]": file} if file else {}
            staff.post(at(f"{kind}:add_multiple"), told)
            chosen = {f"{prefix}-file": file for prefix in _PREFIXES if file}
            staff.post(chooser, chosen)
            if file:
                file.seek(0)
                staff.post(at(f"{kind}:add"), file=file, title="Ffeil")
                file.seek(0)
        staff.get(at(f"{kind}_chooser:choose"))
        staff.get(at(f"{kind}:index"), q="dim")


_PREFIXES = ("image-chooser-upload", "document-chooser-upload")


def _file(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"dim byd")


def makes_links(staff: Staff) -> None:
    """Each kind of link that a text may hold, with and without what it asks for."""
    for kind, field, wrong in (
        ("external_link", "url", "nid cyfeiriad"),
        ("email_link", "email_address", "mari@"),
        ("phone_link", "phone_number", ""),
        ("anchor_link", "url", ""),
    ):
        url, prefix = at(f"wagtailadmin_choose_page_{kind}"), kind.replace("_", "-")
        staff.get(url)
        for value in ("", wrong, "#x"):
            staff.post(url, {f"{prefix}-chooser-{field}": value})
    here = f"http://{staff.site.hostname}/cy/"
    external = at("wagtailadmin_choose_page_external_link")
    staff.post(external, {"external-link-chooser-url": here})
    staff.get(at("wagtailadmin_choose_page_search"), q="dim")


def minds_the_account(staff: Staff) -> None:
    """Each part of it, sent as it stands and with nothing."""
    url = at("wagtailadmin_account")
    staff.send(url)
    staff.post(url, dict.fromkeys(staff.form(url), ""))
    staff.get("/admin/dim-byd/")


def _either(staff: Staff, url: str) -> None:
    staff.get(url)
    staff.post(url)


def every_block_empty(page: Any) -> dict[str, str]:
    """What a browser sends of one block of each kind in which nothing was written."""
    body = page.body.stream_block
    sent = {"body-count": str(len(body.child_blocks))}
    for order, (name, block) in enumerate(body.child_blocks.items()):
        sent |= {
            f"body-{order}-type": name,
            f"body-{order}-order": str(order),
            f"body-{order}-deleted": "",
            f"body-{order}-id": "",
            **_empty(block, f"body-{order}-value"),
        }
    return sent


def _empty(block: Any, prefix: str) -> dict[str, str]:
    if isinstance(block, RichTextBlock):
        return {prefix: "null"}
    if hasattr(block, "child_blocks"):
        parts = block.child_blocks.items()
        return {
            key: value
            for name, part in parts
            for key, value in _empty(part, f"{prefix}-{name}").items()
        }
    if hasattr(block, "child_block"):
        item = {f"{prefix}-0-{key}": "" for key in ("deleted", "id")}
        item |= {f"{prefix}-count": "1", f"{prefix}-0-order": "0"}
        return {**item, **_empty(block.child_block, f"{prefix}-0-value")}
    return {prefix: ""}
