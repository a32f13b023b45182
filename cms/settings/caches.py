"""The caches that all processes share: files, or Redis and Valkey by `CACHE_URL`.

Public pages have a cache of their own (cms.page_cache): it may lose any of them at any
time, and must not push out what counts attempts.
"""

from pathlib import Path
from typing import Any

import environ

env = environ.Env()

# For so many seconds a public page is kept at most; 0: none is.
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=600)
ENTRIES = 20_000
# One that hangs must not hang us for long.
SECONDS_TO_ANSWER = 0.5


def caches_in(var_dir: Path) -> dict[str, Any]:
    """The value of CACHES; files stand below `var_dir`."""
    place = env("CACHE_URL", default=f"filecache://{var_dir / 'cache'}")
    shared = place.startswith(("redis", "valkey"))
    own = place if shared else f"filecache://{var_dir / 'cache' / 'pages'}"
    return {
        "default": _cache(place),
        "pages": {
            **_cache(env("PAGE_CACHE_URL", default=own)),
            "KEY_PREFIX": "pages",
        },
    }


def _cache(url: str) -> dict[str, Any]:
    cache: dict[str, Any] = env.cache_url_config(url)
    if "redis" in cache["BACKEND"].lower():
        waits = ("socket_connect_timeout", "socket_timeout")
        usual: dict[str, Any] = dict.fromkeys(waits, SECONDS_TO_ANSWER)
    else:
        usual = {"MAX_ENTRIES": ENTRIES}
    return {**cache, "OPTIONS": {**usual, **cache.get("OPTIONS", {})}}
