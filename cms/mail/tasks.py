"""The task that hurries one mail. It is a help: the minute's job sends what it missed.

Its argument is an id: the task table keeps arguments in plain text.
"""

from django_tasks import task


@task()
def send_mail_now(email_id: int) -> None:
    """Send one mail of the outbox, if it is due and nobody else has taken it."""
    from cms.mail.sending import send

    send(email_id)


def hurry(email_id: int) -> None:
    """Ask the worker to send a mail now."""
    send_mail_now.enqueue(email_id=email_id)
