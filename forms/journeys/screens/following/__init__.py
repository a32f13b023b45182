"""After sending: where it stands, and what whoever sent it may do about it themselves.

For journeys that are followed (`Journey.is_followed`). One gets in by a mailed link.
"""

from forms.journeys.screens.following.change_languages import ChangeLanguagesScreen
from forms.journeys.screens.following.details import DetailsScreen
from forms.journeys.screens.following.new_address import (
    ConfirmAddressScreen,
    NotMeScreen,
)
from forms.journeys.screens.following.status import StatusScreen
from forms.journeys.screens.following.withdraw import WithdrawScreen

__all__ = [
    "ChangeLanguagesScreen",
    "ConfirmAddressScreen",
    "DetailsScreen",
    "NotMeScreen",
    "StatusScreen",
    "WithdrawScreen",
]
