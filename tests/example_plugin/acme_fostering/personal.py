"""Whose data an enquiry holds, for whoever asks what is kept of them."""

from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, PersonalData, by_all_words

ENQUIRIES = PersonalData(
    model="fostering.Enquiry",
    title=_("fostering enquiry"),
    fields={
        "received": Care.GIVE,
        "name": Care.GIVE,
        "email": Care.GIVE,
        "language": Care.GIVE,
    },
    find=by_all_words("fostering.Enquiry", ["name", "email"]),
    correctable=["name", "email"],
)
