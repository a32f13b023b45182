"""The people of a site: who they are there, change it, let them go."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.roles import STAFF_ROLES
from sites.staff.admin.screens import StaffScreen
from sites.staff.forms import RemoveForm, RolesForm
from sites.staff.queries import (
    colleagues,
    people_of,
    person_at,
    waiting_invitations,
    works_elsewhere,
)
from sites.staff.refusals import StaffRefusal
from sites.staff.services import change_roles, remove, reset_second_factor
from sites.staff.work import in_hand, roles_that_can_take


class PeopleView(StaffScreen):
    """Everybody who works here, and the invitations that wait."""

    template_name = "staff/admin/people.html"
    page_title = gettext_lazy("People")
    above = []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            people=people_of(self.site),
            invitations=waiting_invitations(self.site),
            **kwargs,
        )


class OnePersonScreen(StaffScreen):
    """A screen about one person; says a refusal in words and changes nothing."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(person=self.person, **kwargs)

    def back(self) -> HttpResponse:
        """To the list; home for whoever has just left it."""
        still = person_at(self.site, self.request.user.pk or 0)
        may = still is not None and STAFF_ROLES.intersection(still.roles)
        return redirect("staff" if may else "wagtailadmin_home")


class PersonView(OnePersonScreen):
    """One person: their roles here, to change."""

    template_name = "staff/admin/person.html"

    def get_page_title(self) -> str:
        return str(self.person.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        held = {"roles": self.person.roles}
        kwargs.setdefault("form", RolesForm(site=self.site, initial=held))
        user = self.person.user
        may_reset = not (works_elsewhere(self.site, user) or user.is_superuser)
        return super().get_context_data(may_reset=may_reset, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = self.person.user
        form = RolesForm(request.POST, site=self.site)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            left_behind = change_roles(
                site=self.site,
                user=user,
                roles=form.cleaned_data["roles"],
                by=request.user,
            )
        except StaffRefusal as refusal:
            form.add_error("roles", str(refusal))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(
            request, _("The roles of %(name)s are saved.") % {"name": user}
        )
        for words in left_behind:
            nobody = _("Nobody has these now: %(work)s. Give them to somebody.")
            messages.warning(request, nobody % {"work": words})
        return self.back()


class FactorView(OnePersonScreen):
    """Asks before somebody's lost second factor is taken away."""

    template_name = "staff/admin/factor.html"
    page_title = gettext_lazy("Reset the second factor")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = self.person.user
        try:
            reset_second_factor(site=self.site, user=user, by=request.user)
        except StaffRefusal as refusal:
            messages.error(request, str(refusal))
        else:
            say_reset(request, str(user))
        return redirect("staff_person", user.pk)


def say_reset(request: HttpRequest, name: str) -> None:
    """Say what has been done about the second factor."""
    words = _("The second factor of %(name)s is reset. They are told by mail.")
    messages.success(request, words % {"name": name})


class RemoveView(OnePersonScreen):
    """Asks before somebody is let go, and who takes over their work."""

    template_name = "staff/admin/remove.html"

    def get_page_title(self) -> str:
        return _("Remove %(name)s") % {"name": self.person.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        held = in_hand(self.site, self.person.user)
        kwargs.setdefault("form", self._form(None) if held else None)
        return super().get_context_data(
            held=held,
            invitations=waiting_invitations(self.site).filter(
                invited_by=self.person.user
            ),
            is_self=self.person.user == self.request.user,
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = self.person.user
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            remove(site=self.site, user=user, by=request.user, to=form.person)
        except StaffRefusal as refusal:
            messages.error(request, str(refusal))
            return redirect("staff_person", user.pk)
        gone = _("%(name)s no longer works here.") % {"name": user}
        messages.success(request, gone)
        return self.back()

    def _form(self, data: Any) -> RemoveForm:
        held = in_hand(self.site, self.person.user)
        roles = roles_that_can_take(held) or self.site.profile.roles
        people = colleagues(self.site, self.person.user, roles)
        return RemoveForm(data, people=people)
