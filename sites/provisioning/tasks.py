"""The task that hurries a batch. It is a help: the minute's job takes it up too."""

from django_tasks import task


@task()
def work_off_now(batch_id: int) -> None:
    """Make the services of a batch that are still to do."""
    from sites.provisioning.batches import work_off

    work_off(batch_id)


def hurry(batch_id: int) -> None:
    """Ask the worker to work off a batch now."""
    work_off_now.enqueue(batch_id=batch_id)
