"""With its package gone, a plugin's pages harm nobody, and come back as they were."""

import pytest

from tests.retirement.gone import manage, visit
from tests.retirement.world import make_world

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ORIGIN = "from a missing plugin: fostering"


@pytest.fixture
def world(transactional_db):
    return make_world()


@pytest.mark.long
def test_the_public_finds_nothing_of_it_and_everything_again_afterwards(world):
    before = visit("public", world.facts, gone=False)
    gone = visit("public", world.facts)
    after = visit("public", world.facts, gone=False)

    missing = ("en", "cy", "alias", "plugin's address", "redirect")
    assert {name: gone["status"][name] for name in missing} == dict.fromkeys(
        missing, 404
    )
    there = [status for name, status in gone["status"].items() if name not in missing]
    assert set(there) == {200}
    assert (gone["leads there"], gone["offers"]) == ([], ["accepted False"])
    assert {"home", "linking page", "sitemap"} <= set(before["leads there"])
    assert before["offers"] == ["accepted True"]
    assert after == before


@pytest.mark.long
def test_no_admin_address_fails_for_want_of_the_package(world):
    told = visit("crawl", world.facts)

    assert told["failed"] == []
    assert told["seen"] > 1000
    assert told["conflicts"] > 20


def test_staff_are_told_where_it_comes_from_and_what_to_do(world):
    told = visit("staff", world.facts)

    statuses = {name: status for name, (status, _text) in told.items()}
    assert statuses == {
        "explorer": 200,
        "search": 200,
        "its children": 200,
        "child": 200,
        "edit": 200,
        "delete": 409,
        "delete above": 302,
        "copy all": 409,
        "add": 404,
        "dashboard": 200,
    }
    for screen in ("explorer", "copy all"):
        assert ORIGIN in told[screen][1], screen
    for screen in ("edit", "delete"):
        assert "whose package is no longer installed" in told[screen][1]
        assert "Ask the network administrator" in told[screen][1]
    assert "Below" in told["its children"][1]
    assert "Missing plugins" in told["dashboard"][1]
    assert "Cases: 1" in told["dashboard"][1]
    world.en.refresh_from_db()
    assert world.en.live


def test_jobs_go_on_and_the_mail_waits_without_spending_an_attempt(world):
    told = visit("jobs", world.facts)

    # The tests' own queue keeps no results to prune.
    assert {*map(tuple, told["errors"])} <= {("cms.schedule.jobs.prune_task_results",)}
    assert told["mail"] == ["queued", 0, "PluginMissing"]
    assert told["offers"] == ["accepted False"]
    live = set(told["live"].values())
    assert told["live"][str(world.facts["late"])] is False
    assert live == {True, False}


def test_the_start_says_which_plugin_is_missing(world):
    told = manage("check", "--database", "default")
    installed = manage("check", "--database", "default", gone=False)

    assert "“fostering” is no longer installed" in told.stderr
    assert "manage.py retire_plugin fostering" in told.stderr
    assert "cms.W041" not in installed.stderr


@pytest.mark.long
def test_keys_are_not_dropped_while_sealed_rows_of_it_are_left(world):
    told = manage("rotate_data_keys")

    assert "fostering_enquiry" in told.stderr
    assert "Keep the old keys" in told.stderr
    assert "fostering_enquiry" not in manage("rotate_data_keys", gone=False).stderr
