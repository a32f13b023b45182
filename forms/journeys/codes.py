"""Bring people without e-mail back to their draft by a code they write down.

45 bits and a limit on tries: nobody guesses one in the thirty days that it lives. Only
its keyed hash is kept, so a lost code cannot be shown again; a new one replaces it.
"""

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from cms.privacy import blind_index
from cms.spoken_codes import are_right, new_signs, tidied
from forms.journeys.drafts import SAVED_LIFE
from forms.journeys.models import Draft

RANDOM_SIGNS = 10
_GROUP = 4


@sensitive_variables()
@transaction.atomic
def give_code(*, draft: Draft, language: str) -> str:
    """A new code for the draft, which is kept as long as the code works."""
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    signs = new_signs(RANDOM_SIGNS)
    locked.code_hash = blind_index(signs)
    locked.language = language
    locked.expires_at = timezone.now() + SAVED_LIFE
    locked.save()
    draft.expires_at = locked.expires_at
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


@sensitive_variables()
def find_by_code(*, site: Site, kind: str, door: str = "", code: str) -> Draft | None:
    """The draft of this site's journey with this code; None for any other code."""
    signs = tidied(code)
    if len(signs) != RANDOM_SIGNS + 1 or not are_right(signs):
        return None
    return (
        Draft.objects.select_related("receipt", "form_version")
        .filter(
            site=site,
            kind=kind,
            door=door,
            code_hash=blind_index(signs),
            expires_at__gt=timezone.now(),
        )
        .first()
    )
