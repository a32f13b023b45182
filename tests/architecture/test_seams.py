"""What must happen in one place happens nowhere else."""

import re

from tests.architecture.sources import method_calls, modules


def test_only_visibility_asks_which_pages_are_live():
    asking = {
        path
        for path, text in modules()
        for called, _call in method_calls(text)
        if called.endswith((".live", ".not_live"))
    }

    assert asking == {"cms/visibility.py"}


def test_only_memberships_write_the_groups_of_people():
    writes = re.compile(r"\.(groups|user_set)\.(add|remove|set|clear|create)$")
    writing = {
        path
        for path, text in modules()
        for called, _call in method_calls(text)
        if writes.search(called)
    }

    # Who may read a private page is no membership of anybody.
    assert writing == {"sites/memberships.py", "cms/language/restrictions.py"}


def test_only_activation_touches_the_rows_that_switch_plugins():
    touching = {
        path
        for path, text in modules()
        for called, _call in method_calls(text)
        if called.startswith("Activation.objects.")
    }

    assert touching == {"cms/activation.py"}


def test_no_module_leaves_its_transactions_to_the_request():
    assert [path for path, text in modules() if "ATOMIC_REQUESTS" in text] == []


def test_only_the_offers_room_writes_offers():
    writes = re.compile(r"^Offer\.objects\.(create|bulk_|get_or_|update)")
    writing = {
        path
        for path, text in modules()
        for called, _call in method_calls(text)
        if writes.search(called)
    }

    assert {path for path in writing if not path.startswith("cms/offers/")} == set()
    assert "Offer(site=" in dict(modules())["cms/offers/rows.py"]


def test_words_are_marked_by_names_that_the_catalogue_tools_know():
    renamed = re.compile(r"gettext\w* as (?!_\b)(\w+)")
    unseen = {
        path
        for path, text in modules()
        for name in renamed.findall(text)
        if re.search(rf"\b{name}\(\s*[\"']", text)
    }

    assert unseen == set()
