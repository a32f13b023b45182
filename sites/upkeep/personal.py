"""Whose data the care of a page holds: who looks after it, and who read it last."""

from cms.privacy import acts

CARES = acts("upkeep.PageCare", "owner", "reviewed_by")
