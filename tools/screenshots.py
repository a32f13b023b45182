"""Save a picture of every page and every step of the demo, as visitors see them.

In screenshots/<site>/<language>/, each at three widths. Also says which are too wide.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ABSENT, ARGUMENTS, chromium
from tools.steps import PYTHON, ROOT
from tools.walking import FORM, pages_below, steps_from

PORT = int(os.environ.get("PORT", "8017"))
WIDTHS = (320, 768, 1280)
LANGUAGES = ("en", "cy")
FOLDER = ROOT / "screenshots"
SITES = ("localhost", "hub.localhost", "gwynedd.localhost", "devon.localhost")
# Those who sign in, one of each kind, with the host where they work.
STAFF = (
    ("gethin", "gwynedd.localhost"),
    ("lowri", "gwynedd.localhost"),
    ("mair", "gwynedd.localhost"),
    ("nadia", "hub.localhost"),
)


def main() -> None:
    path = chromium()
    if path is None:
        sys.exit(ABSENT.replace("Browser tests did not run", "No picture was taken"))
    shutil.rmtree(FOLDER, ignore_errors=True)
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for site in SITES:
            for language in LANGUAGES:
                picture_site(browser, site, language)
        for key, site in STAFF:
            picture_admin(browser, key, site)
        browser.close()
    print(f"{len(list(FOLDER.rglob('*.png')))} pictures in {FOLDER.name}/")


@contextmanager
def served() -> Iterator[None]:
    """The demo, served until we are done."""
    command = [str(PYTHON), "manage.py", "serve", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(server)
            yield
        finally:
            server.terminate()


def picture_site(browser: Browser, site: str, language: str) -> None:
    """Every page that links lead to, and every step of the forms among them."""
    folder = FOLDER / site / language
    start = f"http://{site}:{PORT}/{language}/"
    page = browser.new_page()
    forms = []
    for address in pages_below(page, start):
        name = _name(address.removeprefix(start))
        picture(page, folder, name)
        if page.locator(FORM).count():
            forms.append((address, name))
    page.close()
    for address, name in forms:
        picture_journey(browser, address, folder, name)


def picture_journey(browser: Browser, address: str, folder: Path, name: str) -> None:
    """A form and all that follows when it is filled in, in a browser of its own."""
    page = browser.new_page()
    page.goto(address)
    for step in steps_from(page):
        picture(page, folder, f"{name}-{step}")
    print(f"  {folder.name} {name}: ends at {page.url}", flush=True)
    page.close()


def picture_admin(browser: Browser, key: str, site: str) -> None:
    """What a member of staff finds behind each entry of their menu."""
    root = f"http://{site}:{PORT}"
    page = browser.new_page(viewport={"width": WIDTHS[-1], "height": 900})
    page.goto(f"{root}/en/demo/sign-in/{key}/")
    folder = FOLDER / site / f"admin-{key}"
    found = page.eval_on_selector_all(
        "a[href^='/admin/']", "all => all.map(a => a.pathname)"
    )
    for path in ["/admin/", *sorted({p for p in found if "logout" not in p})]:
        page.goto(root + path)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{_name(path)}.png", full_page=True)
    page.close()


def picture(page: Page, folder: Path, name: str) -> None:
    """One page at every width; says where it has to be scrolled sideways."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            print(f"  {page.url} is {wide} px too wide at {width}", flush=True)


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
