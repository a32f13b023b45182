"""The templates of the mails that features send: their words come with the software."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import gettext, override, pgettext, trim_whitespace
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.activation import active_plugins
from cms.language import Pair
from cms.plugins import installed_plugins

FLOORS = frozenset({"cms", "sites", "forms"})
SUBJECT = ".subject.txt"


def mail_templates(site: Site) -> Iterator[Pair]:
    """Each mail of the platform and of the features that are on, as catalogues say it.

    Nobody edits their words, so whatever is not even is mended with the software.
    """
    for name in platform_mails():
        yield _pair(name.rpartition("/")[2].replace("_", " "), name)
    for plugin in active_plugins(site):
        for mail in plugin.mails:
            name = f"{plugin.label}/mail/{mail}"
            yield _pair(f"{plugin.verbose_name}: {mail}", name)


@cache
def platform_mails() -> tuple[str, ...]:
    """The templates of mails that belong to no feature, as they lie beside the code."""
    features = set(installed_plugins())
    ours = [
        Path(app.path)
        for app in apps.get_app_configs()
        if app.name.partition(".")[0] in FLOORS and app.label not in features
    ]
    found = {
        f"{file.parts[-3]}/mail/{file.name.removesuffix(SUBJECT)}"
        for path in ours
        for file in path.glob(f"templates/*/mail/*{SUBJECT}")
    }
    return tuple(sorted(found))


def _pair(told: str, name: str) -> Pair:
    words = [word for end in (SUBJECT, ".txt") for word in _words(f"{name}{end}")]
    en = "\n".join(word for _context, word in words)
    return Pair(kind=_("Mail template"), name=told, en=en, cy=_in_welsh(words))


def _in_welsh(words: list[tuple[str, str]]) -> str:
    """Nothing as soon as one of them has no Welsh: the mail would be half English."""
    with override("cy"):
        said = [pgettext(c, word) if c else gettext(word) for c, word in words]
    same = any(ours == word for ours, (_context, word) in zip(said, words, strict=True))
    return "" if same else "\n".join(said)


def _words(name: str) -> Iterator[tuple[str, str]]:
    try:
        found: Any = get_template(name)
    except TemplateDoesNotExist:
        return
    nodes = found.template.nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        context = node.message_context
        literal = node.filter_expression.var
        text = getattr(literal, "literal", literal)
        yield (str(context.resolve({})) if context else ""), str(text)
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        if node.plural is None:
            text, _names = node.render_token_list(node.singular)
            yield "", trim_whitespace(text) if node.trimmed else text
