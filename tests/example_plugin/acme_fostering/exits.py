"""Where the journey cannot take somebody further: a kind page that leads somewhere."""

from django.utils.translation import gettext_lazy as _

from forms.journeys.declaring import Exit, Situation

NO_ROOM = Exit(
    key="no_room",
    slugs={"en": "not-now", "cy": "ddim-nawr"},
    template="fostering/exits/no_room.html",
    title=_("Not now, but there are other ways to help"),
)


def leave_without_room(situation: Situation) -> str | None:
    """The exit of somebody who has no room for a child and can make none free."""
    return NO_ROOM.key if situation.answers.get("space") is False else None
