"""Show the admin, and write, in the language a person prefers."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile

from sites.people.models import User


@receiver(post_save, sender=User)
def prefer_language(
    sender: Any, instance: User, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Wagtail keeps the admin's language in a profile, from their first sign-in."""
    if created and not raw:
        UserProfile.objects.create(
            user=instance, preferred_language=instance.preferred_language
        )


@receiver(post_save, sender=UserProfile)
def write_in_it_too(
    sender: Any, instance: UserProfile, created: bool, **kwargs: Any
) -> None:
    """Whoever changes the language of the admin gets their mails in it from now on."""
    language = instance.preferred_language
    if language and not created:
        User.objects.filter(pk=instance.user_id).update(preferred_language=language)
