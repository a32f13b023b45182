"""The one question that can be asked of an encrypted column: is it empty?"""

from typing import Any

from django.core.exceptions import FieldError
from django.db.models.lookups import Exact


class OnlyEmpty(Exact):
    """`field=""`; every other value is refused, since it could never be found."""

    def __init__(self, lhs: Any, rhs: Any) -> None:
        if rhs != "":
            raise FieldError(
                f"{lhs.output_field.name} is encrypted: it can be asked only whether "
                "it is empty. Search by a BlindIndexField instead."
            )
        super().__init__(lhs, rhs)
