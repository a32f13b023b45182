"""Plugins whose package is gone, and the removing of what a plugin left behind."""

from cms.retirement.holdings import Holding, holdings
from cms.retirement.missing import (
    is_missing,
    labels_that_left_types,
    missing_labels,
    missing_pages,
    missing_type_ids,
)

__all__ = [
    "Holding",
    "holdings",
    "is_missing",
    "labels_that_left_types",
    "missing_labels",
    "missing_pages",
    "missing_type_ids",
]
