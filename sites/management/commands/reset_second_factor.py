"""manage.py reset_second_factor: for whoever runs the installation and lost theirs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from sites.entry.services import forget_factors
from sites.people.models import User
from sites.staff.queries import factor_holders


class Command(BaseCommand):
    help = "Take away a person's second factors: they set up new ones at next sign-in."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("email", help="the address with which the person signs in")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {options['email']}.")
        if not factor_holders([user.pk]):
            raise CommandError(f"{user.email} has no second factor.")
        forget_factors(user=user, by=None)
        self.stdout.write(
            f"{user.email} has none now, and is signed out everywhere. At the next"
            " sign-in they set up a new one."
        )
