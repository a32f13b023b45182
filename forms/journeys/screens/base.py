"""What every screen knows: page, place, the browser's draft, the way through."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.models import Site

from cms.language.links import LanguageLink, language_links
from cms.surroundings import around
from forms.journeys import cookies, drafts
from forms.journeys.declaring import Answers, Journey, Situation
from forms.journeys.finding import page_of
from forms.journeys.headings import heading
from forms.journeys.models import Draft, Receipt
from forms.journeys.notices import CARRIED, UNSAVED, notice
from forms.journeys.pages import address_under
from forms.journeys.questions.asking import in_version, text_of
from forms.journeys.questions.content import Said
from forms.journeys.questions.models import FormVersion
from forms.journeys.questions.services import newest_version
from forms.journeys.screens.gate import not_open
from forms.journeys.walk import Walk
from sites.models import Service

if TYPE_CHECKING:
    from forms.journeys.pages import JourneyPage


class Screen:
    """One address under a journey's page. `get` and `post` are the subclass's."""

    template = ""
    private = True
    heard = ""
    """Under which name an editor gives it a recording, in a form for children."""
    shown_when_closed = False
    """Whether it is shown although the form has closed since."""
    for_who_has_begun = False
    """Whether it is shown while the form is paused, to a browser without a draft."""

    def __init__(
        self, *, page: "JourneyPage", request: HttpRequest, **what: Any
    ) -> None:
        self.page = page
        self.request = request
        self.what = what
        self.declared: Journey = page.journey
        site = Site.find_for_request(request)
        if site is None:
            raise Http404
        self.site: Site = site
        # It came with the site; a site without one has its row made, and stays closed.
        service = Service.of(site) or Service.for_site(site)
        self.service: Service = service
        self.language = "cy" if get_language() == "cy" else "en"

    def respond(self) -> HttpResponse:
        """The answer, which nobody may keep unless it is the same for everybody."""
        answer = not_open(self)
        if answer is None:
            answer = self.post() if self.request.method == "POST" else self.get()
        if self.private or self.declared.for_children:
            add_never_cache_headers(answer)
        if self.private:
            answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    def get(self) -> HttpResponse:
        """Answer a GET or HEAD."""
        raise NotImplementedError

    def post(self) -> HttpResponse:
        """Answer a POST; a screen that takes none answers as to GET."""
        return self.get()

    @property
    def csrf_failed(self) -> bool:
        """Whether the form came without a valid token: then nothing may be saved."""
        return bool(getattr(self.request, "csrf_failed", False))

    @cached_property
    def version(self) -> FormVersion | None:
        """The version of the browser's draft, else the newest; None: as supplied."""
        if self.declared.own_questions is None:
            return None
        if self.draft is not None:
            return self.draft.form_version
        return newest_version(self.site, self.declared.kind)

    @cached_property
    def journey(self) -> Journey:
        """The journey as its version asks it."""
        return in_version(self.declared, self.version)

    def own_words(self, key: str) -> Said | None:
        """The service's own words for a text, in the version; None: as supplied."""
        return text_of(self.version.read(), key) if self.version else None

    @cached_property
    def draft(self) -> Draft | None:
        """The draft whose key this browser holds."""
        key = cookies.read_key(self.request, self.declared)
        if not key:
            return None
        draft = drafts.find(
            site=self.site, kind=self.declared.kind, door=self.declared.door, key=key
        )
        return draft if self.still_leads_somewhere(draft) else None

    def still_leads_somewhere(self, draft: Draft | None) -> bool:
        """Whether what a draft adds to, if it adds to anything, is still there."""
        return draft is None or not draft.adds_to or self.earlier(draft) is not None

    def earlier(self, draft: Draft) -> Answers | None:
        """What was sent before, as far as the draft's questions depend on it."""
        known: dict[str, Answers | None] = self.__dict__.setdefault("_earlier", {})
        if draft.adds_to not in known:
            find = self.declared.earlier
            known[draft.adds_to] = find(self.site, draft.adds_to) if find else None
        return known[draft.adds_to]

    def use(self, draft: Draft) -> None:
        """Go on with this draft, whose answers have changed."""
        self.draft = draft
        for known in ("situation", "walk"):
            self.__dict__.pop(known, None)

    @property
    def receipt(self) -> Receipt | None:
        """The receipt of the browser's draft, where it has been sent."""
        return getattr(self.draft, "receipt", None) if self.draft else None

    @cached_property
    def situation(self) -> Situation:
        """What is known now."""
        draft = self.draft
        return Situation(
            site=self.site,
            service=self.service,
            language=self.language,
            answers=draft.answers if draft else {},
            adds_to=draft.adds_to if draft else "",
            earlier=(draft and draft.adds_to and self.earlier(draft)) or {},
            asks_only=draft.asks_only if draft else (),
        )

    @cached_property
    def walk(self) -> Walk:
        """The way through the journey with the answers kept so far."""
        return Walk(self.journey, self.situation)

    @property
    def is_young(self) -> bool:
        """Whether it is a young person who reads: then we say "ti"."""
        return self.journey.is_young(self.situation)

    def address(self, where: str = "start", **query: str) -> str:
        """The path of another screen or step of this journey."""
        path = self.page.address(self.request, where)
        return f"{path}?{urlencode(query)}" if query else path

    def redirect(self, where: str, **query: str) -> HttpResponseRedirect:
        """Go on to another screen or step."""
        return HttpResponseRedirect(self.address(where, **query))

    def other_language(self, language: str) -> str | None:
        """The path of this very screen in `language`; None where there is none."""
        pair = around(self.request, self.page).pair
        if pair is None or pair.language != language:
            return None
        slugs, token = self.place()
        return address_under(pair, self.request, language, slugs, token)

    def language_links(self) -> list[LanguageLink]:
        """The switcher. On a device that a child shares it remembers no choice."""
        links = language_links(self.request, self.page, self.other_language)
        remembers = not self.declared.for_children
        return [replace(link, is_remembered=remembers) for link in links]

    def page_in(self, language: str) -> "JourneyPage":
        """The page of this form to which mails lead, in `language` if it has one."""
        form = self.declared
        return page_of(self.site, form.kind, language, door=form.door) or self.page

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        """The slugs of this screen, and its token if it has one."""
        return None, ""

    def welcome_back(self, key: str) -> HttpResponse:
        """Let this browser keep the draft's key, and go on where it stopped."""
        if self.receipt:
            answer = self.redirect("sent")
        else:
            missing = self.walk.missing
            where = missing.key if missing else "check"
            answer = self.redirect(where, notice="welcome")
        cookies.give_key(answer, self.declared, key)
        return answer

    def words(self, key: str) -> str | Promise:
        """A notice, in the words for whoever reads."""
        if key == "early" and self.draft is None:
            key = "begin"  # Nothing was kept: do not say that it was.
        if self.declared.for_children and key in UNSAVED:
            key = UNSAVED[key]
        return notice(key, young=self.is_young)

    def carried_notice(self) -> str | Promise:
        """What the redirect that led here has to say."""
        key = self.request.GET.get("notice", "")
        return self.words(key) if key in CARRIED else ""

    def render(
        self, *, template: str = "", status: int = 200, **more: Any
    ) -> TemplateResponse:
        """A page with what every screen shows, and `more`."""
        template = template or self.template
        context = {
            **self.page.get_context(self.request),
            "journey": self.journey,
            "service": self.service,
            "young": self.is_young,
            "fills_in": bool(self.situation.asks_only),
            "adds_to": "" if self.situation.is_first else self.situation.adds_to,
            "heading": heading(template, young=self.is_young),
            "language_links": self.language_links(),
            "leave_url": self.address("leave") if self.declared.for_children else "",
            "sound": self.page.sound_of(self.heard) if self.heard else None,
            "notice": self.carried_notice(),
            **more,
        }
        return TemplateResponse(self.request, template, context, status=status)

    def once_more(self, answer: HttpResponse) -> HttpResponse:
        """Mark an answer fit for a form whose token was not valid: it kept nothing."""
        answer.shows_step_again = True  # type: ignore[attr-defined]  # for cms.errors
        return answer
