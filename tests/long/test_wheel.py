"""The project as a wheel: nothing that a page needs is left behind."""

import os
import subprocess
import sysconfig
import venv
import zipfile

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.long
VISIT = """
import django; django.setup()
import cms
from django.test import Client
from cms.plugins import installed_plugins
from tests_wheel_factories import make
site = make()
answer = Client(SERVER_NAME=site.hostname).get("/cy/")
page = answer.content.decode()
print(answer.status_code, cms.__file__, sorted(installed_plugins()))
print(page)
"""
MAKE = """
from sites.provisioning import NewService, provision_service

def make():
    return provision_service(NewService(
        hostname="gwynedd.localhost", name_en="Gwynedd", name_cy="Gwynedd",
        reference_prefix="GWY", default_language="cy",
    ))
"""


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Run Python where only the wheel and the locked packages are installed."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "env", with_pip=False, symlinks=True)
    packages = next((home / "env" / "lib").glob("python*")) / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # The locked packages of this environment; a path in a .pth file does not run the
    # .pth files it holds, so the editable project stays out of sight.
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib"))
    (home / "tests_wheel_factories.py").write_text(MAKE)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "cms.settings.demo",
        "VAR_DIR": str(home / "var"),
        "PYTHONPATH": str(home),
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [home / "env" / "bin" / "python", *arguments],
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("-m", "django", "migrate", "--verbosity", "0")
    run("-m", "django", "collectstatic", "--noinput", "--verbosity", "0")
    run.packages = packages
    return run


def test_it_holds_no_tests_and_no_tools(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "cms",
        "forms",
        "pages",
        "sites",
    }


def test_it_holds_every_template_catalogue_and_table(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for floor in ("cms", "sites", "pages", "forms")
        for path in (ROOT / floor).rglob("*")
        if path.is_file()
        and path.suffix not in {".pyc", ".md"}
        and "__pycache__" not in path.parts
    }
    wanted |= {
        f"cms/catalogues/{path.relative_to(ROOT / 'locale').as_posix()}"
        for path in (ROOT / "locale").rglob("*.mo")
    }

    assert wanted - packed == set()


def test_it_checks_and_serves_a_welsh_page(installed):
    checked = installed("-m", "django", "check", "--fail-level", "WARNING")
    said, page = installed("-c", VISIT).split("\n", 1)

    assert "no issues" in checked
    assert said.startswith(f"200 {installed.packages / 'cms' / '__init__.py'} ")
    assert "fostering" not in said
    assert '<html lang="cy"' in page
    assert "Ymwelydd" in page or "Gwynedd" in page
    assert ".css" in page
