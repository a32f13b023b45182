"""Read a QR code from its drawing, as a camera does: what does it really say?

Reads the format, takes off the mask, follows the modules' way through the square and
puts the blocks in order; only tables of the standard are taken from `qrcode`.
"""

import re
from collections.abc import Iterator

from qrcode.base import rs_blocks
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import mask_func, pattern_position

_DARK = re.compile(r"M(\d+) (\d+)h1v1h-1z")
_FORMAT_MASK = 0b10101
_LEVELS = {0b00: ERROR_CORRECT_M}
QUIET = 4
Square = list[list[bool]]


def read(svg: str) -> str:
    """The text that the code of an SVG holds; it must have its quiet zone."""
    square = _square(svg)
    size = len(square)
    version = (size - 17) // 4
    written = "".join(str(int(dark)) for dark in square[8][:5])
    format_bits = int(written, 2) ^ _FORMAT_MASK
    level, mask = _LEVELS[format_bits >> 3], format_bits & 0b111
    blocks = rs_blocks(version, level)
    masked = mask_func(mask)
    stream = "".join(
        str(int(square[row][column] ^ masked(row, column)))
        for row, column in _way(size, version)
    )
    words = [int(stream[at : at + 8], 2) for at in range(0, len(stream) - 7, 8)]
    return _said("".join(f"{word:08b}" for word in _in_order(words, blocks)), version)


def _square(svg: str) -> Square:
    side = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1]) - 2 * QUIET
    dark = {(int(y) - QUIET, int(x) - QUIET) for x, y in _DARK.findall(svg)}
    assert all(0 <= y < side and 0 <= x < side for y, x in dark), "no quiet zone"
    return [[(row, column) in dark for column in range(side)] for row in range(side)]


def _way(size: int, version: int) -> Iterator[tuple[int, int]]:
    """The modules that hold data: pairs of columns from the right, up and down."""
    up = True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for row in range(size - 1, -1, -1) if up else range(size):
            for column in (right, right - 1):
                if not _is_fixed(row, column, size, version):
                    yield row, column
        up = not up


def _is_fixed(row: int, column: int, size: int, version: int) -> bool:
    corner = (row < 9 and (column < 9 or column > size - 9)) or (
        row > size - 9 and column < 9
    )
    places = pattern_position(version)
    ends = {(6, 6), (6, size - 7), (size - 7, 6)}
    aligning = any(
        abs(row - y) < 3 and abs(column - x) < 3
        for y in places
        for x in places
        if (y, x) not in ends
    )
    says_version = version > 6 and (
        (row < 6 and size - 12 < column < size - 8)
        or (column < 6 and size - 12 < row < size - 8)
    )
    return corner or aligning or says_version or 6 in (row, column)


def _in_order(words: list[int], blocks: list) -> Iterator[int]:
    found: list[list[int]] = [[] for _block in blocks]
    given = iter(words)
    for place in range(max(block.data_count for block in blocks)):
        for block, mine in zip(blocks, found, strict=True):
            if place < block.data_count:
                mine.append(next(given))
    return (word for block in found for word in block)


def _said(bits: str, version: int) -> str:
    assert bits[:4] == "0100", "bytes are expected"
    length = 8 if version < 10 else 16
    number = int(bits[4 : 4 + length], 2)
    start = 4 + length
    said = [int(bits[start + 8 * n :][:8], 2) for n in range(number)]
    return bytes(said).decode()
