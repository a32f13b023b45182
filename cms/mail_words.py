"""The words of mails as their screens ask for them: which there are, and how they read.

Plugins declare theirs with `cms.mail.EditableMail` and need none of this.
"""

from cms.mail.declared import all_editable, editable_at
from cms.mail.editable import SERVICE
from cms.mail.places import MailText, faults_of_subject, faults_of_text, put
from cms.mail.rendering import Shown, shown
from cms.mail.wording import one_gap, own_words, supplied

__all__ = [
    "SERVICE",
    "MailText",
    "Shown",
    "all_editable",
    "editable_at",
    "faults_of_subject",
    "faults_of_text",
    "one_gap",
    "own_words",
    "put",
    "shown",
    "supplied",
]
