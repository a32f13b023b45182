"""A sealed file opens whole, in its own place, and in no other way."""

import base64
import io
from dataclasses import replace
from uuid import UUID

import pytest

from cms.privacy import CannotDecrypt, Place
from cms.privacy.streams import (
    CHUNK,
    MAGIC,
    SealedWriter,
    open_stream,
    read_token,
    seal_key_anew,
)

PLACE = Place(model="cms.bundle", field="file", row=UUID(int=7))
SEALED_CHUNK = CHUNK + 16
NEW = f"new:{base64.b64encode(b'n' * 32).decode()}"


def sealed(data, place=PLACE, block=1000):
    target = io.BytesIO()
    writer = SealedWriter(target, place)
    for n in range(0, len(data), block):
        assert writer.write(data[n : n + block]) == len(data[n : n + block])
    writer.close()
    return target.getvalue()


def opened(data, place=PLACE):
    return b"".join(open_stream(io.BytesIO(data), place))


def parts(data):
    """The head of a sealed file, and its chunks."""
    start = data.index(b"\n", len(MAGIC)) + 1
    body = data[start:]
    step = SEALED_CHUNK
    return data[:start], [body[n : n + step] for n in range(0, len(body), step)]


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_of_any_size_opens_as_it_was(size):
    data = (b"Si\xc3\xa2n " * size)[:size]

    assert opened(sealed(data)) == data
    assert b"Si\xc3\xa2n" not in sealed(data)


@pytest.mark.parametrize(
    "place",
    [
        replace(PLACE, model="cms.other"),
        replace(PLACE, field="other"),
        replace(PLACE, row=UUID(int=8)),
    ],
)
def test_it_opens_in_no_other_place(place):
    with pytest.raises(CannotDecrypt):
        opened(sealed(b"words"), place)


def test_one_that_is_cut_off_mixed_up_or_not_sealed_does_not_open():
    data = sealed(b"a" * 3 * CHUNK)
    head, chunks = parts(data)
    _other_head, foreign = parts(sealed(b"b" * 3 * CHUNK))
    assert len(chunks) == 3
    wrong = [
        *(head, head[:-1], data[:-1], head + b"".join(chunks[:2])),
        head + chunks[1] + chunks[0] + chunks[2],
        head + chunks[0] + foreign[1] + chunks[2],
        *(data + b"more", data + chunks[2], b"", b"plain words"),
    ]

    for each in wrong:
        with pytest.raises(CannotDecrypt):
            opened(each)


def test_a_missing_key_is_named_and_what_it_sealed_says_which(settings):
    data = sealed(b"words")
    old = settings.DATA_KEYS.partition(":")[0]
    settings.DATA_KEYS = NEW

    assert read_token(io.BytesIO(data), PLACE).key_id == old
    with pytest.raises(CannotDecrypt, match="key that DATA_KEYS lacks"):
        opened(data)


def test_its_key_is_sealed_anew_and_its_chunks_stay(settings):
    data = sealed(b"words" * CHUNK)
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"
    target = io.BytesIO()

    seal_key_anew(io.BytesIO(data), target, PLACE)

    settings.DATA_KEYS = NEW
    assert opened(target.getvalue()) == b"words" * CHUNK
    assert parts(target.getvalue())[1] == parts(data)[1]
