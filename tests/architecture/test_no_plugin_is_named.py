"""Built-in plugins have no privileges: nothing in the host or in sites names one.

English words are free: what couples is an import, an identifier, or a string, template
tag or class of the style sheet that is made of a plugin's label or of a model's name.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from cms.plugins.freshness import PROJECT, declared_plugins
from tests.architecture.sources import ROOT

FLOORS = ("cms", "sites")
PYPROJECT = ROOT / "pyproject.toml"
PLUGINS = declared_plugins(PYPROJECT)
TRANSLATING = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy"}
TAG = re.compile(r"{%(.*?)%}|{{(.*?)}}", re.DOTALL)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
CLASSES = re.compile(r"class=\"([^\"]*)\"")
COMPOUND = re.compile(r"([A-Z][a-z]+){2}")  # “newspage” couples, “application” may not.
SELECTOR = re.compile(r"\.([a-zA-Z][\w-]*)")
ANOTHER_NEWS = {
    "cms/blocks/sections.py": "The slot of the contract where the latest news stands.",
    "cms/plugins/contract.py": "The same: any plugin may fill it, and two of ours do.",
    "sites/demo/tour.py": "The key of a page's file, by which the walk finds it.",
}


def models_of_plugins() -> set[str]:
    """Names of the plugins' models, as their classes bear them."""
    return {
        model.__name__
        for label in PLUGINS
        if apps.is_installed(PLUGINS[label])
        for model in apps.get_app_config(label).get_models()
    }


def names(text: str, known: frozenset[str]) -> list[str]:
    """The plugins' names of which an identifier-like text is made."""
    if re.search(r"\s", text.strip()):
        return [module for module in PLUGINS.values() if f"{module}." in text]
    modules = [m for m in PLUGINS.values() if re.search(rf"\b{re.escape(m)}\b", text)]
    parts = {part.lower() for part in re.split(r"[^A-Za-z0-9_]+|__", text)}
    return modules + sorted(parts & known)


def in_python(text: str, known: frozenset[str]) -> Iterator[str]:
    tree = ast.parse(text)
    prose = set(_prose(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from names(node.module or "", known)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from names(alias.name, known)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in prose:
                yield from names(node.value, known)
        elif isinstance(node, ast.Name) and node.id in models_of_plugins():
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr in known:
            yield node.attr


def _prose(tree: ast.Module) -> Iterator[int]:
    """Docstrings and what is translated: words for people."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in TRANSLATING
        ):
            yield from (id(argument) for argument in node.args)


def in_template(text: str, known: frozenset[str]) -> Iterator[str]:
    for tag in TAG.finditer(text):
        inside = tag[1] or tag[2]
        words = inside.split()
        if words[:1] in (["translate"], ["trans"], ["blocktranslate"], ["comment"]):
            continue
        for quoted in QUOTED.finditer(inside):
            yield from names(quoted[1] or quoted[2] or "", known)
        for word in QUOTED.sub(" ", inside).split():
            yield from names(word, known)
    for given in CLASSES.finditer(text):
        for name in TAG.sub(" ", given[1]).split():
            yield from names(name, known)


def in_style(text: str, known: frozenset[str]) -> Iterator[str]:
    for selector in SELECTOR.finditer(text):
        yield from names(selector[1], known)


READERS = {".py": in_python, ".html": in_template, ".txt": in_template}
READERS |= {".scss": in_style, ".css": in_style}


def offences(path: Path) -> list[str]:
    lowered = {name.lower() for name in models_of_plugins() if COMPOUND.match(name)}
    known = frozenset(PLUGINS) | lowered
    found = READERS[path.suffix](path.read_text(encoding="utf-8"), known)
    name = str(path.relative_to(ROOT))
    free = {"news"} if name in ANOTHER_NEWS else set()
    return sorted(set(found) - free)


def test_nothing_in_the_host_or_in_sites_names_a_plugin() -> None:
    paths = [
        path
        for floor in FLOORS
        for path in sorted((ROOT / floor).rglob("*"))
        if path.suffix in READERS and "migrations" not in path.parts
    ]
    named = {str(p.relative_to(ROOT)): found for p in paths if (found := offences(p))}

    assert len(paths) > 200
    assert named == {}


def test_only_the_entry_points_name_them_among_the_settings() -> None:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]

    assert set(project["entry-points"]) == {"iv_cms.plugins"}
    assert project["name"] == PROJECT
    assert set(PLUGINS) >= {"standard_pages", "news"}


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (in_python, "from pages.news.models import NewsPage"),
        (in_python, "import forms.applications"),
        (in_python, 'x = "news"'),
        (in_python, 'x = reverse("news:index")'),
        (in_python, 'x = "standard_pages/page.html"'),
        (in_python, 'x = apps.get_model("news.NewsPage")'),
        (in_python, "page.newspage"),
        (in_template, '{% include "news/slots/latest.html" %}'),
        (in_template, "{% url 'plugins:referrals:ask' %}"),
        (in_template, '<ul class="iv-news {{ x }}">'),
        (in_template, "{{ page.newspage.date }}"),
        (in_style, ".iv-news__item { color: red; }"),
    ],
)
def test_what_couples_is_found(reader, text: str) -> None:
    known = frozenset(PLUGINS) | {"newspage"}

    assert list(reader(text, known))


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (in_python, '"""The news of a site."""'),
        (in_python, 'x = _("news")'),
        (in_python, 'x = "The latest news of applications."'),
        (in_template, '<p>{% translate "news" %} news</p>'),
        (in_style, ".iv-newsroom { color: red; }"),
    ],
)
def test_english_is_free(reader, text: str) -> None:
    known = frozenset(PLUGINS) | {"newspage"}

    assert list(reader(text, known)) == []


def test_no_migration_of_the_host_stands_on_a_plugin(db: None) -> None:
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    migrations = loader.disk_migrations
    ours = {
        config.label
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(ROOT) and config.label not in PLUGINS
    }
    hosts = {key: made for key, made in migrations.items() if key[0] in ours}

    assert {label for label, _name in hosts} >= {"cms", "authorities", "casework"}
    assert {
        key: label
        for key, migration in hosts.items()
        for label, _name in [*migration.dependencies, *migration.run_before]
        if label in PLUGINS
    } == {}
