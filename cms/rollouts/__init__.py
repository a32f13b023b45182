"""Switch one plugin at many sites: dry run, real run, stop; a killed run goes on."""

from cms.rollouts.planning import Expected, dry_run, plan_rollout
from cms.rollouts.running import carry_on, start, stop, work_off

__all__ = [
    "Expected",
    "carry_on",
    "dry_run",
    "plan_rollout",
    "start",
    "stop",
    "work_off",
]
