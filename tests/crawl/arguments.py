"""With what a parameter is filled: the ids of one service's rows, by its name.

Every first row of a service has the same number (see `furnishing`), so a parameter that
names a model by its number needs no line here. A name nobody knows fails the crawl: say
in WORDS what it is.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from django.apps import apps
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page

from cms.models import PluginPage
from tests.crawl.routes import Route

PAGES = {"page_id", "parent_page_id", "pk", "id", "object_id", "page_pk", "site_pk"}
NUMBERS = {"pk", "id", "object_id", "doc_id", "mail", "page_to_move_id", "handed"}
NUMBERS |= {"asked"}
NUMBERS |= {
    "page_to_copy_id",
    "destination_id",
    "destination_page_id",
    "uploaded_file_id",
}
TIED = (
    ("app_label", "model_name"),
    ("app_name", "model_name"),
    ("content_type_app_name", "content_type_model_name"),
)
"""Two parameters that name one model between them."""

Words = Callable[[Any], list[str]]


def these(*values: str) -> Words:
    """The same words for whichever service."""
    return lambda _furnished: list(values)


WORDS: dict[str, Words] = {
    "action": these(
        *("delete", "move", "publish", "unpublish", "add_tags", "add_to_collection"),
        *("assign_role", "set_active_state"),
    ),
    "action_name": these(
        *("copy", "delete", "move", "publish", "unpublish", "convert_alias"),
        *("copy_for_translation", "create_alias", "revert_to_page_revision"),
    ),
    "filter_spec": these("width-50"),
    "mode": these("default"),
    "key": these("blank", "hub", "own_1"),
    "kind": these("short"),
    "number": these("1"),
    "part": these("start", "own_1"),
    "language": these("en", "cy"),
    "letter": these("appointment", "ending"),
    "locale": these("en"),
    "reader": these("young-people", "pobl-ifanc"),
    "label": these("news"),
    "plugin": these("news"),
    "digest": these("x"),
    "position": these("0"),
    "uidb36": these("7"),
    "uidb64": these("Nw"),
    "token": these("x"),
    "prefix": these("x"),
}
"""What a parameter says that is no number of a row."""

ROWS: dict[str, Words] = {
    "revision_id_a": lambda one: [str(one.number), "earliest"],
    "revision_id_b": lambda one: [str(one.number), "latest"],
    "name": lambda one: [one.rendition.file.name.rpartition("/")[2]],
    "path": lambda one: [one.page.slug],
    "slug": lambda one: [one.page.slug],
}
"""What names a row otherwise than by its number."""

NAMELESS: dict[str, list[Words]] = {
    "wagtaildocs_serve": [
        lambda one: [str(one.document.pk)],
        lambda one: [one.document.filename],
    ],
    "wagtail_serve": [lambda one: [f"{one.page.slug}/", f"{one.draft.slug}/"]],
}
"""The groups of regular expressions that have no name, by the address's own name."""


class UnknownParameter(Exception):
    """Nobody has said with what to fill it."""

    def __init__(self, route: Route, name: str) -> None:
        super().__init__(
            f"{route}: nobody knows what “{name}” is. Say it in WORDS (or, if it is the"
            " number of a row, in NUMBERS) of tests/crawl/arguments.py."
        )


def fillings(route: Route, mine: Any, theirs: Any) -> Iterator[dict[str, str]]:
    """Arguments that name a row of theirs in one parameter at least.

    All theirs, then each mixture with what is mine: my page with their revision.
    """
    seen = set()
    for values in [*_of(route, theirs), *_mixtures(route, mine, theirs)]:
        key = tuple(values.values())
        if key not in seen:
            seen.add(key)
            yield values


def _mixtures(route: Route, mine: Any, theirs: Any) -> Iterator[dict[str, str]]:
    rows = [name for name in route.names if name not in _words(route)]
    if len(rows) < 2:
        return
    foreign = next(_of(route, theirs))
    for own in _of(route, mine):
        for chosen in product((True, False), repeat=len(rows)):
            if any(chosen) and not all(chosen):
                taken = {n: foreign[n] for n, t in zip(rows, chosen, strict=True) if t}
                yield {**own, **taken}


def own_filling(route: Route, mine: Any, like: dict[str, str]) -> dict[str, str]:
    """The same address with what is mine; words as they are in `like`."""
    own = next(_of(route, mine))
    return {
        name: like[name] if name in _words(route) else own[name] for name in route.names
    }


def address(route: Route, values: dict[str, str]) -> str:
    """The address with its parameters filled."""
    return route.template.format(**values).replace("%", "%25")


