"""What a plugin may declare, word for word; docs/plugin-contract.md tells its history.

Whoever adds, renames or removes one of these names raises the version and writes it
there: a test compares both.
"""

from enum import StrEnum

CONTRACT_VERSION = "1.9"


class Kind(StrEnum):
    """What the value of a declared attribute must be, in words for its author."""

    WORDS = "words for people, through gettext_lazy"
    VERSIONS = 'a PEP 440 specifier in text, such as ">=1,<2"'
    AUDIENCE = "a member of cms.plugins.Audience"
    SWITCH = "True or False"
    PATH = "one dotted path in text, or None"
    LIST = "a list or tuple of texts"
    MAPPING = "a mapping of text to text"


ATTRIBUTES = {
    "verbose_name": Kind.WORDS,
    "summary": Kind.WORDS,
    "host": Kind.VERSIONS,
    "audience": Kind.AUDIENCE,
    "requires": Kind.LIST,
    "new_sites": Kind.SWITCH,
    "always_on": Kind.SWITCH,
    "urls": Kind.PATH,
    "viewsets": Kind.LIST,
    "panels": Kind.LIST,
    "this_week": Kind.LIST,
    "slots": Kind.MAPPING,
    "jobs": Kind.LIST,
    "measures": Kind.LIST,
    "facts": Kind.MAPPING,
    "pairs": Kind.LIST,
    "offers": Kind.LIST,
    "mails": Kind.LIST,
    "mail_words": Kind.LIST,
    "keeps": Kind.LIST,
    "personal_data": Kind.LIST,
    "starter": Kind.PATH,
    "demo": Kind.PATH,
}
METHODS = ("on_enable", "on_disable")
"""What a plugin may define; each is called with the site."""

REQUIRED = ("verbose_name", "summary", "host")
"""What no plugin can do without."""

DJANGOS = ("name", "label", "path", "default", "default_auto_field", "ready")
"""What Django takes from an AppConfig, and a plugin may set or define."""

SLOTS = ("home", "news", "national_news", "from_services")
"""The places on other pages that plugins may fill."""

ROOMS = (
    "cms.admin",
    "cms.language",
    "cms.mail",
    "cms.models",
    "cms.offers",
    "cms.outside",
    "cms.plugins",
    "cms.privacy",
    "cms.retention",
    "cms.schedule",
    "cms.starter",
    "cms.theme.forms",
)
"""The rooms of the host whose exported names plugins may count on."""
