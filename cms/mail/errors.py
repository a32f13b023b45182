"""What can be wrong with a mail; no error carries an address or a word of it."""

import smtplib


class MailRefused(Exception):
    """The mail can never be sent as it is; trying again would not help."""


def describe(error: Exception) -> str:
    """The error's class and code: all that may be kept or logged of it."""
    name = type(error).__name__
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = sorted({str(code) for code, _text in error.recipients.values()})
        return f"{name} {' '.join(codes)}"[:100]
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{name} {error.smtp_code}"
    if isinstance(error, OSError) and error.errno:
        return f"{name} {error.errno}"
    return name


def is_final(error: Exception) -> bool:
    """Whether the server, or we, said that this mail will never go.

    A 5xx to the recipient or to the message itself (RFC 5321, 4.2.1: not to be sent
    again as it is). One to the login or the sender is no fault of the mail: somebody
    mends the settings, and it goes.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, MailRefused)


def is_outage(error: Exception) -> bool:
    """Whether the server is away, so that the next mail would fare no better."""
    away = (smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError)
    if isinstance(error, smtplib.SMTPException):
        return isinstance(error, away)
    return isinstance(error, OSError)
