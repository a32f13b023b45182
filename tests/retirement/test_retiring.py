"""A plugin is retired whole, before its package is uninstalled or after."""

import hashlib
import json

import pytest
from acme_fostering.models import FosteringStory
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import ModelLogEntry, Page

from cms.activation import active_everywhere
from cms.retirement.tables import count_rows
from tests.retirement.gone import manage, run, visit
from tests.retirement.world import LABEL, SECRET, make_world

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WHY = "Filed in the case system by the manager on 3 May."
RETIRE = ("retire_plugin", LABEL, "--switch-off", "--destroy-records", WHY)
LOGS = "wagtailcore_modellogentry"


@pytest.fixture
def world(transactional_db):
    made = make_world()
    made.below.delete()
    return made


def counts():
    """Rows of every table; the tables behind SQLite's full-text search left out."""
    names = connection.introspection.table_names()
    return {name: count_rows(name) for name in names if "_fts" not in name}


def said_by(answer):
    """The counts that a dry run printed."""
    lines = [line.split() for line in answer.stdout.splitlines()]
    return {words[1]: int(words[0]) for words in lines if words and words[0].isdigit()}


def lost_between(before, after):
    lost = {name: before[name] - after.get(name, 0) for name in before}
    # Two more lines of the log: that it was switched off, and that it was retired.
    lost[LOGS] += 2
    return {name: count for name, count in lost.items() if count}


def traces():
    """Whatever still bears the plugin's label."""
    return {
        "tables": [name for name in counts() if name.startswith(f"{LABEL}_")],
        "types": list(ContentType.objects.filter(app_label=LABEL)),
        "migrations": MigrationRecorder.Migration.objects.filter(app=LABEL).count(),
        "pages": Page.objects.filter(title__startswith="Zzyzx").count(),
        "sites": sorted(pk for pk, on in active_everywhere().items() if LABEL in on),
        "tree": [problem for problem in Page.find_problems() if problem],
    }


NOTHING = {
    "tables": [],
    "types": [],
    "migrations": 0,
    "pages": 0,
    "sites": [],
    "tree": [],
}


@pytest.mark.parametrize(
    "gone",
    [
        pytest.param(True, id="uninstalled"),
        pytest.param(False, id="installed", marks=pytest.mark.long),
    ],
)
def test_exactly_what_the_dry_run_said_goes_and_is_exported(world, tmp_path, gone):
    before = counts()

    dry = manage("retire_plugin", LABEL, "--switch-off", "--dry-run", gone=gone)
    untouched = counts()
    done = manage(*RETIRE, "--to", str(tmp_path), gone=gone)

    assert (untouched, dry.returncode, done.returncode) == (before, 0, 0), done.stderr
    said = {name: count for name, count in said_by(dry).items() if count}
    assert lost_between(before, counts()) == said
    assert traces() == NOTHING
    assert {"fostering_enquiry", "casework_case", "cms_offer", "journeys_draft"} <= {
        *said
    }
    # As it is switched off the plugin mails the service what waits: a row more.
    said["cms_outboundemail"] += 0 if gone else 1
    assert_exported(tmp_path, said)


def assert_exported(folder, said):
    (made,) = folder.iterdir()
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    rows = {name: facts["rows"] for name, facts in manifest["tables"].items()}
    assert {n: c for n, c in rows.items() if c} == {
        n: c for n, c in said.items() if n != "django_migrations"
    }
    assert (manifest["plugin"], manifest["because"]) == (LABEL, WHY)
    for name, facts in manifest["tables"].items():
        file = made / f"{name}.jsonl"
        text = file.read_bytes()
        assert hashlib.sha256(text).hexdigest() == facts["sha256"]
        assert len(text.splitlines()) == facts["rows"]
        assert all(json.loads(line) for line in text.splitlines())
        assert SECRET not in text.decode()
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.long
def test_killed_anywhere_it_finishes_when_it_is_run_again(world, tmp_path):
    deaths = ["_remove_holdings", "_delete_pages", "_remove_types", "_remove_traces"]

    codes = [run("-c", KILLED.format(step=step)).returncode for step in deaths]
    last = manage(*RETIRE, "--to", str(tmp_path))

    assert (codes, last.returncode) == ([9, 9, 9, 9], 0), last.stderr
    assert traces() == NOTHING


KILLED = f"""
import os, django; django.setup()
from django.core.management import call_command
from cms.retirement import removal
removal.CHUNK = 1
whole, calls = removal.{{step}}, []
def dying(*args):
    calls.append(args)
    if len(calls) > 1 or "{{step}}" != "_delete_pages":
        os._exit(9)
    return whole(*args)
removal.{{step}} = dying
call_command(*{RETIRE!r})
"""


@pytest.mark.long
def test_retired_it_can_be_installed_anew_and_the_site_goes_on(world, tmp_path):
    manage(*RETIRE, "--to", str(tmp_path))

    checked = manage("check", "--database", "default")
    told = visit("public", world.facts)
    again = manage("retire_plugin", LABEL, "--dry-run")
    anew = manage("migrate", "--verbosity", "0", gone=False)

    assert f"“{LABEL}” is no longer installed" not in checked.stderr
    assert told["status"]["linking page"] == 200
    assert told["offers"] == []
    assert again.returncode == 0
    assert anew.returncode == 0, anew.stderr
    assert FosteringStory.objects.count() == 0
    retired = ModelLogEntry.objects.get(action="cms.plugin_retired")
    assert (retired.label, retired.data["because"]) == (LABEL, WHY)
    assert apps.get_model("casework", "Case").objects.count() == 0
