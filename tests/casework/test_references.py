"""Reference numbers survive being read out, typed and mistyped."""

from hypothesis import assume, given
from hypothesis import strategies as st

from cms.models import SiteProfile
from forms.casework.references import ALPHABET, check_reference, new_reference


class _Site:
    profile = SiteProfile(reference_prefix="GWY")


numbers = st.builds(lambda _seed: new_reference(_Site()), st.integers())


@given(numbers)
def test_a_new_reference_passes_its_own_check(number):
    assert check_reference(number) == number


@given(numbers)
def test_a_reference_is_known_however_it_is_typed(number):
    typed = f"  {number.replace('-', ' ').lower()} "

    assert check_reference(typed) == number
    assert check_reference(number.replace("-", "")) == number


@given(numbers, st.integers(0, 6), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_noticed(number, place, sign):
    body = number[4:].replace("-", "")
    assume(body[place] != sign)
    wrong = body[:place] + sign + body[place + 1 :]

    assert check_reference(f"GWY-{wrong}") == ""


@given(numbers, st.integers(0, 5))
def test_two_swapped_signs_are_noticed(number, place):
    body = list(number[4:].replace("-", ""))
    assume(body[place] != body[place + 1])
    body[place], body[place + 1] = body[place + 1], body[place]

    assert check_reference("GWY" + "".join(body)) == ""


@given(st.text(max_size=30))
def test_no_text_breaks_the_check(text):
    assert check_reference(text) in {"", check_reference(check_reference(text))}


def test_the_alphabet_has_nothing_that_looks_alike():
    assert not set(ALPHABET) & set("01OILSZ5BGUVAE8") - {"8", "V"}
    assert len(set(ALPHABET)) == 23
