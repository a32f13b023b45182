"""Finding things: what editors put first in the search, and pages to be mended."""
