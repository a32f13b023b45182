"""The board of both languages knows the mails by their titles, and own words too."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from cms.language import Evenness
from sites.models import Service
from sites.parity.kinds.mails import mail_templates
from tests.mail_words.conftest import ENGLISH, WELSH


@pytest.fixture
def free(gwynedd):
    """Gwynedd, where one language alone may be changed."""
    Service.objects.filter(site=gwynedd).update(welsh_standards=False)
    return gwynedd


def pairs(site):
    return {str(pair.name): pair for pair in mail_templates(site)}


def test_own_words_in_one_language_are_missing_in_the_other(free, manager, post):
    post(free, manager, **ENGLISH)

    pair = pairs(free)["An application has arrived"]

    assert (pair.evenness, pair.lacks) == (Evenness.MISSING, "cy")
    assert pair.url == "/admin/mail-words/applications.received/#id_text_cy"


def test_a_language_that_did_not_follow_is_out_of_date(free, manager, post):
    post(free, manager, **ENGLISH, **WELSH)
    assert pairs(free)["An application has arrived"].evenness == Evenness.EVEN

    post(free, manager, subject_cy="Diolch o galon ({reference})")

    pair = pairs(free)["An application has arrived"]
    assert (pair.evenness, pair.lacks) == (Evenness.STALE, "en")
    assert pair.since is not None


def test_mails_are_called_by_titles_in_the_reader_s_language(gwynedd):
    with override("cy"):
        welsh = {name for name, pair in pairs(gwynedd).items() if not pair.is_empty}
    english = {name for name, pair in pairs(gwynedd).items() if not pair.is_empty}

    assert {"An application has arrived", "To be translated: …"} <= english
    assert {"Mae cais wedi cyrraedd", "I’w gyfieithu: …"} <= welsh
    assert welsh & english == set()
    assert not any("_" in name for name in welsh | english)


def test_the_board_asks_as_often_with_own_words_as_without(free, manager, post):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            list(mail_templates(free))
        return len(queries)

    before = asked()
    post(free, manager, **ENGLISH, **WELSH)
    at = "/admin/mail-words/applications.received_second/"
    post(free, manager, at=at, **ENGLISH, **WELSH)

    assert asked() == before
