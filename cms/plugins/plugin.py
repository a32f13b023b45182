"""What a plugin declares. One subclass of `Plugin` in the plugin's `apps.py`."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from cms.plugins.deprecation import adopt_old_names
from cms.plugins.failing import named_when_it_fails


class Audience(StrEnum):
    """The kind of site on which a plugin can be switched on."""

    LOCAL = "local"
    HUB = "hub"
    BOTH = "both"

    def suits(self, kind: str) -> bool:
        """Whether a site of `kind` ("local" or "hub") can have the plugin."""
        return self in (Audience.BOTH, kind)


class Plugin(AppConfig):
    """One capability that a service can switch on and off.

    Paths are dotted and relative to the plugin's own package; the system checks load
    every one of them, so a misspelt path stops the start.
    """

    default = False

    summary: ClassVar[str | Promise] = ""
    host: ClassVar[str] = ""
    audience: ClassVar[Audience] = Audience.LOCAL
    requires: ClassVar[Sequence[str]] = ()
    new_sites: ClassVar[bool] = False
    always_on: ClassVar[bool] = False
    urls: ClassVar[str | None] = None
    viewsets: ClassVar[Sequence[str]] = ()
    panels: ClassVar[Sequence[str]] = ()
    this_week: ClassVar[Sequence[str]] = ()
    slots: ClassVar[Mapping[str, str]] = {}
    jobs: ClassVar[Sequence[str]] = ()
    measures: ClassVar[Sequence[str]] = ()
    facts: ClassVar[Mapping[str, str]] = {}
    pairs: ClassVar[Sequence[str]] = ()
    offers: ClassVar[Sequence[str]] = ()
    mails: ClassVar[Sequence[str]] = ()
    mail_words: ClassVar[Sequence[str]] = ()
    keeps: ClassVar[Sequence[str]] = ()
    personal_data: ClassVar[Sequence[str]] = ()
    starter: ClassVar[str | None] = None
    demo: ClassVar[str | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True
        adopt_old_names(cls)
        if "ready" in vars(cls):
            cls.ready = named_when_it_fails(cls.ready)  # type: ignore[method-assign]

    @named_when_it_fails
    def import_models(self) -> None:
        """Import the models; a plugin whose models fail says which plugin it is."""
        super().import_models()

    def load(self, path: str) -> Any:
        """Return the object at `path`, relative to this plugin; ImportError if none."""
        return import_string(f"{self.name}.{path}")

    def declared_paths(self) -> list[str]:
        """Every dotted path this plugin declares, for the checks to load."""
        single = [path for path in (self.starter, self.demo) if path]
        many = [
            *self.viewsets,
            *self.panels,
            *self.this_week,
            *self.jobs,
            *self.measures,
            *self.facts.values(),
            *self.pairs,
            *self.offers,
            *self.mail_words,
            *self.keeps,
            *self.personal_data,
        ]
        return single + many

    def on_enable(self, site: Any) -> None:
        """Called inside the transaction that switches the plugin on for `site`."""

    def on_disable(self, site: Any) -> None:
        """Called inside the transaction that switches the plugin off for `site`."""
