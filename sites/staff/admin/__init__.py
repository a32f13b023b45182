"""The People screens under /admin/staff/."""

from django.urls import path

from sites.staff.admin.invitations import AgainView, InviteView, WithdrawView
from sites.staff.admin.network import FirstManagerView, LostFactorView, ServicesView
from sites.staff.admin.people import FactorView, PeopleView, PersonView, RemoveView
from sites.staff.admin.screens import may_look_after_all, may_look_after_people

__all__ = ["may_look_after_all", "may_look_after_people", "urlpatterns"]

_invitation = "staff/invitations/<int:pk>/"
urlpatterns = [
    path("staff/", PeopleView.as_view(), name="staff"),
    path("staff/invite/", InviteView.as_view(), name="staff_invite"),
    path(f"{_invitation}again/", AgainView.as_view(), name="staff_again"),
    path(f"{_invitation}withdraw/", WithdrawView.as_view(), name="staff_withdraw"),
    path("staff/services/", ServicesView.as_view(), name="staff_services"),
    path(
        "staff/services/<int:pk>/",
        FirstManagerView.as_view(),
        name="staff_first_manager",
    ),
    path("staff/lost-factor/", LostFactorView.as_view(), name="staff_lost_factor"),
    path("staff/<int:pk>/second-factor/", FactorView.as_view(), name="staff_factor"),
    path("staff/<int:pk>/", PersonView.as_view(), name="staff_person"),
    path("staff/<int:pk>/remove/", RemoveView.as_view(), name="staff_remove"),
]
