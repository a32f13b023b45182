"""A step of preparing a clone is run when what it reads has changed, else skipped."""

import subprocess

import pytest

from tools import steps
from tools.steps import Step


@pytest.fixture
def step(tmp_path, monkeypatch):
    """A step that reads one file, makes another and notes when it runs."""
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "words.txt").write_text("one")
    ran = []

    def action() -> None:
        ran.append(True)
        (tmp_path / "made").write_text("made")

    made = Step("words", "Copying words", action, ["source"], "stamps", makes="made")
    return made, ran, tmp_path


def test_an_unchanged_step_is_skipped(step):
    words, ran, _root = step

    words.run_if_needed()
    words.run_if_needed()

    assert ran == [True]


def test_a_changed_source_a_new_file_and_a_lost_result_each_run_it_again(step):
    words, ran, root = step
    words.run_if_needed()

    (root / "source" / "words.txt").write_text("two")
    words.run_if_needed()
    (root / "source" / "more.txt").write_text("three")
    words.run_if_needed()
    (root / "made").unlink()
    words.run_if_needed()

    assert len(ran) == 4


def test_what_python_and_the_catalogues_leave_behind_is_no_change(step):
    words, ran, root = step
    words.run_if_needed()

    (root / "source" / "words.pyc").write_bytes(b"")
    (root / "source" / "django.mo").write_bytes(b"")
    words.run_if_needed()

    assert ran == [True]


def test_a_failure_is_one_sentence_and_leaves_no_stamp(step):
    _words, _ran, root = step

    def fail() -> None:
        raise subprocess.CalledProcessError(7, ["false"])

    failing = Step("words", "Copying words", fail, ["source"], "stamps")
    with pytest.raises(SystemExit) as end:
        failing.run_if_needed()

    assert str(end.value) == "Copying words failed (exit status 7)."
    assert not (root / "stamps").exists()
