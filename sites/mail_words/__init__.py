"""A service's own words in the mails that people get, in both languages at once."""

from sites.mail_words.viewset import MailWordsViewSet

__all__ = ["MailWordsViewSet"]
