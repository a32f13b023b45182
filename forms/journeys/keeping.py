"""The address in our mails by which people stop the reminder or delete their answers.

The draft's own key and our mark on it, not a row: it can do no more than that, and
works until the draft is gone. It opens nothing and shows no answer.
"""

import uuid

from django.utils.crypto import constant_time_compare, salted_hmac
from wagtail.models import Site

from forms.journeys.declaring import form_key
from forms.journeys.models import Draft

_KEY = 32


class NotOurs(Exception):
    """The token was not made by us, or not for this site's journey."""


def keeping_token(draft: Draft) -> str:
    """The token that leads to what is kept of this draft."""
    return _marked(draft.row_key.hex, draft.site_id, draft.kind, draft.door)


def find_kept(*, site: Site, kind: str, door: str = "", token: str) -> Draft | None:
    """The draft that the token means; None once it is gone. Raises NotOurs."""
    key = token[:_KEY]
    ours = _marked(key, site.pk, kind, door)
    if not constant_time_compare(token, ours):
        raise NotOurs
    return (
        Draft.objects.select_related("receipt", "form_version")
        .filter(site=site, kind=kind, door=door)
        .filter(row_key=uuid.UUID(key))
        .first()
    )


def _marked(key: str, site_id: int, kind: str, door: str) -> str:
    about = f"{site_id}.{form_key(kind, door)}.{key}"
    mark = salted_hmac("journeys.keeping", about, algorithm="sha256").hexdigest()
    return key + mark[:_KEY]
