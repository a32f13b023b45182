"""One step: show its form, keep its answers, go on."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any, TypeGuard

from django.http import Http404, HttpResponse

from forms.journeys import cookies, drafts, spam
from forms.journeys.campaigns import campaign_of
from forms.journeys.declaring import Answers, Step
from forms.journeys.deleting import delete_draft
from forms.journeys.forms import Doubt, StepForm
from forms.journeys.headings import section_caption
from forms.journeys.screens.base import Screen


class StepScreen(Screen):
    """A GET writes nothing; a POST keeps the answers and redirects."""

    template = "journeys/step.html"

    @cached_property
    def step(self) -> Step:
        """The step this address is, as the version asks it; 404 where it asks none."""
        try:
            return self.journey.step(self.what["part"])
        except KeyError:
            raise Http404 from None

    @property
    def came_from(self) -> str:
        """ "check" to change one answer, "section" to go through a section again."""
        came = self.request.GET.get("from", "")
        return came if came in {"check", "section"} else ""

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return self.step.slugs, ""

    def get(self) -> HttpResponse:
        if self.receipt:
            return self.redirect("sent")
        if not self.walk.may_visit(self.step):
            missing = self.walk.missing
            if missing is None:
                return self.redirect("check")
            return self.redirect(missing.key, notice="early")
        return self.show(self.step.form(self.situation))

    def post(self) -> HttpResponse:
        if self.receipt:
            return self.once_more(self.redirect("sent"))
        form = self.step.form(self.situation, self.request.POST)
        if self.csrf_failed:
            return self.once_more(self.show_again(form, "again"))
        if not form.is_valid():
            return self.refuse(form)
        answers = form.stored()
        after = self.situation.having({**self.situation.answers, **answers})
        way_out = self.step.leads_out(after) if self.step.leads_out else None
        if way_out:
            return self.leave(way_out)
        doubts = form.doubts()
        if doubts and not self.were_shown(doubts):
            return self.show(form, doubts=doubts, doubted=mark_of(doubts))
        return self.keep(form, answers)

    @property
    def wants_to_save(self) -> bool:
        """Whether they would stop here and come back, where one can."""
        return "save" in self.request.POST and not self.declared.for_children

    @property
    def draft_life(self) -> timedelta:
        """How long the answers are kept while nobody saves them."""
        children = self.declared.for_children
        return drafts.CHILDS_LIFE if children else drafts.UNSAVED_LIFE

    def were_shown(self, doubts: list[Doubt]) -> bool:
        """Whether the page that was posted had shown them, or its reader leaves."""
        shown = self.request.POST.get("doubted", "")
        return self.wants_to_save or shown == mark_of(doubts)

    def leave(self, key: str) -> HttpResponse:
        """Go to an exit. Nothing that was typed is kept."""
        if self.draft:
            delete_draft(self.draft)
        answer = self.redirect(key)
        cookies.take_key(answer, self.declared)
        return answer

    def refuse(self, form: StepForm) -> HttpResponse:
        """Show what is wrong; somebody who only wants to leave may leave."""
        wants_to_leave = self.wants_to_save and self.draft
        if wants_to_leave and not form.has_changed():
            return self.redirect("save")
        words = self.words("unsaved") if wants_to_leave else ""
        return self.show(form, notice=words, offer_save=bool(wants_to_leave))

    def keep(self, form: StepForm, answers: Answers) -> HttpResponse:
        """Keep the answers, in a new draft if the browser has none."""
        draft, key, seen = self.draft, "", self.request.POST.get(spam.SEEN, "")
        if draft is None:
            if spam.is_over_limit(self.request, site_id=self.site.pk, doing="begin"):
                return self.show_again(form, "busy_unkept", status=429)
            opened = self.begin()
            draft, key = opened.draft, opened.key
        try:
            kept = drafts.merge(
                draft=draft,
                step=self.step,
                answers=answers,
                seen=seen,
                language=self.language,
                void=self.journey.void_after(self.step),
                flags=spam.signs_of_a_machine(self.request.POST),
                life=self.draft_life,
            )
        except drafts.StaleStep:
            draft.refresh_from_db()
            return self.show_again(form, "stale", status=409)
        self.use(kept)
        answer = self.go_on(found_no_draft=bool(key))
        if key:
            cookies.give_key(answer, self.declared, key)
        return answer

    def begin(self) -> drafts.Opened:
        """A new draft, as old as the page that began it."""
        return drafts.begin(
            site=self.site,
            kind=self.declared.kind,
            door=self.declared.door,
            language=self.language,
            form_version=self.version,
            started_at=spam.when_shown(self.request.POST.get(spam.SHOWN_AT, "")),
            campaign=campaign_of(self.request),
            life=self.draft_life,
        )

    def go_on(self, *, found_no_draft: bool) -> HttpResponse:
        """Where to go after the answer was kept."""
        missing = self.walk.missing
        if self.wants_to_save:
            return self.redirect("save")
        if found_no_draft and self.step != self.walk.first and missing:
            return self.redirect(missing.key, notice="lost")
        if self.came_from:
            return self.go_back_to_check()
        following = self.walk.after(self.step)
        return self.redirect(following.key if following else "check")

    def go_back_to_check(self) -> HttpResponse:
        """To the end, by way of what is missing and of the rest of the section."""
        came = {"from": self.came_from}
        if self.walk.missing:
            return self.redirect(self.walk.missing.key, **came, notice="changed")
        following = self.walk.after(self.step)
        if self.is_in_section(following):
            return self.redirect(following.key, **came)
        return self.redirect("check")

    def is_in_section(self, other: Step | None) -> TypeGuard[Step]:
        """Whether `other` belongs to the section that is gone through again."""
        if other is None or self.came_from != "section":
            return False
        return other.section == self.step.section

    def back_address(self) -> str:
        """One step back: on the way, or in the section; else where one came from."""
        before = self.walk.before(self.step)
        if self.is_in_section(before):
            return self.address(before.key, **{"from": "section"})
        if self.came_from:
            return self.address("check")
        return self.address(before.key if before else "start")

    def show_again(self, form: StepForm, words: str, status: int = 200) -> HttpResponse:
        """The step once more with what was posted, and a sentence that says why."""
        return self.show(form, notice=self.words(words), status=status)

    def show(self, form: StepForm, status: int = 200, **more: Any) -> HttpResponse:
        """The step with this form."""
        own = self.step.own(self.draft.answers if self.draft else {})
        extra: dict[str, Any] = {"notice": more["notice"]} if more.get("notice") else {}
        return self.render(
            status=status,
            step=self.step,
            sound=self.page.sound_of(self.step.key),
            form=form,
            heading=self.heading(form),
            back_url=self.back_address(),
            seen=drafts.fingerprint(own),
            shown_at=spam.shown_now(),
            honeypot=spam.HONEYPOT,
            can_save=self.draft is not None and not self.declared.for_children,
            save_url=self.address("save") if more.get("offer_save") else "",
            situation=self.walk.situation,
            section=section_caption(self.walk, self.step),
            doubts=more.get("doubts", ()),
            doubted=more.get("doubted", self.request.POST.get("doubted", "")),
            **extra,
        )

    def heading(self, form: StepForm) -> str:
        """The step's title, or the only question it asks."""
        only = form.heading_field
        return str(self.step.title or (form.fields[only].label if only else ""))


def mark_of(doubts: list[Doubt]) -> str:
    """What a page carries to say which doubts it has shown."""
    return " ".join(sorted(doubt.code for doubt in doubts))
