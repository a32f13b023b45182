"""Correct who a case is under and how to reach them, at their request."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from forms.casework.adding import in_both
from forms.casework.models import Addition, Case, NewAddress

CORRECTED = {
    "display_name": _("Name corrected at the person’s request"),
    "email": _("E-mail address corrected at the person’s request"),
    "phone": _("Phone number corrected at the person’s request"),
}


@sensitive_variables()
@transaction.atomic
def correct_case(case: Case, name: str, value: Any, by: Any) -> None:
    """Write what is right. The timeline says what was corrected, and not to what.

    Saving it marks the case anew for the search.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    field = Case._meta.get_field(name)
    said = field.clean(str(value).strip(), locked)  # type: ignore[union-attr]
    if said == getattr(locked, name):
        return
    if name == "email":
        NewAddress.objects.filter(case=locked).delete()
    for each in (locked, case):
        setattr(each, name, said)
    locked.save(update_fields=[name])
    Addition.objects.create(case=locked, what=in_both(CORRECTED[name]), by=by)
