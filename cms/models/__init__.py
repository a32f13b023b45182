"""The host's models and the abstract bases that plugins build on."""

from cms.models.articles import (
    HERO,
    ArticleIndexPage,
    ArticlePage,
    OfferableArticlePage,
    Topic,
)
from cms.models.base import SiteOwned, SiteSettings
from cms.models.mail_words import MailWords
from cms.models.national import KeptText, NationalText
from cms.models.national_news import NationalArticlePage, NationalItem, Reach
from cms.models.offers import Offer
from cms.models.outbox import OutboundEmail
from cms.models.pages import PageLanguage, PluginPage, Readers
from cms.models.privacy import ReadLog
from cms.models.retention import Purge
from cms.models.rollouts import Rollout, RolloutSite
from cms.models.schedule import JobRun
from cms.models.sites import Activation, RoleGroup, SiteProfile
from cms.models.starters import StarterKey
from cms.models.theme import ThemeSettings
from cms.models.translations import PublishedWords, SameWords, TranslationTask

__all__ = [
    "HERO",
    "Activation",
    "ArticleIndexPage",
    "ArticlePage",
    "JobRun",
    "KeptText",
    "MailWords",
    "NationalArticlePage",
    "NationalItem",
    "NationalText",
    "Offer",
    "OfferableArticlePage",
    "OutboundEmail",
    "PageLanguage",
    "PluginPage",
    "PublishedWords",
    "Purge",
    "Reach",
    "ReadLog",
    "Readers",
    "RoleGroup",
    "Rollout",
    "RolloutSite",
    "SameWords",
    "SiteOwned",
    "SiteProfile",
    "SiteSettings",
    "StarterKey",
    "ThemeSettings",
    "Topic",
    "TranslationTask",
]
