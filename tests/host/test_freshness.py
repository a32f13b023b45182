"""What pyproject.toml declares must be what is installed."""

from cms.plugins import freshness

DECLARED = """
[project]
name = "iv-services-cms"
[project.entry-points."iv_cms.plugins"]
kites = "forms.kites"
"""


def test_a_clone_that_is_installed_passes():
    assert freshness.check_installed_plugins(None) == []


def test_a_plugin_that_is_only_declared_stops_the_start(tmp_path, monkeypatch):
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text(DECLARED)
    monkeypatch.setattr(freshness, "PYPROJECT", pyproject)

    (error,) = freshness.check_installed_plugins(None)

    assert error.id == "cms.E010"
    assert "kites" in error.msg
    assert "make run" in error.hint


def test_a_wheel_has_no_second_opinion(tmp_path, monkeypatch):
    monkeypatch.setattr(freshness, "PYPROJECT", tmp_path / "pyproject.toml")

    assert freshness.check_installed_plugins(None) == []


def test_a_project_that_is_not_installed_declares_nothing(monkeypatch):
    monkeypatch.setattr(freshness, "PROJECT", "no-such-project")

    assert freshness.installed_from_project() == {}
