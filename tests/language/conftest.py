"""What the tests of this folder share: ears, and files of one test alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.language.hearing import Heard, hearing


@pytest.fixture
def heard() -> Iterator[Heard]:
    """All that is said in Welsh during the test."""
    with hearing() as heard:
        yield heard


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """Files of this test alone."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path
