"""The scene of the crawl: A and B furnished alike, and who is sent in."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from tests.crawl.belongings import Belongings
from tests.crawl.furnishing import Furnished
from tests.crawl.people import MANAGER, Sent
from tests.crawl.visiting import Visitor

MINE, THEIRS = 5001, 7001


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """Files of this test alone."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def sent() -> Sent:
    """Who is sent in, unless a test says otherwise."""
    return MANAGER


@pytest.fixture
def mine(two_authorities: tuple[Site, Site], media: Path, sent: Sent) -> Furnished:
    """Gwynedd (or the hub), with a row of every model."""
    return Furnished(sent.place(), "Ownrow", MINE)


@pytest.fixture
def theirs(two_authorities: tuple[Site, Site], mine: Furnished) -> Furnished:
    """Devon, with a row of every model, each with its marker."""
    return Furnished(two_authorities[1], "Zzyzx", THEIRS)


@pytest.fixture
def visitor_as(mine: Furnished, theirs: Furnished, media: Path) -> Any:
    """Send somebody to a site's host, who must see nothing of Devon's there."""
    belongings = Belongings(theirs.site, theirs.people, media)

    def send(user: Any, site: Site, who: str, **allowed: Any) -> Visitor:
        client = Client(SERVER_NAME=site.hostname)
        client.force_login(user)
        return Visitor(client, belongings, media, who, **allowed)

    return send
