"""Whether text in a colour can be read: WCAG 2.2, relative luminance."""

import re

READABLE = 4.5
WHITE = "#ffffff"
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_colour(value: str) -> bool:
    """Whether `value` is a colour as `#rrggbb`."""
    return bool(_HEX.fullmatch(value))


def contrast(one: str, other: str = WHITE) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return ((channel + 0.055) / 1.055) ** 2.4
