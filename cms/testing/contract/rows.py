"""Rows: seen by the staff of their own site alone, and sealed where a person stands."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection
from django.db.models import CharField, JSONField, Model, TextField
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from cms.plugins import Plugin
from cms.privacy import EncryptedJSONField
from cms.privacy.declared import NAMING, declared_by
from cms.testing.contract.asking import for_plugins_with
from cms.testing.contract.having import (
    choosers,
    roles_for,
    sample_arguments,
    screens,
    sealed_types,
)
from cms.testing.filling import MARKER, has_site, make_row

At = Callable[..., Client]
Staff = Callable[[Site, str], Any]


@for_plugins_with("screens")
def test_a_row_of_another_authority_is_404_in_every_view(
    plugin: Plugin, site: Site, other_site: Site, client_at: At, staff: Staff
) -> None:
    for viewset in screens(plugin):
        mine, theirs = (_row(viewset, place) for place in (site, other_site))
        for role in roles_for(viewset.model, site):
            client = client_at(site, staff(site, role))
            own, foreign = _views(viewset, mine), _views(viewset, theirs)

            assert 200 in {client.get(at).status_code for at in own}
            assert _codes(client.get, foreign) <= {404, 405}
            assert _codes(client.post, foreign) <= {404, 405}
        assert theirs == viewset.model.objects.get(pk=theirs.pk)


@for_plugins_with("screens")
def test_lists_show_nothing_of_another_authority(
    plugin: Plugin, site: Site, other_site: Site, client_at: At, staff: Staff
) -> None:
    for viewset in screens(plugin):
        mine, theirs = (_row(viewset, place) for place in (site, other_site))
        role = roles_for(viewset.model, site)[0]
        index = reverse(viewset.get_url_name("index"))

        listed = client_at(site, staff(site, role)).get(index).content.decode()

        assert [at for at in _views(viewset, mine) if at in listed] != []
        assert [at for at in _views(viewset, theirs) if at in listed] == []


@for_plugins_with("choosers")
def test_choosers_offer_and_take_nothing_of_another_authority(
    plugin: Plugin, site: Site, other_site: Site, client_at: At, staff: Staff
) -> None:
    for chooser in choosers(plugin):
        mine, theirs = (make_row(chooser.model, at) for at in (site, other_site))
        client = client_at(site, staff(site, roles_for(chooser.model, site)[0]))
        offered = client.get(reverse(chooser.get_url_name("choose"))).json()["html"]
        own, foreign = (
            reverse(chooser.get_url_name("chosen"), args=[row.pk])
            for row in (mine, theirs)
        )

        assert (own in offered, foreign in offered) == (True, False)
        assert client.get(own).status_code == 200
        assert client.get(foreign).status_code == 404


@for_plugins_with("sealed_types")
def test_what_is_encrypted_cannot_be_read_in_the_database(
    plugin: Plugin, site: Site
) -> None:
    for model in sealed_types(plugin):
        row = make_row(model, site, **_marked_lists(model))
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  (a model's own table)
            stored = cursor.fetchall()

        assert MARKER in _open_values(row)
        assert stored
        assert MARKER not in str(stored)


def test_every_model_with_a_person_in_it_is_declared(plugin: Plugin) -> None:
    declared = {data.of for data in declared_by(plugin)}
    sealed = set(sealed_types(plugin))

    assert sealed - declared == set()
    # One that only points to people, and holds no words, has nothing to seal.
    assert {m for m in declared - sealed if _has_words(m)} == set()


def test_what_names_a_person_is_encrypted(plugin: Plugin) -> None:
    open_fields = [
        f"{model.__name__}.{field.name}"
        for model in plugin.get_models()
        # Pages and settings are published words; other rows are about somebody.
        if has_site(model) and not hasattr(model, "for_site")
        for field in model._meta.local_fields
        if field.name in NAMING and not hasattr(field, "seal")
    ]

    assert open_fields == []


def _has_words(model: Any) -> bool:
    texts = (CharField, TextField, JSONField)
    return any(
        isinstance(field, texts) and field.editable and not field.choices
        for field in model._meta.local_fields
    )


def _marked_lists(model: Any) -> dict[str, list[str]]:
    fields = model._meta.concrete_fields
    return {f.name: [MARKER] for f in fields if isinstance(f, EncryptedJSONField)}


def _row(viewset: Any, site: Site) -> Any:
    # Two inboxes share a table: such a viewset names its own rows by `kind`.
    kind = getattr(viewset, "kind", "")
    return make_row(viewset.model, site, **({"kind": kind} if kind else {}))


def _views(viewset: Any, row: Model) -> list[str]:
    """The address of every view of this row, as many as its viewset has."""
    return list(_addresses(viewset, row))


def _addresses(viewset: Any, row: Model) -> Iterator[str]:
    for pattern in viewset.get_urlpatterns():
        arguments = sample_arguments(pattern, pk=row.pk)
        if "pk" in arguments and not pattern.name.startswith("chooser"):
            yield reverse(viewset.get_url_name(pattern.name), kwargs=arguments)


def _codes(ask: Callable[[str], Any], addresses: list[str]) -> set[int]:
    return {ask(address).status_code for address in addresses}


def _open_values(row: Model) -> str:
    return str([getattr(row, field.attname) for field in row._meta.concrete_fields])
