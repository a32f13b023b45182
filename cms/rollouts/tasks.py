"""The task that hurries a roll-out. It is a help: the minute's job takes it up too."""

from django_tasks import task


@task()
def work_off_now(rollout_id: int) -> None:
    """Work off the sites of a roll-out that are still to do."""
    from cms.rollouts.running import work_off

    work_off(rollout_id)


def hurry(rollout_id: int) -> None:
    """Ask the worker to work off a roll-out now."""
    work_off_now.enqueue(rollout_id=rollout_id)
