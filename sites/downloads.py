"""The two buttons by which a report is taken away."""

from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton


def download_buttons(address: str) -> list[HeaderButton]:
    """In: the report's address up to the kind of file, which ends it."""
    return [
        HeaderButton(_("Download as CSV"), f"{address}csv", icon_name="download"),
        HeaderButton(
            _("Download as a workbook"), f"{address}xlsx", icon_name="download"
        ),
    ]
