"""Ask Google what it thinks of a token, and never wait for it longer than people would.

django-recaptcha asks in the request and waits for each step of the connection by
itself: looking up the name, each of its addresses and each part of a slow answer. Here
all of it together has one deadline.
"""

import logging
import threading
from dataclasses import dataclass, field
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import Any

from django.conf import settings
from django.views.decorators.debug import sensitive_variables
from django_recaptcha import client

logger = logging.getLogger(__name__)

# What Google says of our own keys, not of the person.
OUR_FAULT = {"missing-input-secret", "invalid-input-secret", "bad-request"}
TOO_OLD = "timeout-or-duplicate"


class Verdict(StrEnum):
    """What came of asking; all but PASSED are flags of forms.casework.flags."""

    PASSED = ""
    FAILED = "captcha_failed"
    DOUBTFUL = "captcha_doubtful"
    TOO_OLD = "captcha_too_old"
    UNREACHABLE = "captcha_unreachable"
    MISSING = "captcha_missing"
    KEYS = "captcha_keys"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of Google. `least_score` and `action` are for version 3."""

    token: str
    private_key: str = field(repr=False)
    remote_ip: str
    least_score: float | None = None
    action: str = ""


@sensitive_variables()
def ask(question: Question) -> Verdict:
    """Google's verdict, or that there is none, within RECAPTCHA_DEADLINE seconds."""
    if not question.token:
        return Verdict.MISSING
    answers: SimpleQueue[Any] = SimpleQueue()
    # A thread of its own: what still waits for Google holds nobody up.
    threading.Thread(target=_ask, args=(question, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=settings.RECAPTCHA_DEADLINE)
    except Empty:
        logger.warning("reCAPTCHA gave no answer in time.")
        return Verdict.UNREACHABLE
    if isinstance(answer, Exception):
        logger.warning("reCAPTCHA could not be asked: %s", type(answer).__name__)
        return Verdict.UNREACHABLE
    return _judged(question, answer)


def _ask(question: Question, answers: "SimpleQueue[Any]") -> None:
    try:
        answers.put(
            client.submit(question.token, question.private_key, question.remote_ip)
        )
    except Exception as error:  # noqa: BLE001  (handed to whoever waits, and told there)
        answers.put(error)


def _judged(question: Question, answer: client.RecaptchaResponse) -> Verdict:
    codes = set(answer.error_codes)
    if codes & OUR_FAULT:
        logger.error("reCAPTCHA does not accept the keys of a service.")
        return Verdict.KEYS
    if not answer.is_valid:
        return Verdict.TOO_OLD if TOO_OLD in codes else Verdict.FAILED
    if question.action and answer.action != question.action:
        return Verdict.FAILED
    if question.least_score is None:
        return Verdict.PASSED
    score = answer.extra_data.get("score")
    if not isinstance(score, int | float) or score < question.least_score:
        return Verdict.DOUBTFUL
    return Verdict.PASSED
