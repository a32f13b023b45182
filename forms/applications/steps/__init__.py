"""The steps of an application: a first contact of five minutes, and the rest."""

from forms.applications.steps.first_part import FIRST_PART
from forms.applications.steps.second_part import SECOND_PART

__all__ = ["FIRST_PART", "SECOND_PART"]
