"""Every rule of the contract: its id, what it means when it fails, what to do then.

Ids are never given to another rule. docs/plugin-checks.md shows this table.
"""

from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Error, Warning

from cms.plugins.failing import THE_CURE


@dataclass(frozen=True)
class Rule:
    """What a failed check means, and its cure."""

    meaning: str
    cure: str


RULES = {
    "cms.E001": Rule(
        "An entry point leads to a package without a plugin.",
        "Subclass cms.plugins.Plugin once, in apps.py of the package that the entry"
        " point names.",
    ),
    "cms.E002": Rule(
        "A plugin's label is not the name of its entry point.",
        "Give both the same name.",
    ),
    "cms.E003": Rule(
        "A declared path cannot be imported.",
        "Write it dotted and relative to the plugin's package, like admin.MyViewSet,"
        " and see that its module can be imported.",
    ),
    "cms.E004": Rule(
        "Plugins require one another in a circle.",
        "Take one of them out of `requires`, or make them one plugin.",
    ),
    "cms.E005": Rule(
        "A required plugin is not installed.",
        "Install the package that brings it, or take it out of `requires`.",
    ),
    "cms.E006": Rule(
        "The plugin does not support this version of the contract.",
        "Install a version of the plugin that does; or, as its author, read"
        " docs/plugin-contract.md, try it, and widen `host`.",
    ),
    "cms.E007": Rule(
        "A page type of a plugin is not a PluginPage.",
        "Subclass cms.models.PluginPage: without it no gate knows the page.",
    ),
    "cms.E008": Rule(
        "A page type offered to the hub cannot be.",
        "Subclass cms.models.OfferableArticlePage, in this plugin.",
    ),
    "cms.E009": Rule(
        "A model has a site and is not scoped to it.",
        "Subclass cms.models.SiteOwned for rows or cms.models.SiteSettings for settings"
        " and take the field out.",
    ),
    "cms.E011": Rule(
        "`host` is no PEP 440 specifier.",
        'Write the versions of the contract that you support, like host = ">=1,<2".',
    ),
    "cms.E012": Rule(
        "A declared attribute holds the wrong type.",
        "Write it as its paragraph in docs/plugins.md does. A list needs its brackets"
        " even for one path: a text would be read letter by letter.",
    ),
    "cms.E013": Rule(
        "The declaration holds a name that the contract does not know.",
        "Mend the spelling; begin the names of what is your own with an underscore.",
    ),
    "cms.E014": Rule(
        "The declaration leaves out what every plugin must say.",
        "Say it in apps.py.",
    ),
    "cms.E015": Rule(
        "An admin screen shows rows of every site, or escapes the gates.",
        "Subclass cms.admin.SiteOwnedViewSet or SiteOwnedChooserViewSet (or Wagtail's"
        " ViewSet where there is no model) and name it in `viewsets`; register no"
        " snippets and nothing yourself.",
    ),
    "cms.E016": Rule(
        "A declared path leads to the wrong kind of thing.",
        "See the paragraph on the attribute in docs/plugins.md.",
    ),
    "cms.E017": Rule(
        "A template or place that is declared does not exist.",
        "Put the template under templates/<label>/; a mail has two,"
        " mail/<name>.subject.txt and mail/<name>.txt.",
    ),
    "cms.E018": Rule(
        "A plugin can be on where one that it requires cannot.",
        "Narrow `audience` to where both can be switched on.",
    ),
    "cms.E019": Rule(
        "A Wagtail hook acts on every site, whether the plugin is on there or not.",
        "Register it with cms.admin.site_hook, or use the attribute that is meant"
        " for it.",
    ),
    "cms.E020": Rule(
        "A model with a person in it is not declared.",
        "Name it in `personal_data`: the people in it have rights.",
    ),
    "cms.E021": Rule(
        "A label cannot be used.",
        "Choose another one, in apps.py and as the name of the entry point.",
    ),
    "cms.E022": Rule(
        "A plugin raises an exception while it is loaded.",
        THE_CURE,
    ),
    "cms.E023": Rule(
        "A plugin's template stands outside its own folder.",
        "Move it under templates/<label>/: elsewhere it could replace one of the"
        " host's on every site.",
    ),
    "cms.E024": Rule(
        "A setting of a plugin is not a setting of one site.",
        "Subclass cms.models.SiteSettings.",
    ),
    "cms.W001": Rule(
        "A declared attribute has a new name; the old one still works.",
        "Write the new name before the version in which the old one is gone.",
    ),
}


def broken(rule: str, what: str, obj: Any = None) -> CheckMessage:
    """The message of a failed rule: what is wrong here, and the cure as its hint."""
    kind = Warning if rule.startswith("cms.W") else Error
    return kind(what, hint=RULES[rule].cure, obj=obj, id=rule)
