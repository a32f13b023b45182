"""An entry of the demo's file as the answers its applicant would have given."""

from typing import Any

from sites import postcodes
from sites.models import Service


def answers_of(facts: dict[str, Any], service: Service) -> dict[str, Any]:
    """Both parts: the demo's people all went straight on."""
    return {**_first_part(facts, service), **_second_part(facts)}


def _first_part(facts: dict[str, Any], service: Service) -> dict[str, Any]:
    found = postcodes.find(facts["postcode"])
    authority = (found.authority() if found.is_found else None) or service.authority
    by_phone = facts.get("why_by_phone", False)
    unsure = "flagged" in facts["flags"]
    return {
        "write_language": facts["write"],
        "speak_language": facts["speak"],
        "postcode": facts["postcode"],
        "area": authority.slug if authority else "outside",
        "area_other": "",
        "old_enough": True,
        "independence": "not_sure" if unsure else "none",
        "name": facts["name"],
        "email": facts["email"],
        "phone": facts["phone"],
        "why_how": "phone" if by_phone else "here",
        "why": facts["why"],
        "when_free": facts["when_free"],
        "when_free_note": facts["when_free_note"],
        "heard_from": facts["heard_from"],
        "heard_words": facts["heard"],
        "go_on": "now",
    }


def _second_part(facts: dict[str, Any]) -> dict[str, Any]:
    welsh = "fluent" if facts["write"] == "cy" else "none"
    learning = facts["speak"] == "cy" and facts["write"] == "en"
    return {
        "experience": "",
        "interests": [],
        "interests_other": ", ".join(facts["interests"]),
        "welsh": "learning" if learning else welsh,
        "bsl": "none",
        "other_languages": "",
        "travel": ["car"],
        "travel_note": "",
        "open_to": "anybody",
        "visit_wishes": "",
        "visit_ages": [],
        "referees": "later",
        "adjustments": "",
        "dbs": True,
    }
