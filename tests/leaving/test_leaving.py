"""A service is written out whole, and removed whole or not at all."""

import csv
import io
import json
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from cms.models import SiteProfile
from cms.roles import Role
from cms.suspension import suspend
from forms.casework.models import Case
from forms.casework.services import write_note
from sites.hosts import add_name
from sites.leaving import Refused, belongings, remove_service, write_archive
from sites.leaving.archive import digests, read_manifest
from sites.leaving.removal import NotProven, finish
from sites.memberships import grant
from sites.models import Authority, RemovalCertificate, Service
from sites.people.models import User
from tests.casework.factories import make_case
from tests.factories import make_service, make_staff
from tests.host.files import collection_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOST = "gwynedd.localhost"
WHY = "Filed in Mosaic by J. Roberts on 3 May 2027."


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def world(started):
    """Gwynedd with pages, a case, files and two people; Devon with the same."""
    gwynedd = Site.objects.get(hostname="gwynedd.localhost")
    devon = make_service("devon")
    manager = make_staff(gwynedd, Role.MANAGER, email="mair@gwynedd.example")
    both = make_staff(gwynedd, Role.COORDINATOR, email="elin@charity.example")
    grant(user=both, site=devon, role=Role.COORDINATOR)
    hub = Site.objects.get(hostname="hub.localhost")
    grant(user=both, site=hub, role=Role.HUB_EDITOR)  # Hers is neither's account.
    for site in (gwynedd, devon):
        _fill(site, manager if site == gwynedd else both)
    return gwynedd, devon


def _fill(site, person):
    write_note(case=make_case(site), by=person, text="=Ffonio nos Fawrth")
    collection = collection_of(site)
    image = get_image_model()(title=f"Llyn {site.hostname}", collection=collection)
    image.file = ImageFile(get_test_image_file().file, name=f"{site.hostname}.png")
    image.save()
    image.get_rendition("width-40")
    document = get_document_model()(title="Taflen", collection=collection)
    document.file.save(f"{site.hostname}.txt", ContentFile(b"Croeso i bawb."))


def removed(site, tmp_path, folder=None, **options):
    if not SiteProfile.objects.get(site=site).suspended_at:
        suspend(site=site, reason="It leaves.")
    folder = folder or write_archive(site, to=tmp_path, by="Owen")
    return remove_service(
        site, archive=folder, by="Owen", **{"destroy_records": WHY, **options}
    )


def test_the_archive_can_be_read_without_the_platform(world, tmp_path):
    gwynedd, _devon = world

    folder = write_archive(gwynedd, to=tmp_path, by="Owen")

    index = (folder / "index.html").read_text("utf-8")
    links = re.findall(r'href="(pages/[^"]+)"', index)
    tree = gwynedd.root_page.path[:8]
    pages = Page.objects.filter(path__startswith=tree, depth__gte=3)
    assert len(links) == pages.count() > 20
    assert all((folder / link).exists() for link in links)
    name = next(link for link in links if "gyfraith" in link)
    law = (folder / name).read_text("utf-8")
    assert '<html lang="cy">' in law
    assert "98" in law
    case = _rows(folder, "casework.case")[0]
    assert case["display_name"] == Case.objects.get(site=gwynedd).display_name
    assert [row["email"] for row in _rows(folder, "people.user")] == [
        "mair@gwynedd.example"
    ]
    media = folder / "media" / "documents" / "gwynedd.localhost.txt"
    assert media.read_bytes() == b"Croeso i bawb."
    assert (folder.stat().st_mode & 0o777, media.stat().st_mode & 0o777) == (
        0o700,
        0o600,
    )
    assert read_manifest(folder)["rows"] == belongings(gwynedd).counts()


