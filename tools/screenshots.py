"""Save a picture of every page and every step of the demo, as visitors see them.

In screenshots/<site>/<language>/, each at three widths; what staff see stands beside.
Says which pages are too wide, and fails where a form could not be walked to its end.
The demo is copied first: nothing that is sent here reaches its inboxes.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ABSENT, ARGUMENTS, chromium
from tools.steps import PYTHON, ROOT
from tools.walking import (
    Stuck,
    first_step_of,
    leaving,
    pages_below,
    steps_from,
    walks_from,
)

PORT = int(os.environ.get("PORT", "8017"))
WIDTHS = (320, 768, 1280)
LANGUAGES = ("en", "cy")
FOLDER = ROOT / "screenshots"
DOOR = "localhost"
SITES = (DOOR, "gwynedd.localhost", "devon.localhost", "hub.localhost")
# Those who sign in, with the host where they work: each role, in either language.
STAFF = (
    ("mair", "gwynedd.localhost"),
    ("gethin", "gwynedd.localhost"),
    ("lowri", "gwynedd.localhost"),
    ("helen", "devon.localhost"),
    ("sam", "devon.localhost"),
    ("ruth", "devon.localhost"),
    ("nadia", "hub.localhost"),
    ("owen", "hub.localhost"),
)
# What is opened from a screen of the staff: a row of a list, a letter, a new page.
OPENED = ("main td.title a", ".iv-letters a", ".iv-new a", "main a[href*=add_subpage]")

# What a page shows: two steps that show the same are one picture.
LOOK = """() => JSON.stringify([
  location.href, document.title, document.querySelector("main")?.innerText,
])"""
# How high the admin is, which scrolls inside a frame of its own.
FRAME = """() => Math.max(
  900, ...[...document.querySelectorAll(".content-wrapper")].map(e => e.scrollHeight)
)"""


@dataclass
class Camera:
    """Takes pictures into one folder, each look of a page once."""

    folder: Path
    seen: set[str] = field(default_factory=set)

    def take(self, page: Page, name: str) -> None:
        """One page at every width; says where it has to be scrolled sideways."""
        look = page.evaluate(LOOK)
        if look in self.seen:
            return
        self.seen.add(look)
        self.folder.mkdir(parents=True, exist_ok=True)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if (height := page.evaluate(FRAME)) > 900:
                page.set_viewport_size({"width": width, "height": min(height, 5000)})
            path = self.folder / f"{name}-{width}.png"
            page.screenshot(path=path, full_page=True, animations="disabled")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                print(f"  {page.url} is {wide} px too wide at {width}", flush=True)


def main() -> None:
    path = chromium()
    if path is None:
        sys.exit(ABSENT.replace("Browser tests did not run", "No picture was taken"))
    shutil.rmtree(FOLDER, ignore_errors=True)
    stuck: list[str] = []
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for site in SITES:
            for language in LANGUAGES:
                stuck += picture_site(browser, site, language)
        for key, site in STAFF:
            picture_staff(browser, key, site)
        for language in LANGUAGES:
            picture_mailbox(browser, language)
        browser.close()
    print(f"{len(list(FOLDER.rglob('*.png')))} pictures in {FOLDER.name}/")
    if stuck:
        sys.exit("\n".join(stuck))


@contextmanager
def served() -> Iterator[None]:
    """A copy of the demo, served until we are done."""
    with tempfile.TemporaryDirectory() as copy:
        copy_demo(ROOT / "var", Path(copy))
        command = [str(PYTHON), "manage.py", "serve", "--port", str(PORT)]
        environment = {**os.environ, "VAR_DIR": copy}
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment
        ) as server:
            try:
                _wait_for(server)
                yield
            finally:
                server.terminate()


def copy_demo(demo: Path, copy: Path) -> None:
    """The demo's database, keys and files; not its cache, which counts who sends."""
    for path in demo.iterdir():
        if path.is_dir() and path.name not in {"cache", "log"}:
            shutil.copytree(path, copy / path.name)
        elif path.is_file() and not path.name.startswith("db.sqlite3"):
            shutil.copy2(path, copy)
    with sqlite3.connect(demo / "db.sqlite3") as source:
        target = sqlite3.connect(copy / "db.sqlite3")
        source.backup(target)
        target.close()


