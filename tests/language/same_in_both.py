"""What may be the same in Welsh as in English, each with the reason.

Read by a person who reads both. A name or a word of another language is not listed:
it is marked on the page (lang).
"""

SAME_IN_BOTH: dict[str, str] = {
    "Ni allwn ddeall y cais hwn · We cannot understand this request": (
        "the title of a page in both languages: whose host it is, is not known"
    ),
    "Do": "a Welsh yes, of what is past: to “A wnaeth …?”",
    "Tag": "Welsh too",
    "logo": "Welsh too",
    "person": "Welsh too",
    "Person": "Welsh too",
    "system": "Welsh too",
    "%s MB": "a unit",
}
