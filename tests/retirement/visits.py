"""What is asked of the site in a process without the plugin; the answers as JSON."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

Facts = dict[str, Any]
# These fail in stock Wagtail for whoever posts nothing at all, plugin or no plugin.
FAIL_ANYWAY = ("/choose-external-link/", "/redirects/import/process/")
LEAVES = ("logout", "failwhale")


def client(host: str, email: str = "") -> Any:
    """A browser at `host`, signed in where an address is given."""
    from django.test import Client

    from sites.people.models import User

    browser = Client(SERVER_NAME=host, raise_request_exception=False)
    if email:
        browser.force_login(User.objects.get(email=email))
    return browser


def crawl(facts: Facts) -> Facts:
    """Every admin address that can name the page, by GET and POST, as both people."""
    failed, seen = [], Counter()
    for email in facts["people"]:
        browser = client(facts["host"], email)
        for url in dict.fromkeys(_addresses(facts)):
            query = {"q": "Zzyzx", "id": facts["page"], "page_type": "wagtailcore.page"}
            # An editor's form without its fields fails in stock Wagtail.
            plain = url.endswith(f"/{facts['plain']}/edit/")
            for method in (browser.get,) if plain else (browser.get, browser.post):
                answer = method(url, query)
                seen[answer.status_code] += 1
                if answer.status_code >= 500:
                    failed.append([email, answer.request["REQUEST_METHOD"], url])
    return {"failed": failed, "seen": sum(seen.values()), "conflicts": seen[409]}


def _addresses(facts: Facts) -> Iterator[str]:
    from tests.host.crawling import admin_routes, fill

    ids = {
        "page_id": facts["page"],
        "parent_page_id": facts["page"],
        "page_to_move_id": facts["page"],
        "page_to_copy_id": facts["page"],
        "destination_id": facts["home"],
        "revision_id": facts["revision"],
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "content_type_app_name": "fostering",
        "content_type_model_name": "fosteringstory",
        "content_type_id": facts["type"],
        "app_label": "wagtailcore",
        "model_name": "page",
        "image_id": facts["picture"],
    }
    for action in ("delete", "move", "publish", "unpublish"):
        yield f"/admin/bulk/wagtailcore/page/{action}/?id={facts['page']}"
        yield f"/admin/bulk/wagtailcore/page/{action}/?id=all&childOf={facts['home']}"
    yield f"/admin/groups/edit/{facts['group']}/"
    yield f"/admin/pages/{facts['home']}/"
    yield f"/admin/pages/{facts['plain']}/edit/"
    for route in sorted(set(admin_routes())):
        if not any(part in route for part in (*LEAVES, *FAIL_ANYWAY)):
            yield fill(route, ids, facts["page"])
            for kind in ("setting", "group", "site", "picture"):
                if route.count("<") == 1 and "page" not in route:
                    yield fill(route, {}, facts.get(kind, facts["site"]))


def public(facts: Facts) -> Facts:
    """What the public finds: the pages themselves, and all that led to them."""
    browser, hub = client(facts["host"]), client(facts["hub"])
    pages = {
        "en": f"/en/{facts['en_slug']}/",
        "cy": f"/cy/{facts['cy_slug']}/",
        "alias": "/en/zz-alias/",
        "below": f"/en/{facts['en_slug']}/below/",
        "plugin's address": "/en/services/fostering/",
        "home": "/en/",
        "Welsh home": "/cy/",
        "linking page": "/en/plain/",
        "sitemap": "/sitemap.xml",
    }
    answers = {name: browser.get(url) for name, url in pages.items()}
    answers["hub"] = hub.get("/en/")
    answers["redirect"] = browser.get("/en/old/", follow=True)
    # What leads to the page below it, in either language, has its address in it, too.
    below = pages["below"].removeprefix("/en")
    texts = {
        name: answer.content.decode().replace(below, "")
        for name, answer in answers.items()
    }
    return {
        "status": {name: answer.status_code for name, answer in answers.items()},
        "leads there": sorted(
            name
            for name, text in texts.items()
            if answers[name].status_code == 200 and f"/{facts['en_slug']}/" in text
        ),
        "offers": _shown(),
    }


def _shown() -> list[str]:
    from cms.offers import Offer, shown_offers

    return [f"{o.state} {o in shown_offers()}" for o in Offer.objects.all()]


def staff(facts: Facts) -> Facts:
    """What staff read of the page, in the explorer, on its own screens, at home."""
    browser = client(facts["host"], facts["people"][1])
    page, home = f"/admin/pages/{facts['page']}", f"/admin/pages/{facts['home']}"
    add = "/admin/pages/add/fostering/fosteringstory"
    asked = {
        "explorer": browser.get(f"{home}/"),
        "search": browser.get("/admin/pages/search/", {"q": "Zzyzx"}),
        "its children": browser.get(f"{page}/"),
        "child": browser.get(f"/admin/pages/{facts['below']}/edit/"),
        "edit": browser.get(f"{page}/edit/"),
        "delete": browser.post(f"{page}/delete/"),
        "delete above": browser.post(f"/admin/pages/{facts['below']}/delete/"),
        "copy all": browser.post(f"{home}/copy/", {"copy_subpages": "on"}),
        "add": browser.get(f"{add}/{facts['home']}/"),
        "dashboard": browser.get("/admin/"),
    }
    return {n: [a.status_code, a.content.decode()] for n, a in asked.items()}


def jobs(facts: Facts) -> Facts:
    """Run everything that is due; what became of the mail and of the late page."""
    from django.core import mail
    from wagtail.models import Page

    from cms.mail import OutboundEmail
    from cms.models import JobRun
    from cms.offers import rebuild
    from cms.schedule import run_due

    run_due()
    rebuild()
    waiting = OutboundEmail.objects.exclude(status="sent").get()
    return {
        "errors": list(JobRun.objects.exclude(last_error="").values_list("name")),
        "mail": [waiting.status, waiting.attempts, waiting.last_error],
        "sent": len(getattr(mail, "outbox", [])),
        "live": {
            str(p.pk): p.live for p in Page.objects.filter(expire_at__isnull=False)
        },
        "offers": _shown(),
    }


def main() -> None:
    """`python -m tests.retirement.visits <function> <facts>`."""
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    name, facts = sys.argv[1:]
    sys.stdout.write("\n" + json.dumps(globals()[name](json.loads(facts))) + "\n")


if __name__ == "__main__":
    main()
