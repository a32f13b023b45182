"""Recordings among the documents: played on the page, a piece at a time.

Apple's browsers play nothing that is not served in the pieces they ask for, and Wagtail
serves a document whole. Whose document it is, and to whom it may be given, is settled
before (cms.document_files, and Wagtail's own checks).
"""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks

SOUND_TYPES = {"m4a": "audio/mp4", "mp3": "audio/mpeg"}
"""What can be uploaded: every browser in use plays these."""
LARGEST = 5_000_000
"""Bytes: five minutes of speech, and more than any screen takes to read."""
_PIECE = re.compile(r"bytes=(\d*)-(\d*)")


@hooks.register("before_serve_document", order=100)
def play_in_place(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Serve a recording inline, whole or in part; other documents as Wagtail does."""
    kind = SOUND_TYPES.get(document.file_extension.lower())
    if kind is None or document.file.size > LARGEST:
        return None
    return serve_sound(document, kind, request.headers.get("Range", ""))


def serve_sound(document: Any, kind: str, wanted: str) -> HttpResponse:
    """The recording, or the piece of it that was asked for."""
    size = int(document.file.size)
    asked = _PIECE.fullmatch(wanted)
    first, last = _ends(asked[1], asked[2], size) if asked else (0, size - 1)
    if not 0 <= first <= last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with document.file.open("rb") as file:
        file.seek(first)
        content = file.read(last - first + 1)
    answer = HttpResponse(content, content_type=kind, status=206 if asked else 200)
    if asked:
        answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Content-Disposition"] = "inline"
    answer.headers["Content-Security-Policy"] = "default-src 'none'"
    return answer


def _ends(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and last byte of a piece; without a beginning counted from the end."""
    if not first:
        return (max(size - int(last), 0), size - 1) if last else (size, 0)
    return int(first), min(int(last), size - 1) if last else size - 1