def picture_site(browser: Browser, site: str, language: str) -> list[str]:
    """Every page that links lead to, and every step of the forms among them.

    Returns a sentence for each walk through a form that did not arrive.
    """
    started = time.monotonic()
    camera = Camera(FOLDER / site / language)
    start = f"http://{site}:{PORT}/{language}/"
    page = browser.new_page()
    forms = []
    for address in pages_below(page, start):
        name = _name(address.removeprefix(start))
        camera.take(page, name)
        if begin := first_step_of(page):
            forms.append((begin, name))
    page.close()
    stuck = []
    for begin, name in forms:
        stuck += picture_form(browser, begin, camera, name)
    print(f"  {site} {language}: {time.monotonic() - started:.0f} s", flush=True)
    return stuck


def picture_form(browser: Browser, begin: str, camera: Camera, name: str) -> list[str]:
    """Each walk through a form, in a browser of its own, and leaving it half done."""
    page = _opened(browser, begin)
    walks = walks_from(page)
    page.context.close()
    stuck = []
    for walk in walks:
        page = _opened(browser, begin)
        try:
            for step in steps_from(page, walk):
                camera.take(page, f"{name}-{walk.name}-{step}")
        except Stuck as reason:
            camera.take(page, f"{name}-{walk.name}-stuck")
            stuck.append(str(reason))
        page.context.close()
    page = _opened(browser, begin)
    for step in leaving(page):
        camera.take(page, f"{name}-{step}")
    page.context.close()
    return stuck


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(address)
    return page


def picture_staff(browser: Browser, key: str, site: str) -> None:
    """What is behind each entry of somebody's menu, and what opens from there."""
    started = time.monotonic()
    camera = Camera(FOLDER / site / f"admin-{key}")
    page = browser.new_context().new_page()
    waiting = list(_where_to_begin(page, key, site))
    seen = set()
    menu = True
    while waiting:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        page.goto(address)
        camera.take(page, _name(address.partition("/admin/")[2]))
        waiting += _opened_from(page)
        if menu:
            waiting += _menu_of(page)
            menu = False
    page.context.close()
    print(f"  {site} {key}: {time.monotonic() - started:.0f} s", flush=True)


def _where_to_begin(page: Page, key: str, site: str) -> Iterator[str]:
    """The dashboard, and where the demo's front door leads this person."""
    page.goto(f"http://{DOOR}:{PORT}/en/")
    links = page.eval_on_selector_all(
        f"a[href*='/sign-in/{key}/']", "all => all.map(a => a.href)"
    )
    page.goto(f"http://{site}:{PORT}/en/demo/sign-in/{key}/")
    yield f"http://{site}:{PORT}/admin/"
    for link in links:
        page.goto(link)
        yield page.url


def _menu_of(page: Page) -> list[str]:
    links = page.eval_on_selector_all(
        "#wagtail-sidebar a[href*='/admin/']", "all => all.map(a => a.href)"
    )
    return [link for link in links if "logout" not in link]


def _opened_from(page: Page) -> list[str]:
    """The first of each kind of link that opens what is listed here."""
    links = []
    for selector in OPENED:
        found = page.locator(selector)
        if found.count():
            links.append(str(found.first.evaluate("a => a.href")))
    return [link for link in links if "/admin/" in link]


def picture_mailbox(browser: Browser, language: str) -> None:
    """The mailbox, and one mail of each kind that lies in it."""
    camera = Camera(FOLDER / DOOR / language)
    page = browser.new_page()
    page.goto(f"http://{DOOR}:{PORT}/{language}/demo/mailbox/")
    camera.take(page, "mailbox-full")
    mails = page.eval_on_selector_all(
        "a[href*='/mailbox/']", "all => all.map(a => [a.innerText, a.href])"
    )
    kinds = {re.sub(r"\S*\d\S*", "", subject): link for subject, link in mails}
    for number, link in enumerate(kinds.values(), 1):
        page.goto(link)
        camera.take(page, f"mail-{number:02}")
    page.close()


def _name(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "home"


def _wait_for(server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            sys.exit("The demo could not be served.")
        try:
            urlopen(f"http://127.0.0.1:{PORT}/", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The demo did not answer.")


if __name__ == "__main__":
    main()
