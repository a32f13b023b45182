"""Pictures as files, at the address pages give them: /media/images/…

Only resized pictures are served, never what else lies in storage: documents have a view
of their own, and the originals keep where and when a photograph was taken.
"""

import mimetypes
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

_KINDS = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
_A_DAY = "public, max-age=86400"


@require_safe
def picture_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """One resized picture; 404 where there is none."""
    kind = PurePosixPath(name).suffix.lower()
    if kind not in _KINDS:
        raise Http404
    try:
        file = default_storage.open(f"images/{name}")
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        # ValueError: a null byte in the name.
        raise Http404 from error
    content_type = mimetypes.guess_type(f"x{kind}")[0] or "image/avif"
    answer = FileResponse(file, content_type=content_type)
    answer.headers["Cache-Control"] = _A_DAY
    return answer
