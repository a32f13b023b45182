"""The host's models and the abstract bases that plugins build on."""

from cms.models.base import SiteOwned, SiteSettings
from cms.models.outbox import OutboundEmail
from cms.models.pages import PageLanguage, PluginPage
from cms.models.privacy import ReadLog
from cms.models.schedule import JobRun
from cms.models.sites import Activation, RoleGroup, SiteProfile

__all__ = [
    "Activation",
    "JobRun",
    "OutboundEmail",
    "PageLanguage",
    "PluginPage",
    "ReadLog",
    "RoleGroup",
    "SiteOwned",
    "SiteProfile",
    "SiteSettings",
]
