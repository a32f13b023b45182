"""Public pages kept as they were sent, until something that they show changes.

See docs/decisions/018-page-cache.md. `PageCache` is the middleware. Whatever depends on
the clock tells by `pages_change_at` when it will look different.
"""

from cms.page_cache.moments import pages_change_at
from cms.page_cache.stamps import everything_changed, site_changed

__all__ = ["everything_changed", "pages_change_at", "site_changed"]
