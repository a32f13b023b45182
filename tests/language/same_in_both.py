"""Strings that may be the same in Welsh as in English, each with the reason.

Read by a person who reads both. None is needed today; what is a name or a word of
another language is marked on the page (lang), not listed here.
"""

SAME_IN_BOTH: dict[str, str] = {}
