"""Show the admin in the language a person prefers, from their first sign-in."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile

from sites.people.models import User


@receiver(post_save, sender=User)
def prefer_language(
    sender: Any, instance: User, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Wagtail keeps the admin's language in a profile; later changes are made there."""
    if created and not raw:
        UserProfile.objects.create(
            user=instance, preferred_language=instance.preferred_language
        )
