"""What the demo remembers of itself."""

from django.db import models
from wagtail.models import Site


class LoadedDemo(models.Model):
    """This site's demo content is complete; loading again leaves it alone."""

    site = models.OneToOneField(Site, on_delete=models.CASCADE, primary_key=True)
    loaded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.site_id)
