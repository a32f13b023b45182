"""The screens of a journey by name. Each answers one address under its page."""

from forms.journeys.screens.base import Screen
from forms.journeys.screens.check import CheckScreen
from forms.journeys.screens.code import CodeScreen
from forms.journeys.screens.delete import DeleteScreen
from forms.journeys.screens.exit import ExitScreen
from forms.journeys.screens.following import (
    ChangeLanguagesScreen,
    ConfirmAddressScreen,
    DetailsScreen,
    NotMeScreen,
    StatusScreen,
    WithdrawScreen,
)
from forms.journeys.screens.leave import LeaveScreen
from forms.journeys.screens.reminder import ReminderScreen
from forms.journeys.screens.resume import ResumeScreen
from forms.journeys.screens.save import SaveScreen
from forms.journeys.screens.sent import SentScreen
from forms.journeys.screens.start import StartScreen
from forms.journeys.screens.step import StepScreen

SCREENS: dict[str, type[Screen]] = {
    "start": StartScreen,
    "step": StepScreen,
    "check": CheckScreen,
    "save": SaveScreen,
    "resume": ResumeScreen,
    "code": CodeScreen,
    "delete": DeleteScreen,
    "reminder": ReminderScreen,
    "sent": SentScreen,
    "leave": LeaveScreen,
    "exit": ExitScreen,
    "status": StatusScreen,
    "withdraw": WithdrawScreen,
    "details": DetailsScreen,
    "change_languages": ChangeLanguagesScreen,
    "confirm_address": ConfirmAddressScreen,
    "not_me": NotMeScreen,
}

__all__ = ["SCREENS"]
