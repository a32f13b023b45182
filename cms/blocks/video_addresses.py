"""Addresses of videos at YouTube and Vimeo, as people copy them from there."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_YOUTUBE = {"youtube.com", "m.youtube.com", "youtube-nocookie.com"}
_YOUTUBE_ID = re.compile(r"[\w-]{11}")
_VIMEO_PATH = re.compile(r"/(?:video/|channels/[\w-]+/)?(\d+)(?:/([0-9a-f]+))?/?")


@dataclass(frozen=True)
class Video:
    """Where a video is watched, and where its player is."""

    host: str
    address: str
    player: str


def video_at(url: str) -> Video | None:
    """The video at this address; None where it is another kind of address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if host == "youtu.be":
        return _youtube(parts.path.strip("/"))
    if host in _YOUTUBE:
        if parts.path == "/watch":
            return _youtube(parse_qs(parts.query).get("v", [""])[0])
        kind, _slash, key = parts.path.strip("/").partition("/")
        return _youtube(key) if kind in ("embed", "shorts", "live") else None
    if host in ("vimeo.com", "player.vimeo.com"):
        return _vimeo(parts.path, parse_qs(parts.query).get("h", [""])[0])
    return None


def _youtube(key: str) -> Video | None:
    if not _YOUTUBE_ID.fullmatch(key):
        return None
    return Video(
        host="YouTube",
        address=f"https://www.youtube.com/watch?v={key}",
        player=f"https://www.youtube-nocookie.com/embed/{key}?autoplay=1&rel=0",
    )


def _vimeo(path: str, hidden: str) -> Video | None:
    found = _VIMEO_PATH.fullmatch(path)
    if not found:
        return None
    number, secret = found[1], found[2] or hidden
    if secret and not re.fullmatch(r"[0-9a-f]+", secret):
        return None
    return Video(
        host="Vimeo",
        address=f"https://vimeo.com/{number}" + (f"/{secret}" if secret else ""),
        player=f"https://player.vimeo.com/video/{number}?dnt=1&autoplay=1"
        + (f"&h={secret}" if secret else ""),
    )
