"""The base of every page, and the row that says a page is ready in its language."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.search import index

from cms.plugins import plugin_of
from cms.references import OwnPageForm
from cms.theme.forms.door import DoorForm

SCHEDULED = "wagtail.publish.scheduled"
"""What the log calls a publication at a time that was chosen before."""


class Readers(models.TextChoices):
    """Whom a page may be for; a form is where one of them takes the next step."""

    YOUNG = "young", _("Young people")
    VOLUNTEERS = "volunteers", pgettext_lazy("readers of a page", "Volunteers")
    CARERS = "carers", pgettext_lazy("readers of a page", "Carers")
    PROFESSIONALS = "professionals", pgettext_lazy("readers of a page", "Professionals")


class PageLanguage(models.Model):
    """A person has published this page in its own language.

    A row of its own, not a column of the page: copies and aliases must not inherit it,
    and one query over all page types must be able to ask for it.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="ready_language"
    )
    ready_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.page_id)


class PluginPage(Page):
    """The base of every page type; it exists only where its plugin is on.

    Where a language has a host of its own, a page asked on another host leads there;
    one that `stays_on_host` does not, for what the browser keeps about it in a cookie.
    At a site where one that `lists_offers` can be read, the search finds offers too.
    Of what is asked behind the “?” it reads the `query_parameters` alone: a page asked
    for anything else is not kept in the cache of pages.
    One that is a `door_for` some `Readers` is what a page for them leads to at its end.
    """

    stays_on_host: ClassVar[bool] = False
    lists_offers: ClassVar[bool] = False
    door_for: ClassVar[str] = ""
    query_parameters: ClassVar[frozenset[str]] = frozenset()

    base_form_class = OwnPageForm
    password_required_template = "cms/password_required.html"  # noqa: S105  (no password)

    class Meta:
        abstract = True

    @classmethod
    def plugin_label(cls) -> str | None:
        """The label of the plugin this page belongs to; None for the host's own."""
        label = cls._meta.app_label
        return label if plugin_of(label) else None

    @classmethod
    def link_note(cls, site: Site) -> str:
        """What a button or card that leads to such a page at `site` says besides.

        For instance that a form is paused. It asks the database nothing.
        """
        return ""

    @classmethod
    def get_search_fields(cls) -> list[Any]:
        """Those of the type, and what the search of cms.search compares, for all."""
        ours = [index.AutocompleteField(n) for n in ("search_tokens", "title_forms")]
        return [*super().get_search_fields(), *ours]

    def search_tokens(self) -> str:
        """The words of this page as the public search compares them."""
        from cms.search import index_tokens, texts_of

        return index_tokens(self.title, texts_of(self), self.locale.language_code)

    def title_forms(self) -> str:
        """The mutated forms of its title, for those who look for it in the admin."""
        from cms.search import title_forms

        return title_forms(self.title, self.locale.language_code)

    @classmethod
    def can_exist_under(cls, parent: Page) -> bool:
        from cms.activation import is_on_where

        if not super().can_exist_under(parent):
            return False
        label = cls.plugin_label()
        return label is None or is_on_where(parent, label)

    def can_move_to(self, parent: Page) -> bool:
        """Wherever it may exist, and every page below it too."""
        from cms.plugins.gates import off_after_move

        return super().can_move_to(parent) and not off_after_move(self, parent)

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """All or nothing: a plugin may be off for one of the pages below."""
        with transaction.atomic():
            return super().copy(*args, **kwargs)

    def create_alias(self, **kwargs: Any) -> Any:
        """The same."""
        with transaction.atomic():
            return super().create_alias(**kwargs)

    def publish(
        self, revision: Any, user: Any = None, log_action: Any = True, **kwargs: Any
    ) -> Any:
        """Whichever way it is published: never with a text that nobody translated.

        What was scheduled was whole when it was scheduled.
        """
        from cms.language.publish import note_scheduled
        from cms.language.translations import as_translated, refuse_unfinished

        is_scheduled = log_action == SCHEDULED
        if not is_scheduled:
            refuse_unfinished(self)
            revision = as_translated(self, revision, user)
        done = super().publish(revision, user=user, log_action=log_action, **kwargs)
        if is_scheduled:
            note_scheduled(self)
        return done

    def get_view_restrictions(self) -> Any:
        """None to look up where the page was found to have none, nor any above it.

        There are no aliases across languages, so nothing else needs to be followed.
        """
        if getattr(self, "is_restricted", True):
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def serve_password_required_response(
        self, request: Any, form: Any, action_url: str
    ) -> Any:
        """The door of a private page, with a wrong password told beside its field."""
        response = super().serve_password_required_response(
            request, DoorForm.of(form), action_url
        )
        response.context_data["form_action"] = action_url
        return response

    @property
    def language_ready_at(self) -> Any:
        """When a person published this page in its own language; None if nobody has."""
        row = getattr(self, "ready_language", None)
        return row.ready_at if row else None
