"""A plugin that cannot load stops the start and says who it is and what to do."""

import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import acme_fostering
import pytest

from cms.plugins import checks, loading
from cms.plugins.checks import BrokenPlugins, require_sound_plugins
from cms.plugins.failing import PluginCannotLoad, named_when_it_fails
from cms.plugins.plugin import Plugin
from tests.architecture.sources import ROOT
from tests.host.breaking import messages, plugin_with

DECLARATION = """
from cms.plugins import Audience, Plugin
from django.utils.translation import gettext_lazy as _
class Broken(Plugin):
    name = "acme_broken"
    label = "broken"
    verbose_name = _("Broken")
    summary = _("It does not work.")
    host = ">=1,<2"
"""


def package(folder: Path, **files: str) -> Path:
    """An installed package `acme-broken` with a plugin; files by their dotted names."""
    about = folder / "acme_broken-1.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text(
        "Metadata-Version: 2.1\nName: acme-broken\nVersion: 1\n"
    )
    about.joinpath("entry_points.txt").write_text(
        "[iv_cms.plugins]\nbroken = acme_broken\n"
    )
    source = folder / "acme_broken"
    source.mkdir()
    for name, text in {"__init__": "", "apps": DECLARATION, **files}.items():
        source.joinpath(f"{name}.py").write_text(text)
    return folder


def started(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    """The product, started with that package on its path."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(folder),
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        },
        capture_output=True,
        text=True,
        check=False,
    )


WHO = "Plugin “broken” (entry point broken = acme_broken of the package acme-broken)"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"apps": "import nothing_of_the_kind"}, "importing it raised ModuleNotFound"),
        ({"__init__": "this is no Python"}, "importing it raised SyntaxError"),
        ({"models": "1 / 0"}, "its import_models() raised ZeroDivisionError"),
        ({"apps": f"{DECLARATION}    def ready(self): 1 / 0"}, "its ready() raised"),
        ({"wagtail_hooks": "1 / 0"}, "importing its wagtail_hooks raised"),
        (
            {"apps": DECLARATION.replace('"broken"', '"standard_pages"')},
            "has the label “standard_pages”, which belongs to",
        ),
        (
            {"apps": DECLARATION.replace('"broken"', '"wagtailcore"')},
            "has the label “wagtailcore”, which belongs to wagtail.",
        ),
    ],
)
def test_a_plugin_that_cannot_load_is_named(tmp_path, files, words):
    answer = started(package(tmp_path, **files), "manage.py", "check")

    assert answer.returncode != 0
    assert words in answer.stderr
    assert WHO in answer.stderr
    assert "uninstall" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("manage.py", "check"),
        ("-c", "import cms.wsgi"),
        ("manage.py", "run_due_jobs"),
    ],
)
def test_a_plugin_that_breaks_the_contract_stops_every_start(tmp_path, command):
    wrong = f'{DECLARATION}    urls = "urlz"\n    viewsets = ["admin.Nothing"]\n'

    answer = started(package(tmp_path, apps=wrong), *command)

    assert answer.returncode != 0
    assert "“urlz” in `urls`, which cannot be imported from acme_broken" in (
        answer.stderr
    )
    assert "“admin.Nothing” in `viewsets`" in answer.stderr
    assert "HINT: Write it dotted and relative" in answer.stderr


def entry_points(monkeypatch, *names):
    points = [
        EntryPoint(name=name, value=value, group="iv_cms.plugins")
        for name, value in names
    ]
    monkeypatch.setattr(loading, "plugin_entry_points", lambda: points)


def test_two_plugins_of_one_label_are_both_named(monkeypatch):
    entry_points(
        monkeypatch, ("fostering", "acme_fostering"), ("other", "acme_fostering")
    )

    with pytest.raises(PluginCannotLoad) as refused:
        loading.import_plugins()

    assert "cms.E021" in str(refused.value)
    assert "“other”" in str(refused.value)
    assert "belongs to Plugin “fostering”" in str(refused.value)


def test_a_package_that_is_not_there_is_named(monkeypatch):
    entry_points(monkeypatch, ("gone", "acme_gone"))

    with pytest.raises(PluginCannotLoad, match="gone = acme_gone"):
        loading.import_plugins()


def test_whatever_a_plugins_own_method_raises_names_the_plugin():
    class Angry(Plugin):
        name = "acme_fostering"
        label = "fostering"

        def ready(self):
            raise KeyError("lost")

    with pytest.raises(PluginCannotLoad) as refused:
        Angry("acme_fostering", acme_fostering).ready()

    assert "(cms.E022) Plugin “fostering” (entry point fostering" in str(refused.value)
    assert "its ready() raised KeyError: 'lost'" in str(refused.value)
    assert isinstance(refused.value.__cause__, KeyError)


def test_the_plugin_that_was_named_first_stays_named():
    class Calls:
        name, label = "acme_fostering", "fostering"

        @named_when_it_fails
        def call(self):
            raise PluginCannotLoad("Another one.")

    with pytest.raises(PluginCannotLoad, match=r"^Another one\.$"):
        Calls().call()


def test_a_declared_module_that_raises_anything_is_an_error(tmp_path, monkeypatch):
    tmp_path.joinpath("faulty.py").write_text("def broken(:\n")
    monkeypatch.setattr(
        acme_fostering, "__path__", [*acme_fostering.__path__, str(tmp_path)]
    )

    [message] = messages(demo="faulty.load")

    assert message.id == "cms.E003"
    assert "“faulty.load” in `demo`" in message.msg
    assert "SyntaxError" in message.msg


def test_a_server_starts_only_with_plugins_that_keep_the_contract(monkeypatch):
    require_sound_plugins()

    wrong = plugin_with(jobs=["jobs.nothing"])
    monkeypatch.setattr(checks, "installed_plugins", lambda: {"fostering": wrong})

    with pytest.raises(BrokenPlugins, match=r"cms\.E003.*jobs\.nothing"):
        require_sound_plugins()
