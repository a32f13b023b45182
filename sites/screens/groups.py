"""The list of pages of settings: ours, and those that rooms above add."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from sites.models import Service
from sites.screens import pages
from sites.screens.forms import SettingsForm
from sites.screens.languages import LanguagesForm

Words = str | Promise
MakeForm = Callable[..., SettingsForm]


def _nothing(service: Service) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """A page of settings. `status` says in a word how things stand, where it matters.

    `form(data, service=…)` makes its form. `local` pages are not for the hub.
    """

    key: str
    title: Words
    summary: Words
    icon: str = "cog"
    form: MakeForm
    status: Callable[[Service], str | Promise] = _nothing
    local: bool = True

    def names(self, service: Service) -> list[str]:
        """The settings on this page, without asking the database for choices."""
        meta: Any = getattr(self.form, "Meta", None)
        return list(meta.fields) if meta else []


OURS = (
    Group(
        key="names",
        title=_("Your service"),
        summary=_("Its name in both languages, and whom it serves."),
        icon="home",
        form=pages.NamesForm,
        local=False,
    ),
    Group(
        key="contact",
        title=_("How to reach you"),
        summary=_("Phone, e-mail, opening hours and postal address."),
        icon="mail",
        form=pages.ContactForm,
        local=False,
    ),
    Group(
        key="worry",
        title=_("Worried about a child?"),
        summary=_("The numbers at the foot of every page."),
        icon="warning",
        form=pages.WorryForm,
    ),
    Group(
        key="privacy",
        title=_("Privacy"),
        summary=_("The controller, the data protection officer, who runs the service."),
        icon="lock",
        form=pages.PrivacyForm,
    ),
    Group(
        key="languages",
        title=_("Languages"),
        summary=_("Which comes first, and what Welsh language standards ask of you."),
        icon="globe",
        form=LanguagesForm,
    ),
    Group(
        key="publishing",
        title=_("Publishing"),
        summary=_("Whether a manager approves each page."),
        icon="check",
        form=pages.ApprovalForm,
    ),
    Group(
        key="visits",
        title=_("Volunteers and visits"),
        summary=_("Minimum age, for how long, how often."),
        icon="group",
        form=pages.VisitsForm,
    ),
)
SPAM = Group(
    key="spam",
    title=_("Spam protection"),
    summary=_("Keys for reCAPTCHA, if you use it."),
    icon="key",
    form=pages.SpamForm,
)

Provider = Callable[[Site], list[Group]]
_providers: list[Provider] = []


def register_groups(provider: Provider) -> Provider:
    """Let `provider(site)` add pages to the settings; usable as a decorator."""
    _providers.append(provider)
    return provider


def groups_of(site: Site) -> list[Group]:
    """The pages of settings at `site`, in the order of the list."""
    added = [group for provider in _providers for group in provider(site)]
    groups = [*OURS, *added, SPAM]
    if site.profile.is_hub:
        return [group for group in groups if not group.local]
    return groups


def group_called(site: Site, key: str) -> Group | None:
    """The page of settings with this key at `site`; None where there is none."""
    return next((group for group in groups_of(site) if group.key == key), None)


def home_of_setting(name: str) -> str:
    """The key of the page on which one of our settings stands."""
    service = Service()
    return next((g.key for g in OURS if name in g.names(service)), "")
