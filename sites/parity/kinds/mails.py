"""The words of mails: those that come with the software, and a service's own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.urls import reverse
from django.utils.translation import gettext, override, pgettext, trim_whitespace
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.activation import active_plugins
from cms.language import Pair
from cms.mail_words import editable_at
from cms.plugins import installed_plugins
from sites.mail_words.versions import Current, all_current

FLOORS = frozenset({"cms", "sites", "forms"})
SUBJECT = ".subject.txt"
_FILLED = re.compile(r"%\(\w+\)s")


def mail_templates(site: Site) -> Iterator[Pair]:
    """Each mail of the platform and of the features that are on, by its human title.

    One that the service has put in its own words is as it was written; what is not even
    in the catalogue's words is mended with the software.
    """
    changeable = all_current(site, editable_at(site))
    for row in changeable:
        yield _pair_of(row)
    declared = {_files(row.mail.template) for row in changeable}
    for template in (*platform_mails(), *_mails_of_features(site)):
        if template not in declared:
            yield _pair(_title(template), template)


def _mails_of_features(site: Site) -> Iterator[str]:
    for plugin in active_plugins(site):
        yield from (f"{plugin.label}/mail/{mail}" for mail in plugin.mails)


def _pair_of(row: Current) -> Pair:
    """A mail whose words a service may change."""
    mail = row.mail
    supplied = _pair(str(mail.title), _files(mail.template))
    url = reverse("mail_words:edit", args=[mail.slug])
    if row.is_supplied:
        return replace(supplied, url=url)
    own = {code: own.text for code, own in row.own.items()}
    return replace(
        supplied,
        en=own.get("en", ""),
        cy=own.get("cy", ""),
        url=f"{url}#id_text_{row.behind or 'cy'}",
        stale=row.stale,
        since=row.last.saved_at if row.last else None,
    )


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


def _files(template: str) -> str:
    """What a mail's files are called, without their endings."""
    label, _slash, name = template.partition("/")
    return f"{label}/mail/{name}"


def _title(name: str) -> str:
    """What the mail is called where nobody names it: its subject, for the reader.

    What is filled in is left open.
    """
    said = [pgettext(c, w) if c else gettext(w) for c, w in _words(f"{name}{SUBJECT}")]
    return _FILLED.sub("…", said[0]) if said else ""


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
        literal = node.filter_expression.var
        text = getattr(literal, "literal", literal)
        yield _context(node), str(text)
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        if not node.plural:
            text, _names = node.render_token_list(node.singular)
            yield _context(node), trim_whitespace(text) if node.trimmed else text


def _context(node: Any) -> str:
    return str(node.message_context.resolve({})) if node.message_context else ""
