"""What somebody was told and declared when they sent, word for word, with its version.

In the language in which it was shown: that is what they agreed to.
"""

from django.utils.translation import override

from forms.journeys.declaring import Journey, Situation


def statements(journey: Journey, situation: Situation) -> list[dict[str, str]]:
    """One mapping for each: key, version, language and text."""
    with override(situation.language):
        said = {
            "declaration": (journey.declaration_version, str(journey.declaration)),
            "privacy": (
                journey.privacy_version,
                str(journey.privacy(situation)) if journey.privacy else "",
            ),
        }
    return [
        {"key": key, "version": version, "language": situation.language, "text": text}
        for key, (version, text) in said.items()
        if text
    ]
