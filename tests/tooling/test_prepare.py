"""A machine that cannot carry the project is told so in one sentence."""

import sys

import pytest

from tools import prepare


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 14, 0), (2, 7, 18)])
def test_another_python_is_named(version, monkeypatch):
    monkeypatch.setattr(sys, "version_info", version)

    with pytest.raises(SystemExit) as end:
        prepare.name_what_is_missing()

    assert str(end.value) == (
        f"Python 3.11, 3.12 or 3.13 is needed, and this is {version[0]}.{version[1]}."
    )


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_how_to_get_it(module, monkeypatch):
    monkeypatch.setattr(prepare, "find_spec", lambda name: name != module)

    with pytest.raises(SystemExit) as end:
        prepare.name_what_is_missing()

    assert "apt-get install python3-venv" in str(end.value)


def test_the_demo_is_made_only_where_it_is_run():
    run, test = (
        [step.name for step in prepare.steps_for(purpose)]
        for purpose in ("run", "test")
    )

    assert [name for name in run if name not in test] == [
        "packages-run",
        "static",
        "migrate",
        "demo",
    ]
