"""The templates of the mails that features send: their words come with the software."""

from collections.abc import Iterator
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import gettext, override, pgettext, trim_whitespace
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.activation import active_plugins
from cms.language import Pair


def mail_templates(site: Site) -> Iterator[Pair]:
    """Each mail of the features that are on, as its words stand in the catalogues."""
    for plugin in active_plugins(site):
        for mail in plugin.mails:
            words = [
                word
                for ending in (".subject.txt", ".txt")
                for word in _words(f"{plugin.label}/mail/{mail}{ending}")
            ]
            yield Pair(
                kind=_("Mail template"),
                name=f"{plugin.verbose_name}: {mail}",
                en="\n".join(word for _context, word in words),
                cy=_in_welsh(words),
            )


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