def number_or_word(name: str, furnished: Any) -> list[str]:
    """Values for a name that a view reads from a query or a form."""
    if name in QUERY:
        return QUERY[name](furnished)
    return [str(furnished.number)]


QUERY: dict[str, Words] = {
    "q": lambda one: [one.word],
    "query": lambda one: [one.word],
    "term": lambda one: [one.word],
    "search": lambda one: [one.word],
    "export": these("csv", "xlsx"),
    "file": these("csv", "xlsx"),
    "words": these("cy"),
    "tag": lambda one: [one.mark("tag")],
    "site": lambda one: [str(one.site.pk)],
    "next": lambda one: [f"http://{one.site.hostname}/"],
    "id": lambda one: [str(one.number), "all"],
    "childOf": lambda one: [str(one.number), str(one.home.pk)],
    "child_of": lambda one: [str(one.home.pk), str(one.site.root_page.get_parent().pk)],
    "descendant_of": lambda one: [str(one.home.pk)],
    "parent": lambda one: [str(one.home.pk)],
    "locale": these("cy"),
}
"""What is read from a query and is not the number of a row."""

WORDED = {"q", "query", "term", "search", "export", "tag"}
"""Names that look for words, which would leave nothing for the others to show."""

UNTOUCHED = {"p", "ordering", "sort", "csrfmiddlewaretoken", "page", "limit", "offset"}
"""Names that say how to show and never what."""


def _of(route: Route, one: Any) -> Iterator[dict[str, str]]:
    """Ways of filling the address with what belongs to `one`.

    Every combination of words with the first rows, then the other rows one by one.
    """
    words = _words(route)
    choices = [
        [{name: value} for value in _values(route, name, one)]
        for name in route.names
        if name not in words
    ]
    firsts = _merged(parts[0] for parts in choices)
    spoken = [_merged(parts) for parts in product(*_word_choices(route, one))]
    for said in spoken:
        yield _in_order(route, {**firsts, **said})
    for parts in choices:
        for other in parts[1:]:
            yield _in_order(route, {**firsts, **spoken[0], **other})


def _word_choices(route: Route, one: Any) -> list[list[dict[str, str]]]:
    tied = _tied(route)
    choices = [
        [{name: value} for value in WORDS[name](one)]
        for name in route.names
        if name in WORDS and name not in tied
    ]
    if tied:
        choices.append([dict(zip(tied, key, strict=True)) for key in _models(route)])
    return choices


def _merged(parts: Any) -> dict[str, str]:
    merged: dict[str, str] = {}
    for part in parts:
        merged |= part
    return merged


def _in_order(route: Route, values: dict[str, str]) -> dict[str, str]:
    return {name: values[name] for name in route.names}


def _values(route: Route, name: str, one: Any) -> list[str]:
    if name.startswith("nameless"):
        places = NAMELESS.get(route.name)
        place = [n for n in route.names if n.startswith("nameless")].index(name)
        if not places:
            return [""] if route.name == "" else _unknown(route, name)
        return places[place](one)
    if name in ROWS:
        return ROWS[name](one)
    if not _is_number(name):
        return _unknown(route, name)
    numbers = [one.number]
    if (name in PAGES and "pages/" in route.template) or "page_id" in name:
        numbers += [one.home.pk, one.draft.pk, one.home.get_parent().pk]
    elif name in PAGES:
        numbers.append(one.site.pk)
    return [str(number) for number in dict.fromkeys(numbers)]


def _unknown(route: Route, name: str) -> list[str]:
    raise UnknownParameter(route, name)


def _is_number(name: str) -> bool:
    if name in NUMBERS or name in PAGES:
        return True
    stem = name.removesuffix("_id").removesuffix("_pk").replace("_", "")
    models = {model._meta.model_name for model in apps.get_models()}
    named = any(stem.endswith(m) or m.endswith(stem) for m in models)
    return stem != name.replace("_", "") and named


def _words(route: Route) -> set[str]:
    return {name for name in route.names if name in WORDS or name in _tied(route)}


def _tied(route: Route) -> tuple[str, ...]:
    return next((pair for pair in TIED if set(pair) <= set(route.names)), ())


def _models(route: Route) -> list[tuple[str, str]]:
    """The models that an address of this kind can name."""
    if "wagtailsettings" in route.namespace:
        models = list(settings_registry)
    elif "content_type_app_name" in route.names:
        models = [m for m in apps.get_models() if issubclass(m, PluginPage)]
    else:
        labels = ("wagtailimages.Image", "wagtaildocs.Document", "taggit.Tag")
        labels += ("people.User", "casework.Case", "wagtailredirects.Redirect")
        models = [Page, *(apps.get_model(label) for label in labels)]
    return [(m._meta.app_label, m._meta.model_name) for m in models]
