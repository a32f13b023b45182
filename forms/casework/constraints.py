"""A foreign key of several columns, which Django's own cannot be."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BaseConstraint


class PointsTogether(BaseConstraint):
    """The `fields` of a row stand together as `to_columns` in a row of `to_table`.

    Not deferred: a wrong row is refused when it is written. Where one of the columns is
    empty nothing is asked, as SQL has it. The other table is named as the database
    knows it: migrations on SQLite make tables anew outside the registry of models.
    """

    def __init__(
        self,
        *,
        name: str,
        fields: Sequence[str],
        to_table: str,
        to_columns: Sequence[str],
        **options: Any,
    ) -> None:
        super().__init__(name=name, **options)
        self.fields = tuple(fields)
        self.to_table = to_table
        self.to_columns = tuple(to_columns)

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        own = [model._meta.get_field(name).column for name in self.fields]
        return (
            f"CONSTRAINT {quote(self.name)}"
            f" FOREIGN KEY ({', '.join(map(quote, own))})"
            f" REFERENCES {quote(self.to_table)}"
            f" ({', '.join(map(quote, self.to_columns))})"
        )

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        return (
            f"ALTER TABLE {quote(model._meta.db_table)}"
            f" DROP CONSTRAINT {quote(self.name)}"
        )

    def validate(self, *_args: Any, **_options: Any) -> None:
        """Nothing: only the services write these rows, and the database refuses."""

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        kwargs |= {
            "fields": self.fields,
            "to_table": self.to_table,
            "to_columns": self.to_columns,
        }
        return path, args, kwargs

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PointsTogether):
            return NotImplemented
        return self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.fields, self.to_table, self.to_columns))