def _rows(folder, table):
    text = (folder / "rows" / f"{table}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_archive_has_no_key_no_password_and_nothing_of_another(world, tmp_path):
    gwynedd, _devon = world
    Service.objects.filter(site=gwynedd).update(recaptcha_private_key="zz-very-private")
    mair = User.objects.get(email="mair@gwynedd.example")

    folder = write_archive(gwynedd, to=tmp_path, by="Owen")

    everything = "\n".join(
        path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.suffix != ".png"
        if path.is_file()
    )
    found = [
        word
        for word in ("zz-very-private", mair.password, "devon.localhost", "elin@")
        if word in everything
    ]
    assert found == []
    assert "'=Ffonio" in (folder / "rows" / "casework.note.csv").read_text("utf-8")


def test_everything_of_the_service_goes_and_nothing_of_another(world, tmp_path):
    gwynedd, devon = world
    suspend(site=gwynedd, reason="It leaves.")
    add_name(site=gwynedd, hostname="iv.gwynedd.example", language="en")
    Service.objects.filter(site=devon).update(hours_en="As iv.gwynedd.example.")
    folder = write_archive(gwynedd, to=tmp_path, by="Owen")
    before, others = belongings(gwynedd), belongings(devon)

    certificate = removed(gwynedd, tmp_path, folder)

    assert not Site.objects.filter(hostname="gwynedd.localhost").exists()
    assert {m._meta.label: before.of(m).count() for m in before.rows} == {
        m._meta.label: 0 for m in before.rows
    }
    assert [name for name in before.files if default_storage.exists(name)] == []
    after = belongings(devon)
    assert (after.counts(), after.files) == (others.counts(), others.files)
    assert all(default_storage.exists(name) for name in after.files)
    assert [p for p in Page.find_problems() if p] == []
    emails = set(User.objects.values_list("email", flat=True))
    assert {"mair@gwynedd.example", "elin@charity.example"} & emails == {
        "elin@charity.example"
    }
    assert Authority.objects.filter(slug="gwynedd").exists()
    assert certificate.counts == before.counts()
    assert certificate.mentions[Service._meta.db_table] == 1  # Devon's; it stays.
    assert certificate.finished_at is not None


def test_a_service_can_be_made_anew_where_one_was_removed(world, tmp_path):
    gwynedd, _devon = world
    removed(gwynedd, tmp_path)

    assert make_service("gwynedd").hostname == "gwynedd.localhost"


def test_records_of_people_go_only_when_someone_says_where_they_are(world, tmp_path):
    gwynedd, _devon = world

    with pytest.raises(Refused) as refusal:
        removed(gwynedd, tmp_path, destroy_records="")

    assert any("only record of a child" in reason for reason in refusal.value.reasons)
    assert Case.objects.filter(site=gwynedd).count() == 1


def test_an_archive_that_was_changed_or_is_old_or_another_s_is_refused(world, tmp_path):
    gwynedd, devon = world
    spoilt = write_archive(gwynedd, to=tmp_path, by="Owen")
    (spoilt / "README.txt").write_text("x")
    foreign = write_archive(devon, to=tmp_path, by="Owen")
    old = write_archive(gwynedd, to=tmp_path, by="Owen")
    suspend(site=gwynedd, reason="It leaves.")
    corrected = write_archive(gwynedd, to=tmp_path, by="Owen")
    Service.objects.filter(site=gwynedd).update(hours_en="Mondays")  # No new row.

    said = []
    for folder in (spoilt, foreign, old, corrected, tmp_path):
        with pytest.raises(Refused) as refusal:
            remove_service(gwynedd, archive=folder, by="O", destroy_records=WHY)
        said.append(str(refusal.value))

    assert "README.txt" in said[0]
    assert said[1:4] == [
        "The archive is of devon.localhost.",
        "Something has changed since the archive: make a new one.",
        "Something has changed since the archive: make a new one.",
    ]
    assert "manifest.json" in said[4]
    assert Case.objects.filter(site=gwynedd).count() == 1


def test_a_removal_that_is_not_proven_is_undone(world, tmp_path, monkeypatch):
    gwynedd, _devon = world
    suspend(site=gwynedd, reason="It leaves.")
    folder = write_archive(gwynedd, to=tmp_path, by="Owen")
    before = belongings(gwynedd)

    def fail(*_args):
        raise NotProven

    monkeypatch.setattr("sites.leaving.removal._prove", fail)
    with pytest.raises(NotProven):
        removed(gwynedd, tmp_path, folder)

    assert belongings(gwynedd).counts() == before.counts()
    assert all(default_storage.exists(name) for name in before.files)
    assert RemovalCertificate.objects.count() == 0


def test_rows_lost_by_another_stop_the_removal(world, tmp_path, monkeypatch):
    gwynedd, devon = world
    from sites.leaving import removal

    remove = removal._remove_rows

    def remove_too_much(owned):
        remove(owned)
        Case.objects.filter(site=devon).delete()

    monkeypatch.setattr(removal, "_remove_rows", remove_too_much)
    with pytest.raises(NotProven, match="casework_case"):
        removed(gwynedd, tmp_path)

    assert Case.objects.filter(site=devon).count() == 1


def test_files_that_an_interrupted_run_left_are_removed_by_the_next(
    world, tmp_path, monkeypatch
):
    gwynedd, _devon = world
    monkeypatch.setattr("sites.leaving.removal.finish", lambda *_a, **_k: None)
    certificate = removed(gwynedd, tmp_path)
    monkeypatch.undo()
    left = [name for name in certificate.files_left if default_storage.exists(name)]

    finish(certificate, tell=lambda _words: None)

    assert left != []
    assert [name for name in left if default_storage.exists(name)] == []
    assert certificate.files_left == []


def test_the_hub_cannot_be_removed(world, tmp_path):
    hub = Site.objects.get(hostname="hub.localhost")

    folder = write_archive(hub, to=tmp_path, by="Owen")
    with pytest.raises(Refused, match="national hub"):
        remove_service(hub, archive=folder, by="Owen")


def test_the_commands_say_what_they_do_and_what_is_wrong(world, tmp_path, capsys):
    with pytest.raises(CommandError, match="No service has the host name kent"):
        call_command("export_service", "kent", "--by", "Owen")
    with pytest.raises(CommandError, match="Give --archive"):
        call_command("delete_service", HOST)
    call_command("delete_service", HOST, "--dry-run")
    dry = capsys.readouterr().out
    call_command("suspend_service", HOST, "--reason", "It leaves.")
    call_command("export_service", HOST, "--by", "Owen", "--to", str(tmp_path))
    (archive,) = tmp_path.glob("gwynedd-*")
    call_command("open_archive", archive, "--to", str(tmp_path / "open"))
    folder = tmp_path / "open" / archive.stem
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("delete_service", HOST, "--archive", archive, "--by", "Owen")
    call_command(
        *("delete_service", HOST, "--archive", archive, "--by", "Owen"),
        *("--destroy-records", WHY),
    )

    said = capsys.readouterr().out
    assert "Not yet: It is open: suspend it first" in dry
    assert dry.rstrip().endswith("Nothing was changed.")
    assert f"{archive} is complete" in said
    assert f"{folder} is complete" in said
    assert WHY in said
    assert digests(folder)["manifest.json"] in said
    assert json.loads((folder / "manifest.json").read_text())["made_by"] == "Owen"
    assert Service.objects.count() == 2
