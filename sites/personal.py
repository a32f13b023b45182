"""Whose data the rows of a service's own screens hold: its staff's."""

from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, PersonalData, acts, by_accounts

MEMBERSHIPS = PersonalData(
    model="authorities.Membership",
    title=_("Role at a service"),
    fields={"role": Care.GIVE},
    left_out={"user": "The row is found by it."},
    through=["user"],
)
COVERS = PersonalData(
    model="authorities.Cover",
    title=_("Time away"),
    fields={
        "person": Care.GIVE,
        "deputy": Care.OTHERS,
        "starts_on": Care.GIVE,
        "ends_on": Care.GIVE,
    },
    find=by_accounts("authorities.Cover", ["person", "deputy"]),
)
EVERYTHING = [
    MEMBERSHIPS,
    COVERS,
    acts("authorities.ServiceBatch", "created_by"),
    acts("authorities.SettingChange", "by"),
]
