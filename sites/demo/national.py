"""One national text has a second version: one service waits, one keeps its own words.

Only wording changes, nothing that is said of the law.
"""

import copy
from typing import Any

from wagtail.models import Site

from cms.models import KeptText, NationalText, StarterKey
from cms.national import keep, load_national_texts, revise
from sites.people.models import User

KEY = "faq"
WORDS = {
    "en": (
        "<p>Weeks. We wait for other people, and cannot promise a date.",
        "<p>Weeks, not days. We wait for answers from other people, and cannot promise"
        " a date. You can ask us at any time how far we have got.",
    ),
    "cy": (
        "<p>Wythnosau. Rydym yn aros am bobl eraill, ac ni allwn addo dyddiad.",
        "<p>Wythnosau, nid dyddiau. Rydym yn aros am atebion gan bobl eraill, ac ni"
        " allwn addo dyddiad. Gallwch ofyn i ni unrhyw bryd lle rydym arni.",
    ),
}
NOTE_EN = "Says more plainly how long the checks take, and that people may ask us."
NOTE_CY = "Dweud yn gliriach faint mae’r gwiriadau’n ei gymryd, a bod modd gofyn i ni."
REASON = (
    "We talk about the checks at our information evenings and keep the short answer."
)


def load(*, editor: str, keeper: str, keeps: str) -> None:
    """Make the version, and the decision of the service at the host `keeps`; once."""
    if not StarterKey.objects.filter(text__isnull=False).exists():
        load_national_texts()
    text = NationalText.objects.filter(key=KEY, is_newest=True).first()
    if text is None or text.version > 1:
        return
    revise(
        text=text,
        texts={code: _reworded(text.texts[code], *WORDS[code]) for code in WORDS},
        note_en=NOTE_EN,
        note_cy=NOTE_CY,
        by=_person(editor),
    )
    site = Site.objects.get(hostname=keeps)
    if not KeptText.objects.filter(site=site).exists():
        keep(site=site, key=KEY, reason=REASON, by=_person(keeper))


def _reworded(texts: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    told = copy.deepcopy(texts)
    for block in told["body"]:
        for item in block.get("items", []):
            item["html"] = item["html"].replace(old, new)
    return told


def _person(email: str) -> User | None:
    return User.objects.filter(email=email).first()
