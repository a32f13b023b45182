"""All that belongs to a service: every row that is its own or points to one, by table.

What points to a row of B's is B's: so a row of A's that comes to point there (an alias,
a redirect, a link) is seen as well as one of B's that was changed or is gone.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from wagtail.models import Collection, Page, Site

from sites.models import Authority

Key = tuple[str, str]  # Label of the model, primary key.

NOT_COMPARED = {Session, Permission, Authority, ContentType}
"""Of the person who signs in, or the same for all: large, and of no service."""
WRITTEN = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)",
    re.IGNORECASE,
)


class Belongings:
    """What is `site`'s: rows by model and key with a digest, and files.

    Asked again after writes that are undone afterwards, it reads only the tables that
    they name: all the others are as they were when everything was read.
    """

    def __init__(
        self, site: Site, people: set[int], media: Path, word: str = "zzyzx"
    ) -> None:
        self.site, self.people, self.media = site, people, media
        self.word = word.lower()
        self._tables: dict[str, dict[Key, Row]] = {}

    def now(self, wrote: Iterable[str] | None = None) -> dict[Key, str]:
        """Every row and file of the service as it stands; `wrote` the statements since.

        Without them everything is read, and kept for the next question.
        """
        return {**self.rows(wrote), **self._files()}

    def rows(self, wrote: Iterable[str] | None = None) -> dict[Key, str]:
        """The rows alone."""
        stored = self._stored(wrote)
        mine = self._seeds(stored)
        grown = True
        while grown:
            found = {key for key, row in stored.items() if row.points & mine}
            grown, mine = not found <= mine, mine | found
        return {key: stored[key].digest for key in mine if key in stored}

    def _stored(self, wrote: Iterable[str] | None) -> dict[Key, "Row"]:
        if wrote is None:
            self._tables = tables = _read_tables(self.word)
        else:
            tables = self._tables | _read_tables(self.word, tables_in(wrote))
        return {key: row for rows in tables.values() for key, row in rows.items()}

    def _seeds(self, stored: dict[Key, Any]) -> set[Key]:
        root = self.site.root_page.path[:8]
        pages = Page.objects.filter(path__startswith=root)
        granted = Collection.objects.filter(
            group_permissions__group__role__site=self.site
        )
        tops = set(granted.values_list("path", flat=True))
        collections = [
            row
            for row in Collection.objects.all()
            if any(row.path.startswith(top) for top in tops)
        ]
        keys = set(pages.values_list("translation_key", flat=True))
        objects = apps.get_model("wagtail_localize", "TranslatableObject")
        return {
            _key(Site, self.site.pk),
            *(_key(Group, pk) for pk in self._groups()),
            *(_key(Page, pk) for pk in pages.values_list("pk", flat=True)),
            *(_key(Collection, row.pk) for row in collections),
            *(_key(apps.get_model(settings.AUTH_USER_MODEL), pk) for pk in self.people),
            *(_key(objects, key) for key in keys),
            *(key for key, row in stored.items() if row.marked),
        }

    def _groups(self) -> list[int]:
        return list(self.site.role_groups.values_list("group", flat=True))

    def _files(self) -> dict[Key, str]:
        found = self.media.rglob("*") if self.media.exists() else []
        return {
            ("file", path.name): str(path.stat().st_size)
            for path in found
            if path.is_file() and self.word in path.name.lower()
        }


class Row:
    """One stored row: its digest, what it points to, whether it bears a marker."""

    def __init__(self, points: set[Key], values: tuple[Any, ...], word: str) -> None:
        text = repr(values)
        self.points = points
        self.marked = word in text.lower()
        self.digest = hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _key(model: Any, pk: Any) -> Key:
    return (model._meta.label, str(pk).replace("-", ""))


def tables_in(wrote: Iterable[str]) -> set[str]:
    """The tables that these statements write to; ValueError where one names none."""
    found = set()
    for sql in wrote:
        named = WRITTEN.match(sql)
        if named is None:
            raise ValueError(f"Which table does it write to? {sql[:200]}")
        found.add(named[1])
    return found


def _read_tables(word: str, only: set[str] | None = None) -> dict[str, dict[Key, Row]]:
    kinds = {pk: _model_of(pk) for pk in _content_types()}
    found: dict[str, dict[Key, Row]] = {}
    for model in apps.get_models(include_auto_created=True):
        if model in NOT_COMPARED or model._meta.proxy or not model._meta.managed:
            continue
        table = model._meta.db_table
        if only is None or table in only:
            found[table] = {
                _key(model, pk): Row(points, values, word)
                for pk, points, values in _read(model, kinds)
            }
    return found


def _content_types() -> list[int]:
    return list(ContentType.objects.values_list("pk", flat=True))


def _model_of(pk: int) -> Any:
    return ContentType.objects.get_for_id(pk).model_class()


def _read(model: Any, kinds: dict[int, Any]) -> Any:
    """Each row as stored: SQL, for what a manager hides is stored too."""
    fields = model._meta.local_concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    with connection.cursor() as cursor:
        table = quote(model._meta.db_table)
        cursor.execute(f"SELECT {columns} FROM {table}")  # noqa: S608  (names of ours)
        rows = cursor.fetchall()
    links = [
        (place, field.remote_field.model)
        for place, field in enumerate(fields)
        if field.is_relation
    ]
    generic = [
        (_place(fields, one.ct_field), _place(fields, one.fk_field))
        for one in _generic(model)
    ]
    own = next((i for i, f in enumerate(fields) if f.primary_key), None)
    for values in rows:
        points = {_key(other, values[i]) for i, other in links if values[i] is not None}
        for kind, key in generic:
            other = kinds.get(values[kind])
            if other is not None and values[key] not in (None, ""):
                points |= {_key(one, values[key]) for one in _with_parents(other)}
        yield values[own], points, values


def _generic(model: Any) -> list[Any]:
    declared = [
        f for f in model._meta.private_fields if isinstance(f, GenericForeignKey)
    ]
    names = {field.name for field in model._meta.local_concrete_fields}
    if {"content_type", "object_id"} <= names and not declared:
        declared.append(GenericForeignKey("content_type", "object_id"))
    if "to_object_id" in names:
        declared.append(GenericForeignKey("to_content_type", "to_object_id"))
    return [one for one in declared if {one.ct_field, one.fk_field} <= names]


def _place(fields: Any, name: str) -> int:
    return next(i for i, field in enumerate(fields) if field.name == name)


def _with_parents(model: Any) -> list[Any]:
    """A generic key names the page by its type: it is the page's row too."""
    return [model, *model._meta.get_parent_list()]


def changes(before: dict[Key, str], after: dict[Key, str]) -> list[str]:
    """What is not as it was, in words."""
    gone = [f"gone: {label} {pk}" for label, pk in before.keys() - after.keys()]
    new = [f"new: {label} {pk}" for label, pk in after.keys() - before.keys()]
    both = before.keys() & after.keys()
    other = [f"changed: {key[0]} {key[1]}" for key in both if before[key] != after[key]]
    return sorted([*gone, *new, *other])


def by_model(rows: dict[Key, str]) -> dict[str, list[str]]:
    """Keys of rows by their model."""
    found = defaultdict(list)
    for label, pk in rows:
        found[label].append(pk)
    return dict(found)
