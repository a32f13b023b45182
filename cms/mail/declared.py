"""Which mails can be edited: those that host apps and plugins declare.

A host app names them in `host_mail_words` of its AppConfig, a plugin in `mail_words`;
both by paths relative to the app.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string
from wagtail.models import Site

from cms.activation import active_labels
from cms.mail.editable import EditableMail
from cms.plugins import Plugin, installed_plugins


@cache
def all_editable() -> dict[str, EditableMail]:
    """Every declared mail by its key, the host's first."""
    host = [
        import_string(f"{config.name}.{path}")
        for config in apps.get_app_configs()
        if not isinstance(config, Plugin)
        for path in getattr(config, "host_mail_words", ())
    ]
    own = [
        plugin.load(path)
        for plugin in installed_plugins().values()
        for path in plugin.mail_words
    ]
    return {mail.key: mail for mail in (*host, *own)}


def editable_at(site: Site) -> list[EditableMail]:
    """The mails that the service may change: the host's, and those of what is on."""
    plugins, on = installed_plugins(), active_labels(site)
    return [
        mail
        for mail in all_editable().values()
        if mail.label not in plugins or mail.label in on
    ]


def editable_of(template: str, context: Mapping[str, Any]) -> EditableMail | None:
    """Which editable mail this template is for this reader; None where it is none."""
    found = [mail for mail in all_editable().values() if mail.template == template]
    marked = [mail for mail in found if mail.reader and context.get(mail.reader)]
    plain = [mail for mail in found if not mail.reader]
    return next(iter([*marked, *plain]), None)
