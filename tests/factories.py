"""The factories that authors of plugins use too, by the name our tests know."""

from sites.testing.factories import (
    OPEN_SETTINGS,
    home_of,
    make_hub,
    make_service,
    make_staff,
    make_user,
    publish,
)

__all__ = [
    "OPEN_SETTINGS",
    "home_of",
    "make_hub",
    "make_service",
    "make_staff",
    "make_user",
    "publish",
]
