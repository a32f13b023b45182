"""The plugin authors' guide cannot rot: it is followed, and it leaves nothing out."""

import inspect
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

import cms.admin
import cms.models
import cms.privacy
from cms.plugins import Plugin, installed_plugins
from tests.architecture.sources import ROOT
from tests.contract.guide import GUIDE, Author, blocks

pytestmark = [pytest.mark.long, pytest.mark.needs_plugin("fostering")]
EXAMPLE = ROOT / "tests" / "example_plugin"
# Written by makemigrations, which dates it; and what the guide is instead of.
NOT_SHOWN = re.compile(r"/migrations/0.*\.py$|^README\.md$")
MADE = re.compile(r"\.mo$|\.egg-info/|^build/|^dist/|^var/|__pycache__|\.pytest_cache")
# Stands at the hub alone, and so in the hub's own plugin; the example is a service's.
AT_THE_HUB = {"NationalArticlePage"}
HEADING = re.compile(r"^#### (.+)\n\n([^#`][^#]+?)(?=^#|\Z)", re.MULTILINE)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The package as somebody has it who followed the guide."""
    return Author(tmp_path_factory.mktemp("author")).follow()


def declared_points() -> list[str]:
    """Everything a plugin can declare or define, read from the class."""
    own = [name for name in vars(Plugin) if name.startswith("on_")]
    return ["name", "label", "verbose_name", *Plugin.__annotations__, *own]


def abstract_bases() -> list[str]:
    """Everything in the host's rooms on which a service's plugin's models can stand."""
    return [
        name
        for room in (cms.models, cms.privacy)
        for name in room.__all__
        if hasattr(getattr(room, name), "_meta") and getattr(room, name)._meta.abstract
        if name not in AT_THE_HUB
    ]


def screens() -> list[str]:
    """Everything in the host's admin on which a plugin's screens can stand."""
    return [name for name in cms.admin.__all__ if name.endswith("ViewSet")]


def paragraphs() -> dict[str, str]:
    """What the guide says of each extension point."""
    found = {}
    for heading, said in HEADING.findall(GUIDE.read_text("utf-8")):
        found |= dict.fromkeys(re.findall(r"`(\w+)`", heading), said)
    return found


def example_plugins() -> list[Plugin]:
    return [p for p in installed_plugins().values() if p.name.startswith("acme_")]


def example_bases() -> set[str]:
    """On what the example's models stand, near or far."""
    return {
        base.__name__
        for plugin in example_plugins()
        for model in plugin.get_models()
        for base in inspect.getmro(model)
    }


def example_code() -> str:
    return "\n".join(path.read_text("utf-8") for path in EXAMPLE.rglob("acme_*/*.py"))


@pytest.mark.slow
def test_whoever_follows_the_guide_has_the_example_word_for_word(built):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=EXAMPLE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    example = {
        name: (EXAMPLE / name).read_text("utf-8")
        for name in listed
        if not NOT_SHOWN.search(name)
    }
    followed = {
        path.relative_to(built).as_posix(): path
        for path in built.rglob("*")
        if path.is_file()
    }

    assert example == {
        name: path.read_text("utf-8")
        for name, path in followed.items()
        if not MADE.search(name) and not NOT_SHOWN.search(name)
    }
    assert "acme_fostering/migrations/0001_initial.py" in followed


@pytest.mark.slow
def test_the_wheel_that_the_guide_builds_lacks_nothing(built):
    (wheel,) = (built / "dist").glob("*.whl")
    packed = {
        name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name
    }

    assert packed == {
        path.relative_to(built).as_posix()
        for path in built.glob("acme_*/**/*")
        if path.is_file()
        and not re.search(
            r"__pycache__|\.egg-info/", path.relative_to(built).as_posix()
        )
    }
    assert "acme_fortnight/locale/cy/LC_MESSAGES/django.mo" in packed


def test_every_extension_point_has_its_paragraph_and_an_example():
    told = paragraphs()
    missing = [
        point
        for point in [*declared_points(), *abstract_bases(), *screens()]
        if len(told.get(point, "").split()) < 12 or "```" not in told[point]
    ]

    assert missing == []


def test_every_paragraph_is_about_something_that_the_example_uses():
    code, bases = example_code(), example_bases()
    unused = {name for name in paragraphs() if not re.search(rf"\b{name}\b", code)}

    assert unused - bases == set()


def test_every_extension_point_is_used_by_the_example():
    used = {
        name
        for plugin in example_plugins()
        for name, value in vars(type(plugin)).items()
        if value
    }

    assert set(declared_points()) - used == set()
    assert set(abstract_bases()) - example_bases() == set()
    assert set(screens()) - set(re.findall(r"\((\w+)\)", example_code())) == set()


def test_every_line_of_an_example_stands_in_the_package():
    code = {line.strip() for line in example_code().splitlines()}
    shown = [
        line.strip()
        for block in blocks()
        if block.kind == "python" and not block.path
        for line in block.text.splitlines()
    ]

    assert len(shown) > 30
    assert [line for line in shown if line not in code] == []
