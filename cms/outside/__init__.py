"""Ask somebody else's website: never longer, never more, never inside our own network.

For the worker alone: nobody who waits for a page waits for another website.
"""

from cms.outside.addresses import is_public
from cms.outside.asking import Answer, Question, ask, status_at
from cms.outside.failures import AskFailed, Failure
from cms.outside.limits import Limits

__all__ = [
    "Answer",
    "AskFailed",
    "Failure",
    "Limits",
    "Question",
    "ask",
    "is_public",
    "status_at",
]
