"""What may not be retired is refused, with the reason, and nothing is changed."""

import pytest
from acme_fostering.models import Enquiry, FosteringStory
from acme_fostering.services import receive_enquiry
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection

from cms.activation import disable, enable, is_on
from cms.plugins import plugin_of
from cms.retirement.checks import tables_bear_the_label
from cms.retirement.tables import tables_of
from forms.casework.models import Case
from forms.casework.services import open_case
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, publish

pytestmark = pytest.mark.django_db
LABEL = "fostering"


@pytest.fixture
def used(two_authorities):
    """Gwynedd has used the plugin and switched it off."""
    gwynedd, _devon = two_authorities
    enable(site=gwynedd, label=LABEL)
    page = FosteringStory(title="Three years", slug="three", summary="Three.")
    publish(page, home_of(gwynedd, "en"))
    disable(site=gwynedd, label=LABEL)
    return gwynedd, page


def refusal(*words):
    with pytest.raises(CommandError) as refused:
        call_command("retire_plugin", *words)
    return str(refused.value)


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("cms", "part of the host"),
        ("casework", "part of the host"),
        ("demo", "part of the host"),
        ("nobody", "none was ever switched on"),
        ("standard_pages", "required by fostering"),
    ],
)
def test_what_is_no_plugin_or_is_needed_is_refused(used, label, reason):
    assert reason in refusal(label)


def test_a_plugin_that_is_on_is_refused_and_stays_on(used, tmp_path):
    gwynedd, _page = used
    enable(site=gwynedd, label=LABEL)

    said = refusal(LABEL, "--to", str(tmp_path))

    assert "still on at 1 sites (gwynedd.localhost)" in said
    assert is_on(gwynedd, LABEL)
    assert (FosteringStory.objects.count(), list(tmp_path.iterdir())) == (1, [])


def test_pages_of_others_below_are_named_and_kept(used, tmp_path):
    _gwynedd, page = used
    below = StandardPage(title="Our leaflet", slug="leaflet", locale=page.locale)
    page.add_child(instance=below)

    said = refusal(LABEL, "--to", str(tmp_path))

    assert "1 pages that are not the plugin's" in said
    assert f"{below.pk} “Our leaflet” (" in said
    assert StandardPage.objects.filter(pk=below.pk).exists()


def test_people_s_records_go_only_when_a_reason_is_given(used, tmp_path):
    gwynedd, _page = used
    receive_enquiry(site=gwynedd, name="Siân", email="sian@post.example")
    facts = {"site": gwynedd, "kind": LABEL, "language": "cy", "answers": []}
    open_case(**facts, display_name="M.")
    to = ("--to", str(tmp_path))

    said = refusal(LABEL, *to)
    blank = refusal(LABEL, *to, "--destroy-records", "  ")

    for refused in (said, blank):
        assert (
            "1 × cases. A case can be the only record of a child's request." in refused
        )
        assert "1 × rows of fostering_enquiry" in refused
    assert (Case.objects.count(), Enquiry.objects.count()) == (1, 1)
    assert list(tmp_path.iterdir()) == []


def test_tables_of_a_longer_label_are_another_plugin_s(used):
    ContentType.objects.create(app_label="fostering_extra", model="item")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE fostering_extra_item (id integer)")
        cursor.execute("CREATE TABLE fostering_leftover (id integer)")

    mine = tables_of(LABEL)

    assert "fostering_leftover" in mine
    assert "fostering_enquiry" in mine
    assert [name for name in mine if "extra" in name] == []
    assert "fostering_extra_item" in tables_of("fostering_extra")


def test_a_table_that_does_not_bear_the_label_stops_the_start(monkeypatch):
    assert tables_bear_the_label(None) == []
    monkeypatch.setattr(Enquiry._meta, "db_table", "acme_enquiries")

    (error,) = tables_bear_the_label(None)

    assert (error.id, error.obj) == ("cms.E040", Enquiry)
    assert plugin_of(LABEL).label in error.hint
