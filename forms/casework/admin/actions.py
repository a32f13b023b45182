"""What staff do on a case's screen, one view each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.mail import OutboundEmail
from forms.casework.admin.case import ActionView
from forms.casework.contact import confirm_address, drop_address, waiting_address
from forms.casework.services import (
    assign_case,
    change_languages,
    move_case,
    move_to_step,
    set_answer_by,
    write_note,
)
from forms.casework.undelivered import correct_address, send_again


class AssignView(ActionView):
    """Give the case to somebody."""

    form_name = "assign"
    done = gettext_lazy("Saved whose case it is.")

    def act(self, form: Any) -> None:
        assign_case(case=self.case, to=form.person, by=self.request.user)


class MoveView(ActionView):
    """Move the case to another stage, or to a plain step where those are shown."""

    form_name = "move"
    done = gettext_lazy("The case has moved on.")

    def act(self, form: Any) -> None:
        said = form.cleaned_data
        move = {
            "case": self.case,
            "by": self.request.user,
            "why": said["why"],
            "seen": said["seen"],
            "reason": form.reason,
            **form.said(form.way.stage),
        }
        if form.way.is_step:
            move_to_step(step=form.way.key, **move)
        else:
            move_case(to=form.way.key, **move)


class CloseView(ActionView):
    """Close the case."""

    form_name = "close"
    done = gettext_lazy("The case is closed.")

    def act(self, form: Any) -> None:
        stage, reason = form.exit
        move_case(
            case=self.case,
            to=stage,
            reason=reason,
            why=form.cleaned_data["why"],
            seen=form.cleaned_data["seen"],
            by=self.request.user,
            **form.said(form.exits[stage]),
        )


class LanguagesView(ActionView):
    """Keep in which languages they want to be written and spoken to."""

    form_name = "languages"
    done = gettext_lazy("Saved which languages they want to use.")

    def act(self, form: Any) -> None:
        change_languages(case=self.case, by=self.request.user, **form.cleaned_data)


class AddressView(ActionView):
    """Correct the e-mail address of the person."""

    form_name = "address"
    done = gettext_lazy("Saved the e-mail address.")

    def act(self, form: Any) -> None:
        email = form.cleaned_data["email"]
        correct_address(case=self.case, email=email, by=self.request.user)


class AnswerByView(ActionView):
    """Set by when the person hears of us."""

    form_name = "answer_by"
    done = gettext_lazy("Saved by when to answer.")

    def act(self, form: Any) -> None:
        day = form.cleaned_data["day"]
        set_answer_by(case=self.case, day=day, by=self.request.user)


class NoteView(ActionView):
    """Write a note."""

    form_name = "note"
    done = gettext_lazy("Your note is saved.")

    def act(self, form: Any) -> None:
        write_note(
            case=self.case,
            text=form.cleaned_data["text"],
            token=form.cleaned_data["token"],
            by=self.request.user,
        )


class RetryView(ActionView):
    """Send a mail again that could not be sent."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mail = OutboundEmail.objects.filter(
            pk=kwargs["mail"], site=self.site, case_reference=self.case.reference
        ).first()
        if mail is None:
            raise Http404
        send_again(case=self.case, mail=mail)
        messages.success(request, _("The e-mail will be sent again."))
        return self.back()


class NewAddressView(ActionView):
    """Confirm an address that its person asked for on the website, or let it go."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        new = waiting_address(self.case)
        if new is None or str(new.row_key) != request.POST.get("seen"):
            messages.error(
                request, _("Nothing was changed: no such address waits any more.")
            )
        elif "confirm" in request.POST:
            confirm_address(new, by=request.user)
            messages.success(request, _("From now on we write to the new address."))
        else:
            drop_address(new, by=request.user)
            messages.success(request, _("We go on writing to the address we have."))
        return self.back()
