"""Every mail that is ever sent, with something to say in each of its cases."""

import datetime as dt
from pathlib import Path
from typing import Any

from cms.language.catalogue import ROOT, SOURCES
from cms.roles import Role
from forms.applications.interviews.mails import (
    about_language,
    how_to_meet,
    in_each_language,
)
from sites.entry.words import NOTICES

_DAY = dt.date(2027, 5, 3)
_URL = "https://gwynedd.example/cy/"
_HUB = {"title": "Noson yn y dref", "reason": "Mae’n rhy hir.", "news_url": _URL}
_DIGEST = {
    "national": [{"title": "Safonau newydd", "url": _URL}],
    "others": [{"title": "Noson", "url": _URL, "by": "Powys"}],
    "ours": [
        {"title": "Noson yn y dref", "url": _URL, "state": state}
        for state in ("declined", "featured", "accepted")
    ],
    "settings_url": _URL,
}
_WRITTEN = {"subject": "Sgwrs", "body": "Helo Siân, beth am sgwrs?"}

_TASK = {"title": "Noson", "by": "Mari", "due_on": _DAY, "note": "", "url": _URL}
_SENT = {"name": "Siân", "reference": "GWY-1", "status_url": _URL}
_TALK = {
    "name": "Siân",
    "reference": "GWY-1",
    "begins": dt.datetime(2027, 5, 3, 14, 0, tzinfo=dt.UTC),
    "minutes": 45,
    "where": "07700 900123",
    "host": "Gethin",
    "coordinator": "Gethin",
    "url": _URL,
}
_TALKS = [
    {
        **_TALK,
        "way": way,
        "is_change": change,
        "spoken": spoken,
        "how_to_meet": in_each_language(how_to_meet)(way, _TALK["where"]),
        "about_language": in_each_language(about_language)(spoken, True),
    }
    for way, change, spoken in (
        ("place", False, "cy"),
        ("phone", True, "en"),
        ("online", False, ""),
    )
]

EVERY_MAIL: list[tuple[str, dict[str, Any]]] = [
    ("cms/message", _WRITTEN),
    *(("cms/translation_task", {"into": into, **_TASK}) for into in ("cy", "en")),
    *(("cms/translation_done", {"into": into, **_TASK}) for into in ("cy", "en")),
    ("casework/letter", {**_WRITTEN, "reference": "GWY-1"}),
    ("casework/new_case", {"reference": "GWY-1", "urgent": [], "url": _URL}),
    (
        "applications/received",
        {**_SENT, "contact_by": _DAY},
    ),
    ("applications/received_second", _SENT),
    ("applications/received_missing", _SENT),
    *(("applications/interview", talk) for talk in _TALKS),
    *(("applications/interview_off", {**_TALK, "goes_on": on}) for on in (True, False)),
    *(
        ("applications/interview_for_staff", {**talk, "is_off": off})
        for talk in _TALKS
        for off in (False, True)
    ),
    ("casework/status_link", {"reference": "GWY-1", "url": _URL, "days": 7}),
    ("casework/person_acted", {"reference": "GWY-1", "url": _URL, "what": "WHAT"}),
    ("casework/withdrawn", _SENT),
    *(
        (f"casework/{name}", {"reference": "GWY-1", "url": _URL, "days": 7})
        for name in ("confirm_address", "address_asked")
    ),
    ("casework/address_changed", {"reference": "GWY-1"}),
    *(
        ("casework/unread", {"reference": "GWY-1", "url": _URL, "days": days})
        for days in (1, 2)
    ),
    *(("authorities/not_filed", {"count": n, "url": _URL}) for n in (1, 2, 5)),
    ("casework/more_arrived", {"reference": "GWY-1", "url": _URL}),
    ("referrals/nudge_to_others", {"reference": "GWY-1", "url": _URL}),
    ("referrals/received", {"name": "Siân", "reference": "GWY-1", "answer_by": _DAY}),
    ("referrals/offer_link", {"name": "Siân", "url": _URL}),
    *(
        (f"referrals/{name}", {"reference": "GWY-1", "url": _URL})
        for name in ("confirm_sender", "approve")
    ),
    *(
        (name, {"url": _URL, "keeping_url": _URL, "expires_on": _DAY, "young": young})
        for name in ("journeys/resume", "journeys/reminder")
        for young in (False, True)
    ),
    *(
        ("hub_news/decided", {"state": state, **_HUB})
        for state in ("declined", "featured", "accepted")
    ),
    ("news/digest", _DIGEST),
    *(
        (
            "entry/notice",
            {
                "name": "Siân",
                "what": what,
                "when": dt.datetime(2027, 5, 3, 14, 0, tzinfo=dt.UTC),
                "reset_link": _URL,
            },
        )
        for what in NOTICES.values()
    ),
    ("entry/password_link", {"name": "Siân", "link": _URL}),
    *(
        (
            "staff/invitation",
            {
                "first_name": "Siân",
                "by": by,
                "roles": [role.label for role in Role],
                "expires_on": _DAY,
                "url": _URL,
            },
        )
        for by in ("", "Mari")
    ),
    ("authorities/page_approved", {"title": "Noson", "url": _URL}),
    ("authorities/page_returned", {"title": "Noson", "url": _URL}),
    *(
        ("authorities/page_waiting", {"title": "Noson", "url": _URL, "by": by})
        for by in ("", "Mari")
    ),
    ("authorities/test_mail", {"name": "Siân"}),
    *(
        ("upkeep/pages_due", {"count": n, "more": n, "url": _URL, "pages": [page]})
        for page in (
            {"title": "Cwcis", "due_on": _DAY, "is_late": late, "url": _URL}
            for late in (True, False)
        )
        for n in (1, 2, 5)
    ),
    ("upkeep/page_comments", {"title": "Noson", "by": "Mari", "url": _URL}),
]


def templates_of_mails() -> set[str]:
    """The name of every mail for which the project has a template."""
    return {
        f"{path.parents[1].name}/{path.name.removesuffix('.subject.txt')}"
        for source in SOURCES
        for path in Path(ROOT / source).rglob("templates/*/mail/*.subject.txt")
    }
