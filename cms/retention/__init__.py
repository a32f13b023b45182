"""How long people's records are kept, and their deletion when that time is over."""

from cms.retention.dates import months_after
from cms.retention.erasing import erase
from cms.retention.judging import Judged, dry_run, judge, judge_row
from cms.retention.purging import NotAllPurged, purge_due
from cms.retention.registry import rules, unfiled
from cms.retention.rule import Rule, Stay

__all__ = [
    "Judged",
    "NotAllPurged",
    "Rule",
    "Stay",
    "dry_run",
    "erase",
    "judge",
    "judge_row",
    "months_after",
    "purge_due",
    "rules",
    "unfiled",
]
