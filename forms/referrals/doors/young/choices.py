"""What a young person chooses between; "I don't mind" is always among it."""

from django.utils.translation import pgettext_lazy

from cms.theme.forms import Choice, Divider

Answers = list[Choice | Divider]

OWN, OTHER, NOT_SURE = "own", "other", "not_sure"
NOT_SAID = "not_said"
BY_PHONE = "me"

DO_NOT_MIND = Choice(
    "any", pgettext_lazy("a young person answers", "I don’t mind"), exclusive=True
)

MY_AGES = [
    Choice("under_13", pgettext_lazy("to a young person", "Under 13")),
    Choice("13-15", pgettext_lazy("to a young person", "13 to 15")),
    Choice("16-17", pgettext_lazy("to a young person", "16 or 17")),
    Choice("18+", pgettext_lazy("to a young person", "18 or over")),
    Choice(NOT_SAID, pgettext_lazy("a young person answers", "I’d rather not say")),
]

MY_LIKES: Answers = [
    Choice(
        "football",
        pgettext_lazy("a young person answers", "Football"),
        picture="cms/pictures/football.svg",
    ),
    Choice(
        "swimming",
        pgettext_lazy("a young person answers", "Swimming"),
        picture="cms/pictures/swimming.svg",
    ),
    Choice(
        "walking",
        pgettext_lazy("a young person answers", "Walks"),
        picture="cms/pictures/walking.svg",
    ),
    Choice(
        "animals",
        pgettext_lazy("a young person answers", "Animals"),
        picture="cms/pictures/animals.svg",
    ),
    Choice(
        "games",
        pgettext_lazy("a young person answers", "Games"),
        picture="cms/pictures/games.svg",
    ),
    Choice(
        "music",
        pgettext_lazy("a young person answers", "Music"),
        picture="cms/pictures/music.svg",
    ),
    Choice(
        "films",
        pgettext_lazy("a young person answers", "Films"),
        picture="cms/pictures/films.svg",
    ),
    Choice(
        "drawing",
        pgettext_lazy("a young person answers", "Drawing"),
        picture="cms/pictures/drawing.svg",
    ),
    Choice(
        "making",
        pgettext_lazy("a young person answers", "Making things"),
        picture="cms/pictures/making.svg",
    ),
    Choice(
        "cooking",
        pgettext_lazy("a young person answers", "Cooking"),
        picture="cms/pictures/cooking.svg",
    ),
    Choice(
        "baking",
        pgettext_lazy("a young person answers", "Baking"),
        picture="cms/pictures/baking.svg",
    ),
    Choice(
        "reading",
        pgettext_lazy("a young person answers", "Reading"),
        picture="cms/pictures/reading.svg",
    ),
    Divider(),
    DO_NOT_MIND,
]

MY_VISITOR: Answers = [
    Choice("listens", pgettext_lazy("a young person answers", "Somebody who listens")),
    Choice("fun", pgettext_lazy("a young person answers", "Somebody who is fun")),
    Choice("calm", pgettext_lazy("a young person answers", "Somebody calm")),
    Choice(
        "active",
        pgettext_lazy("a young person answers", "Somebody who likes being outdoors"),
    ),
    Choice("woman", pgettext_lazy("a young person answers", "A woman")),
    Choice("man", pgettext_lazy("a young person answers", "A man")),
    Choice(
        "welsh", pgettext_lazy("a young person answers", "Somebody who speaks Welsh")
    ),
    Divider(),
    DO_NOT_MIND,
]

WAYS_TO_REACH_ME = [
    Choice(
        "grown_up",
        pgettext_lazy("a young person answers", "Through a grown-up I pick"),
        reveals=("adult_name", "adult_phone"),
    ),
    Choice(
        BY_PHONE,
        pgettext_lazy("a young person answers", "Straight to me, by phone or message"),
        reveals=("my_phone",),
    ),
    Choice(
        "safe_way",
        pgettext_lazy("a young person answers", "You work out a safe way"),
        hint=pgettext_lazy(
            "to a young person", "You do not have to do anything. We will find a way."
        ),
    ),
]

MY_TIMES: Answers = [
    Choice("lunch", pgettext_lazy("to a young person", "At lunchtime")),
    Choice(
        "after_school", pgettext_lazy("to a young person", "After school or college")
    ),
    Choice("day", pgettext_lazy("to a young person", "During the day")),
    Divider(),
    DO_NOT_MIND,
]
