"""Postcodes find their authority from the table alone."""

import gzip
import random
import socket
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import postcodes
from sites.postcodes import PostcodeAnswer, PostcodeStatus, find, normalise
from sites.register import load_register


@pytest.fixture(scope="module")
def rows():
    path = files("sites.data").joinpath("postcode_prefix_authorities.csv.gz")
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()[1:]
    return [line.split(",") for line in lines]


@pytest.mark.parametrize(
    "typed", ["LL55 1SH", "ll551sh", " ll55-1sh. ", "LL 55 1 SH", "LL55\u00a01SH"]
)
def test_a_postcode_is_found_however_it_is_typed(typed):
    assert find(typed) == PostcodeAnswer(PostcodeStatus.FOUND, "LL55 1SH", "W06000002")


@pytest.mark.parametrize(
    ("postcode", "code"),
    [
        ("EX4 3QB", "E10000008"),
        ("SW1A 1AA", "E09000033"),
        ("SY21 7AA", "W06000023"),
        ("CH1 4AA", "E06000050"),
        ("TD15 1AA", "E06000057"),
    ],
)
def test_each_place_has_its_authority(postcode, code):
    assert find(postcode).gss_code == code


@pytest.mark.parametrize("postcode", ["EH1 1AA", "BT1 1AA", "JE2 3AB", "G1 1AA"])
def test_scotland_and_elsewhere_are_outside(postcode):
    assert find(postcode) == PostcodeAnswer(PostcodeStatus.OUTSIDE, postcode)


def test_a_postcode_nobody_has_is_unknown():
    assert find("ZZ9 9ZZ") == PostcodeAnswer(PostcodeStatus.UNKNOWN, "ZZ9 9ZZ")


@pytest.mark.parametrize(
    "typed",
    [
        *("", "LL55", "Caernarfon", "LL55\x001SH", "LL55 1S5", "1LL 5SH"),
        *("LL55 1SH" * 9, "٣LL 1SH", "W" * 10_000_000),
    ],
    ids=lambda typed: typed[:10],
)
def test_what_is_no_postcode_is_malformed(typed):
    assert find(typed) == PostcodeAnswer(PostcodeStatus.MALFORMED)
    assert normalise(typed) is None


def test_the_display_form_has_one_space():
    assert normalise("sw1a1aa") == "SW1A 1AA"


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text):
    answer = find(text)

    assert answer.is_found == bool(answer.gss_code)
    assert (answer.status is PostcodeStatus.MALFORMED) == (answer.postcode == "")


def test_rows_of_the_table_give_their_own_authority(rows):
    for prefix, code in random.Random(2).sample(rows, 3000):
        outward, _, inward = prefix.partition(" ")
        answer = find(outward + inward + "1AA"[len(inward) :])

        expected = ("outside", "") if code == "OUTSIDE" else ("found", code)
        assert (answer.status.value, answer.gss_code) == expected


def test_the_file_is_in_the_order_of_the_records(rows):
    keys = [prefix.encode().ljust(8) for prefix, _ in rows]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys) == 208_685


def test_loading_keeps_under_four_megabytes():
    tracemalloc.start()
    table = postcodes._Table()
    kept, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(table) == 208_685
    assert kept < 4_000_000


def test_many_threads_load_the_table_once(monkeypatch):
    made = []
    real = postcodes._Table
    monkeypatch.setattr(postcodes, "_loaded", [])
    monkeypatch.setattr(postcodes, "_Table", lambda: made.append(1) or real())

    with ThreadPoolExecutor(16) as pool:
        codes = set(pool.map(lambda _: find("LL55 1SH").gss_code, range(64)))

    assert codes == {"W06000002"}
    assert made == [1]


def test_nothing_is_asked_of_the_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(postcodes, "_loaded", [])

    assert find("LL55 1SH").is_found


@pytest.mark.django_db
def test_the_answer_leads_to_the_register():
    load_register()

    assert find("LL55 1SH").authority().name_en == "Gwynedd Council"
    assert find("EH1 1AA").authority() is None
