"""The overlay: Welsh where Django, Wagtail and our libraries leave English."""

import datetime as dt
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django import forms
from django.apps import apps
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils import formats, timesince
from django.utils.translation import gettext, ngettext, override

from cms.language.catalogue import OVERLAY, OVERLAY_JS, key_of
from tests.factories import make_service, make_user

LIBRARIES = ("django", "wagtail", "wagtail_localize", "taggit")
EDITING = {"wagtail", "wagtail_localize", "taggit"}
# Strings of libraries that ship no English catalogue.
OTHERS = {"Error verifying reCAPTCHA, please try again."}


@cache
def strings_of_libraries(catalogue):
    found = set()
    for name in LIBRARIES:
        root = Path(find_spec(name).origin).parent
        for path in root.rglob(f"locale/en/LC_MESSAGES/{catalogue}"):
            found |= {key_of(entry) for entry in polib.pofile(str(path))}
    return found


@cache
def strings_of_the_admin(catalogue):
    """What is asked for in English, and what the packages have in Welsh."""
    found = {"en": set(), "cy": set()}
    for app in apps.get_app_configs():
        if app.name.partition(".")[0] not in EDITING:
            continue
        for language, keys in found.items():
            path = Path(app.path, "locale", language, "LC_MESSAGES", catalogue)
            for entry in polib.pofile(str(path)) if path.exists() else ():
                if language == "en" or entry.translated():
                    keys.add(key_of(entry))
    return found["en"], found["cy"]


@pytest.mark.parametrize("path", [OVERLAY, OVERLAY_JS], ids=["py", "js"])
def test_nothing_that_the_admin_says_lacks_welsh(path):
    asked, welsh = strings_of_the_admin(path.name)

    ours = {key_of(entry) for entry in polib.pofile(str(path))}

    assert asked - welsh - ours == set()


@pytest.mark.parametrize(
    ("path", "others"), [(OVERLAY, OTHERS), (OVERLAY_JS, set())], ids=["py", "js"]
)
def test_every_string_of_the_overlay_is_one_a_library_asks_for(path, others):
    asked = strings_of_libraries(path.name)

    dead = {e.msgid for e in polib.pofile(str(path)) if key_of(e) not in asked}

    assert dead == others


def test_the_scripts_of_the_admin_speak_welsh(client_at, provisioned):
    reader = make_user(is_superuser=True, preferred_language="cy")
    client = client_at(make_service("gwynedd"), reader)

    catalogue = client.get("/admin/jsi18n/").text

    assert "Ydych chi\\u2019n si\\u0175r?" in catalogue
    assert '"Move up": "Symud i fyny"' in catalogue
    assert "n==6 ? 4 : 5" in catalogue


@pytest.mark.parametrize(
    ("field", "value", "welsh"),
    [
        (forms.CharField(), "", "Mae angen llenwi’r maes hwn."),
        (forms.EmailField(), "mari@", "Rhowch gyfeiriad e-bost dilys."),
        (forms.DateField(), "31/02/2027", "Rhowch ddyddiad dilys."),
        (
            forms.CharField(max_length=3),
            "abcdef",
            "Ni chaniateir mwy na 3 chymeriad (mae 6 nawr).",
        ),
        (
            forms.CharField(max_length=20),
            "a" * 21,
            "Ni chaniateir mwy na 20 cymeriad (mae 21 nawr).",
        ),
        (
            forms.CharField(),
            "a\x00b",
            "Mae’r testun yn cynnwys nod na ellir ei gadw.",
        ),
    ],
)
def test_a_form_says_in_welsh_what_is_wrong(field, value, welsh):
    with override("cy"), pytest.raises(ValidationError) as refused:
        field.clean(value)

    with override("cy"):
        assert refused.value.messages == [welsh]


def test_a_short_password_is_counted_rightly():
    with override("cy"), pytest.raises(ValidationError) as refused:
        MinimumLengthValidator(12).validate("byr")

    with override("cy"):
        assert refused.value.messages == [
            "Mae’r cyfrinair hwn yn rhy fyr. Rhaid iddo gynnwys o leiaf 12 cymeriad."
        ]


def test_lengths_of_time_mutate():
    then = dt.datetime(2027, 5, 3, 12, 0)  # noqa: DTZ001  (a length needs no zone)

    def since(**ago):
        return timesince.timesince(then, then + dt.timedelta(**ago), depth=2)

    with override("cy"):
        assert since(days=2, hours=3) == "2\xa0ddiwrnod, 3\xa0awr"
        assert since(minutes=2) == "2\xa0funud"
        assert since(days=366) == "1\xa0flwyddyn"
    with override("en"):
        assert since(days=2, hours=3) == "2\xa0days, 3\xa0hours"


def test_days_of_the_week_stand_in_a_sentence():
    with override("cy"):
        assert formats.date_format(dt.date(2027, 7, 5), "l j F Y") == (
            "dydd Llun 5 Gorffennaf 2027"
        )


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("Save draft", "Cadw drafft"),
        ("Publish", "Cyhoeddi"),
        ("Live", "Wedi’i gyhoeddi"),
        ("Log out", "Allgofnodi"),
        ("Reports", "Adroddiadau"),
        ("New slug", "Enw newydd yn y cyfeiriad"),
        ("Submit for moderation", "Anfon i’w gymeradwyo"),
        ("Yes, delete it", "Dileu"),
        ("Unpublish", "Dadgyhoeddi"),
        (
            "Error verifying reCAPTCHA, please try again.",
            "Methodd gwiriad reCAPTCHA. Rhowch gynnig arall arni.",
        ),
    ],
)
def test_the_admin_speaks_our_terms(english, welsh):
    with override("cy"):
        assert gettext(english) == welsh
    with override("en"):
        assert gettext(english) == english


@pytest.mark.parametrize(
    ("count", "welsh"),
    [
        (1, "Cyhoeddi 1 dudalen"),
        (2, "Cyhoeddi 2 dudalen"),
        (3, "Cyhoeddi 3 tudalen"),
        (6, "Cyhoeddi 6 thudalen"),
        (12, "Cyhoeddi 12 o dudalennau"),
    ],
)
def test_the_admin_counts_in_welsh(count, welsh):
    with override("cy"):
        button = ngettext("Publish 1 page", "Publish %(counter)s pages", count)

    assert button % {"counter": count} == welsh
