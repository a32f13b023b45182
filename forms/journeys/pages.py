"""The page under which a journey's steps stand: its words are the editors'."""

from functools import cached_property
from http import HTTPMethod
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks import SMALL_TEXT, BodyStreamBlock
from cms.models import PluginPage
from forms.journeys.declaring import Exit, Journey, next_named
from forms.journeys.questions.content import OWN
from forms.journeys.questions.slugs import key_of, slugs_of
from forms.journeys.screen_slugs import SCREEN_SLUGS
from forms.journeys.sounds import SoundsBlock, wrong_screens
from forms.journeys.terms import note_of
from sites.models import Service


class JourneyPage(PluginPage):
    """A page that starts a journey; the steps are addresses under it.

    A subclass names its journey by `journey_path`, the dotted path of a Journey.
    """

    journey_path: ClassVar[str]
    stays_on_host: ClassVar[bool] = True  # So does the key of the browser's draft.
    template = "journeys/start.html"
    subpage_types: ClassVar[list[str]] = []
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
        HTTPMethod.POST,
    ]

    intro = StreamField(
        BodyStreamBlock(),
        blank=True,
        verbose_name=_("introduction"),
        help_text=_("Shown before the button with which people start."),
    )
    confirmation_text = RichTextField(
        _("text after sending"),
        features=SMALL_TEXT,
        blank=True,
        help_text=_("Shown under the reference number, after what happens next."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("confirmation_text"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    @cached_property
    def journey(self) -> Journey:
        """The journey that starts here."""
        return self.declared_journey()

    @classmethod
    def declared_journey(cls) -> Journey:
        """The journey of this type of page."""
        journey: Journey = import_string(cls.journey_path)
        return journey

    @classmethod
    def link_note(cls, site: Site) -> str:
        """That the form is paused, closed or not open yet; empty while it is open."""
        service = Service.of(site)
        return note_of(service, cls._meta.app_label) if service else ""

    def sound_of(self, screen: str) -> Any:
        """The recording of one of its screens: a form for adults has none."""
        return None

    def confirmation(self, receipt: Any) -> dict[str, Any]:
        """What the confirmation says besides: `next_steps` and `mailed_to`."""
        return {}

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The page itself, one of its screens or steps, or 404."""
        if not path_components:
            return super().route(request, path_components)
        if not self.live:
            raise Http404
        first, *rest = path_components
        language = self.locale.language_code
        if len(rest) > 1:
            raise Http404
        for screen in self.journey.screens(with_token=bool(rest)):
            if first == SCREEN_SLUGS[screen][language]:
                token = {"token": rest[0]} if rest else {}
                return RouteResult(self, kwargs={"screen": screen, **token})
        if rest:
            raise Http404
        part = self.journey.by_slug.get((language, first))
        # Whether there is such a question depends on the version: the screen knows.
        key = part.key if part else key_of(first, language)
        if not key or (part is None and self.journey.own_questions is None):
            raise Http404
        if isinstance(part, Exit):
            return RouteResult(self, kwargs={"screen": "exit", "part": part})
        return RouteResult(self, kwargs={"screen": "step", "part": key})

    def serve(
        self, request: HttpRequest, screen: str = "start", **what: Any
    ) -> HttpResponse:
        """Answer with one of the journey's screens."""
        from forms.journeys.screens import SCREENS

        return SCREENS[screen](page=self, request=request, **what).respond()

    def address(
        self, request: HttpRequest | None, where: str = "start", token: str = ""
    ) -> str:
        """The path of one of its screens, or of the step or exit with that key.

        Without a request where a job writes to somebody.
        """
        language = self.locale.language_code
        return address_under(self, request, language, self.parts(where), token)

    def parts(self, where: str) -> Any:
        """The slugs of a screen, step or exit; None for the start."""
        if where == "start":
            return None
        if where in SCREEN_SLUGS:
            return SCREEN_SLUGS[where]
        if OWN.fullmatch(where):
            return slugs_of(where)
        return next_named(self.journey.parts, where).slugs


class ChildrensPage(JourneyPage):
    """The page of a form for children, whose screens can be heard."""

    sounds = StreamField(
        SoundsBlock(),
        blank=True,
        verbose_name=_("recordings"),
        help_text=_(
            "Somebody who reads a screen aloud, for children who would rather listen."
            " Record it again when its words change."
        ),
    )

    content_panels = [*JourneyPage.content_panels, FieldPanel("sounds")]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse a recording of a screen that this form does not have."""
        super().clean()
        wrong = wrong_screens(self.sounds, self.journey)
        if wrong:
            raise ValidationError({"sounds": wrong})

    def sound_of(self, screen: str) -> Any:
        """The recording of a screen or step; None where there is none."""
        rows = (row.value for row in self.sounds if row.value["screen"] == screen)
        return next((row["recording"] for row in rows), None)


def address_under(
    page: Page, request: HttpRequest | None, language: str, slugs: Any, token: str = ""
) -> str:
    """The path of what has these slugs under `page`, which is in `language`.

    Never with a host: a journey goes on where it began, in either language.
    """
    base: str = page.get_url_parts(request)[2]
    parts = [slugs[language]] if slugs else []
    parts += [token] if token else []
    return base + "".join(f"{part}/" for part in parts)
