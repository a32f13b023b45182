"""The host's models and the abstract bases that plugins build on."""

from cms.models.base import SiteOwned, SiteSettings
from cms.models.pages import PageLanguage, PluginPage
from cms.models.sites import Activation, RoleGroup, SiteProfile

__all__ = [
    "Activation",
    "PageLanguage",
    "PluginPage",
    "RoleGroup",
    "SiteOwned",
    "SiteProfile",
    "SiteSettings",
]
