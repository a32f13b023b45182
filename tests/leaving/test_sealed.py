"""An archive lies sealed on the disk until somebody opens it."""

import base64
import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from cms.models import ReadLog
from cms.privacy import CannotDecrypt
from cms.privacy.rotation import elsewhere
from cms.testing.searching_disk import Markers, search_files
from forms.casework.services import write_note
from sites.leaving import open_archive, seal_archive, write_archive
from sites.leaving.archive import digests, read_manifest
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NEW = f"new:{base64.b64encode(b'n' * 32).decode()}"
# Each says when it was made, and the second's log has the first in it.
OF_ITS_TIME = {
    *("manifest.json", "README.txt"),
    *("rows/cms.readlog.csv", "rows/cms.readlog.jsonl"),
}


@pytest.fixture
def gwynedd(started):
    return Site.objects.get(hostname="gwynedd.localhost")


@pytest.fixture
def case(gwynedd):
    case = make_case(gwynedd)
    by = make_staff(gwynedd, "coordinator")
    write_note(case=case, by=by, text="Qŵx nos Fawrth. " * 9000)  # Many chunks.
    return case


def test_a_sealed_archive_shows_nothing_and_opens_as_the_plain_folder(
    gwynedd, case, tmp_path
):
    plain = write_archive(gwynedd, to=tmp_path, by="Owen")

    archive = seal_archive(gwynedd, to=tmp_path / "kept", by="Owen")

    shown = Markers(["Qŵx nos", case.display_name, "gwynedd.localhost"])
    assert search_files(shown, archive) == {}
    assert search_files(shown, plain) != {}
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [*archive.parent.iterdir()] == [archive]
    folder = open_archive(archive, tmp_path / "open")
    modes = {path.stat().st_mode & 0o77 for path in folder.rglob("*.csv")}
    assert (modes, folder.stat().st_mode & 0o777) == ({0}, 0o700)
    assert _same(digests(folder)) == _same(digests(plain))
    assert read_manifest(archive) == read_manifest(folder)


def _same(files):
    return {name: sha for name, sha in files.items() if name not in OF_ITS_TIME}


def test_that_a_service_was_taken_out_stands_in_its_log_and_in_the_archive(
    gwynedd, case, tmp_path
):
    folder = write_archive(gwynedd, to=tmp_path, by="Owen Hughes")

    entry = ReadLog.objects.get(site=gwynedd, action="export")
    assert (entry.user, entry.reader, entry.kind) == (
        None,
        *("Owen Hughes",),
        "sites.archive",
    )
    assert entry.count == 2  # The case and its note.
    lines = (folder / "rows" / "cms.readlog.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["reader"] for line in lines] == ["Owen Hughes"]


def test_one_that_was_cut_off_or_changed_does_not_open(gwynedd, case, tmp_path):
    archive = seal_archive(gwynedd, to=tmp_path, by="Owen")
    data = archive.read_bytes()
    middle = len(data) // 2
    spoilt = [
        *(b"", data[:10], data[:-1], data[:middle]),
        data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        bytes(16) + data[16:],
    ]

    for number, each in enumerate(spoilt):
        archive.write_bytes(each)
        with pytest.raises(ValueError, match="no readable manifest"):
            read_manifest(archive)
        with pytest.raises(CommandError, match="Could not open"):
            call_command("open_archive", archive, "--to", str(tmp_path / str(number)))
        assert not (tmp_path / str(number) / archive.stem).exists()


def test_archives_in_their_folder_are_sealed_anew_with_the_rest(
    gwynedd, case, tmp_path, settings
):
    settings.VAR_DIR = tmp_path
    archive = seal_archive(gwynedd, by="Owen")
    before, old = read_manifest(archive), settings.DATA_KEYS
    rotation = elsewhere["Archives of services"]
    old_id = old.partition(":")[0]
    damaged = archive.with_name(f"damaged{archive.suffix}")
    damaged.write_bytes(b"nothing")
    settings.DATA_KEYS = f"{NEW},{old}"
    counted = rotation.count()

    with pytest.raises(CannotDecrypt, match="damaged"):
        rotation.seal_anew()

    assert counted == {old_id: 1, "": 1}
    assert rotation.count() == {"new": 1, "": 1}
    damaged.unlink()
    assert rotation.seal_anew() == 0
    settings.DATA_KEYS = NEW
    assert read_manifest(archive) == before
