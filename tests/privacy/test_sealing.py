"""What is sealed opens in its own place with its own key, and nowhere else."""

import uuid
from base64 import b64decode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.privacy import CannotDecrypt, Sealed, blind_index
from cms.privacy.sealing import Place, seal, unseal

# Busy machines are slow, not wrong.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
PLACES = st.builds(
    Place,
    model=st.sampled_from(["cms.outboundemail", "journeys.draft"]),
    field=st.sampled_from(["to", "text"]),
    row=st.uuids(),
)
HERE = Place(model="journeys.draft", field="answers", row=uuid.UUID(int=1))
ANY_TEXT = st.text(alphabet=st.characters(codec=None))


@unhurried
@given(plain=ANY_TEXT, place=PLACES)
def test_any_text_opens_in_its_own_place(plain: str, place: Place) -> None:
    assert unseal(seal(plain, place), place) == plain


@unhurried
@given(plain=ANY_TEXT, here=PLACES, there=PLACES)
def test_a_text_opens_in_no_other_place(plain: str, here: Place, there: Place) -> None:
    sealed = seal(plain, here)

    if here == there:
        assert unseal(sealed, there) == plain
    else:
        with pytest.raises(CannotDecrypt):
            unseal(sealed, there)


@unhurried
@given(plain=ANY_TEXT, where=st.integers(min_value=0), flip=st.integers(1, 127))
def test_a_text_with_one_changed_character_does_not_open(
    plain: str, where: int, flip: int
) -> None:
    sealed = seal(plain, HERE)
    at = where % len(sealed)
    changed = sealed[:at] + chr(ord(sealed[at]) ^ flip) + sealed[at + 1 :]

    with pytest.raises(CannotDecrypt) as refusal:
        unseal(changed, HERE)
    assert changed not in str(refusal.value)


@unhurried
@given(token=ANY_TEXT)
def test_a_text_that_was_never_sealed_does_not_open(token: str) -> None:
    with pytest.raises(CannotDecrypt):
        unseal(token, HERE)


def test_the_same_text_is_sealed_differently_every_time() -> None:
    assert seal("Siôn", HERE) != seal("Siôn", HERE)


def test_a_sealed_text_names_its_key_and_shows_nothing() -> None:
    sealed = seal("Siân Ŵyn", HERE)

    assert isinstance(sealed, Sealed)
    assert sealed.startswith(f"v1:{sealed.key_id}:")
    assert "Siân" not in sealed


def test_a_key_that_is_gone_is_said_so(settings) -> None:
    sealed = seal("Siôn", HERE)
    settings.DATA_KEYS = f"other:{settings.INDEX_KEY}"

    with pytest.raises(CannotDecrypt, match="a key that DATA_KEYS lacks"):
        unseal(sealed, HERE)


def test_another_key_of_the_same_name_does_not_open(settings) -> None:
    sealed = seal("Siôn", HERE)
    settings.DATA_KEYS = f"{sealed.key_id}:{settings.INDEX_KEY}"

    with pytest.raises(CannotDecrypt, match="does not open with its key"):
        unseal(sealed, HERE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mair@cartref.example", " Mair@Cartref.EXAMPLE "),
        ("LL55 1SH", "ll551sh"),
        ("ＬＬ５５ 1SH", "LL55 1SH"),
    ],
)
def test_spellings_of_one_value_have_one_index(one: str, other: str) -> None:
    assert blind_index(one) == blind_index(other)
    assert len(blind_index(one)) == 64


def test_different_values_have_different_indexes_and_nothing_has_none() -> None:
    assert blind_index("mair@cartref.example") != blind_index("mari@cartref.example")
    assert blind_index(" ") == ""


def test_the_index_depends_on_its_key(settings) -> None:
    before = blind_index("mair@cartref.example")
    settings.INDEX_KEY = settings.DATA_KEYS.split(",")[0].split(":")[1]

    assert blind_index("mair@cartref.example") != before


def test_another_spelling_of_the_same_bytes_does_not_open() -> None:
    sealed = seal("", HERE)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    spare = letters.index(sealed[-3])
    respelt = f"{sealed[:-3]}{letters[spare ^ 1]}=="
    assert b64decode(respelt.split(":")[2]) == b64decode(sealed.split(":")[2])

    with pytest.raises(CannotDecrypt, match="is damaged"):
        unseal(respelt, HERE)
