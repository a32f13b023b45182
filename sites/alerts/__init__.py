"""Alerts at the top of the pages: one service's own, and those for all services."""
