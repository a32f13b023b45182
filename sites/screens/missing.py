"""Which settings are still missing before the forms may open, and where they stand."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from sites.models import Service
from sites.screens.groups import home_of_setting


@dataclass(frozen=True)
class Missing:
    """One setting to fill in."""

    group: str
    name: str
    label: str

    @property
    def url(self) -> str:
        """Straight to the field."""
        return f"{reverse('service_settings_group', args=[self.group])}#id_{self.name}"


def missing_settings(service: Service) -> list[Missing]:
    """The settings without which the forms stay closed, in the order of the pages."""
    if service.site.profile.is_hub:
        return []
    return [
        Missing(
            home_of_setting(name),
            name,
            capfirst(str(Service._meta.get_field(name).verbose_name)),  # type: ignore[union-attr]  # a column
        )
        for name in service.missing_to_open()
    ]
