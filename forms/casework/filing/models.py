"""Who said that a case is filed in the council's own record, when, and where."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.privacy import EncryptedTextField
from forms.casework.entries import Entry


class Filing(Entry):
    """One filing. `filer` is the name of whoever said so: it outlives their account."""

    on = models.DateField(default=timezone.localdate)
    system = EncryptedTextField()
    filer = EncryptedTextField()

    class Meta(Entry.Meta):
        verbose_name = _("filing of a case")
        verbose_name_plural = _("filings of cases")
