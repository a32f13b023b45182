"""Build the example plugin as its author would, and put it on this run's path alone.

A pytest plugin (see addopts): it must be importable before Django reads its settings,
which find plugins by the entry points of what is installed. The demo never sees it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import polib

from tests.absent import ABSENT

SOURCE = Path(__file__).parent / "example_plugin"
BUILT = Path(__file__).resolve().parents[1] / "build" / "example_plugin"
BUILD_WHEEL = (
    "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
)


def install() -> Path:
    """Unpack the plugin's wheel into a folder of the path, here and in our children."""
    folder = BUILT / _digest()
    if not folder.exists():
        shutil.rmtree(BUILT, ignore_errors=True)
        with tempfile.TemporaryDirectory() as workshop:
            unpacked = _unpack(_wheel(Path(workshop)), Path(workshop))
            BUILT.mkdir(parents=True, exist_ok=True)
            shutil.copytree(unpacked, folder)
    sys.path.insert(0, str(folder))
    inherited = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), inherited]))
    return folder


def _wheel(workshop: Path) -> Path:
    source = shutil.copytree(SOURCE, workshop / "source")
    for catalogue in source.rglob("*.po"):
        polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))
    subprocess.run(
        [sys.executable, "-c", BUILD_WHEEL, str(workshop)],
        cwd=source,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return next(workshop.glob("*.whl"))


def _unpack(wheel: Path, workshop: Path) -> Path:
    unpacked = workshop / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    return unpacked


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(SOURCE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(SOURCE)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


if "fostering" not in ABSENT:
    install()
