"""Look for markers in all that an answer holds: body, headers, messages, archives."""

import io
import re
import zipfile
from typing import Any

from django.contrib.messages import get_messages

WORD = "Zzyzx"
"""What every marker begins with; a search for it finds them all."""

MARKER = re.compile(rb"zzyzx[-_]?([a-z]+)", re.IGNORECASE)


def marker(kind: str) -> str:
    """The marker of B's rows of this kind: letters alone, which nothing escapes."""
    return WORD + re.sub(r"[^a-z]", "", kind.lower())


def markers_in(answer: Any) -> set[str]:
    """The kinds whose markers the answer gives away."""
    return {
        found.decode().lower()
        for part in _parts(answer)
        for found in MARKER.findall(part)
    }


def _parts(answer: Any) -> list[bytes]:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    said = " ".join(str(message) for message in _messages(answer))
    return [*_opened(body), headers.encode(), said.encode()]


def _opened(body: bytes) -> list[bytes]:
    """The body itself; of an archive (XLSX too) also every file in it."""
    if not body.startswith(b"PK\x03\x04"):
        return [body]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return [body, *(archive.read(name) for name in archive.namelist())]


def _messages(answer: Any) -> list[Any]:
    """What the next screen would say."""
    request = getattr(answer, "wsgi_request", None)
    if request is None or not hasattr(request, "_messages"):
        return []
    storage = get_messages(request)
    return list(getattr(storage, "_queued_messages", []))
