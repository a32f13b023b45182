"""A third party's wheel beside ours in a fresh environment, as councils install it."""

import http.client
import os
import shutil
import socket
import subprocess
import time
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cms.language import catalogue
from tests.architecture.sources import ROOT
from tests.contract.guide import Author

pytestmark = pytest.mark.long
INHERITED = {"PYTHONPATH", "TEST_DATABASE_URL", "VAR_DIR", "DJANGO_SETTINGS_MODULE"}
HOST = "gwynedd.localhost"
ASK = "/cy/services/fostering/"
PROVISION = f"""
import django; django.setup()
from sites.provisioning import NewService, provision_service
provision_service(NewService(
    hostname="{HOST}", port={{port}}, name_en="Gwynedd", name_cy="Gwynedd",
    reference_prefix="GWY", default_language="cy",
))
"""
SWITCH = f"""
import django; django.setup()
from wagtail.models import Site
from cms.activation import disable, enable
{{verb}}(site=Site.objects.get(hostname="{HOST}"), label="fostering")
"""

Run = Callable[..., str]


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """The example's folder as its author has it, its wheel in dist/."""
    author = Author(tmp_path_factory.mktemp("author"))
    return author.follow()


@pytest.fixture(scope="module")
def council(wheel, package, tmp_path_factory) -> Run:
    """Run Python where the hashed lock, our wheel and the other one are installed."""
    home = tmp_path_factory.mktemp("council")
    venv.create(home / "env", with_pip=True)
    shutil.copytree(package / "tests", home / "tests")
    shutil.copyfile(package / "pyproject.toml", home / "pyproject.toml")
    clean = {k: v for k, v in os.environ.items() if k not in INHERITED}
    environment = {
        **clean,
        "DJANGO_SETTINGS_MODULE": "cms.settings.demo",
        "VAR_DIR": str(home / "var"),
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
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        return done.stdout

    run.start = lambda *arguments: subprocess.Popen(
        [home / "env" / "bin" / "python", *arguments], cwd=home, env=environment
    )
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt"))
    run(*install, f"{wheel}[testing]")
    run(*install, str(next((package / "dist").glob("*.whl"))))
    return run


@pytest.fixture(scope="module")
def server(council) -> Iterator[Callable[[str], tuple[int, str]]]:
    """A running server with a service of its own; ask it for a path."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free_port = probe.getsockname()[1]
    council("-m", "django", "migrate", "--verbosity", "0")
    council("-m", "django", "collectstatic", "--noinput", "--verbosity", "0")
    council("-c", PROVISION.format(port=free_port))
    running = council.start(
        *("-m", "gunicorn", "cms.wsgi:application"),
        *("--bind", f"127.0.0.1:{free_port}", "--log-level", "error"),
    )

    def get(path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", free_port, timeout=30)
        connection.request("GET", path, headers={"Host": f"{HOST}:{free_port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    try:
        _wait_for(get)
        yield get
    finally:
        running.terminate()
        running.wait(30)


def _wait_for(get: Callable[[str], object]) -> None:
    for _second in range(60):
        try:
            get("/cy/")
        except OSError:
            time.sleep(1)
        else:
            return
    pytest.fail("The server did not start.")


def test_nothing_stands_in_the_environment_but_what_was_installed(council):
    said = council(
        "-c", "import cms, acme_fostering as a; print(cms.__file__, a.__file__)"
    )

    assert str(ROOT) not in said
    assert said.count("site-packages") == 2
    assert "no issues" in council("-m", "django", "check")


def test_its_contract_holds_there(council):
    said = council("-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "tests")

    last = said.strip().splitlines()[-1]
    assert " passed" in last
    assert "gettext is not installed" not in said or not catalogue.can_extract()


def test_a_running_server_shows_it_in_welsh_once_it_is_switched_on(council, server):
    before = server(ASK)[0]
    council("-c", SWITCH.format(verb="enable"))
    status, page = server(ASK)
    home = server("/cy/")[1]
    council("-c", SWITCH.format(verb="disable"))
    after = server(ASK)[0]

    assert (before, status, after) == (404, 200, 404)
    assert '<html lang="cy"' in page
    assert "Holi am faethu" in page
    assert "Beth yw eich enw?" in page
    assert f'href="{ASK}"' in home
