"""The public pages have letters for Welsh: ŵ and ŷ are drawn, each as itself."""

import pytest

from tests.factories import make_service

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

# Draws each sign in the page's own font and gives back what was drawn.
DRAW = """signs => signs.map(sign => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext("2d");
  pen.font = "40px " + getComputedStyle(document.querySelector("h1")).fontFamily;
  pen.fillText(sign, 10, 50);
  return canvas.toDataURL();
})"""
ACCENTED, PLAIN = "ŵŷâêîôûŴŶÂÊÎÔÛ", "wyaeiouWYAEIOU"
NO_SIGN = "\U0010fffd"


def test_every_letter_of_welsh_is_drawn(visitor, address_of):
    page = visitor()
    page.goto(f"{address_of(make_service('gwynedd'))}/cy/")

    drawn = dict(
        zip(
            [*ACCENTED, *PLAIN, NO_SIGN],
            page.evaluate(DRAW, [*ACCENTED, *PLAIN, NO_SIGN]),
            strict=True,
        )
    )

    assert len({drawn[sign] for sign in ACCENTED + PLAIN}) == len(ACCENTED + PLAIN)
    assert drawn[NO_SIGN] not in {drawn[sign] for sign in ACCENTED}
