"""A mail that tests declare as editable, and ways to put words into it."""

import datetime as dt

from cms.mail import EditableMail, Letterhead, Place
from cms.mail.places import MailText, filled, values_for
from cms.mail.wording import faults
from cms.models import MailWords


def mail_of(**changes):
    facts = {
        "template": "tests/hello",
        "title": "A greeting",
        "sent": "Goes to whoever is greeted.",
        "places": (
            Place(name="name", means="their name", example="Siân Morgan"),
            Place(name="day", means="the day", example=dt.date(2027, 5, 3), form=str),
            Place(
                name="link",
                means="the link",
                example="https://iv.example/",
                required=True,
                link=True,
            ),
            Place(
                name="again",
                means="another link",
                example="https://iv.example/2",
                may_be_empty=True,
            ),
            Place(name="number", means="a number", example="7", in_subject=True),
        ),
    }
    return EditableMail(**{**facts, **changes})


HELLO = mail_of()
HEAD = Letterhead(language="en", service_name="Gwynedd Independent Visitors")


def write(site, **changes):
    facts = {
        "mail": HELLO.key,
        "language": "cy",
        "subject": "Shwmae gan {service}",
        "text": "Shwmae {name}!\n\nDewch: {link}",
    }
    return MailWords.objects.create(site=site, **{**facts, **changes})


def put(text, *, mail=HELLO, **context):
    values = values_for(mail, {"link": "https://iv.example/1", **context}, HEAD)
    return filled(mail, MailText("Hello", text), values).text


def said_of(text, *, subject="Hello", mail=HELLO):
    return list(faults(mail, MailText(subject, text)))
