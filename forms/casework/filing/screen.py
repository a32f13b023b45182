"""On a case's screen: say that it is filed in the child's case record."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from forms.casework.admin.case import ActionView
from forms.casework.filing.services import file_case


class FileView(ActionView):
    """Keep who filed it, when and where."""

    form_name = "file"
    done = _("Saved that it is filed in the child’s case record.")

    def act(self, form: Any) -> None:
        said = form.cleaned_data
        file_case(
            case=self.case, on=said["on"], system=said["system"], by=self.request.user
        )
