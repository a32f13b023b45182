"""The words the sources of our data ask for wherever it is shown."""

from django.utils.translation import gettext_lazy as _

POSTCODES = _(
    "Source: Office for National Statistics licensed under the Open Government Licence"
    " v.3.0. Contains OS data © Crown copyright and database right 2025. Contains Royal"
    " Mail data © Royal Mail copyright and database right 2025."
)
CHILDREN = _(
    "Contains public sector information licensed under the Open Government Licence"
    " v3.0 (Department for Education; Welsh Government)."
)
REGISTER = _("Local authority names and codes: mySociety, CC BY 4.0.")
ALL = (POSTCODES, CHILDREN, REGISTER)
