"""The screens of a request: six for an adult, six others for a young person."""

from forms.referrals.steps.adult import ADULT_STEPS
from forms.referrals.steps.who import WHO
from forms.referrals.steps.young import YOUNG_STEPS

STEPS = [WHO, *ADULT_STEPS, *YOUNG_STEPS]

__all__ = ["STEPS"]
