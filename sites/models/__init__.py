"""Authorities, their services, the page tree of each and the people who work there."""

from sites.models.authority import Authority
from sites.models.batches import ServiceBatch, ServiceBatchRow
from sites.models.changes import SettingChange
from sites.models.days import ClosedDay, Cover
from sites.models.hosts import HostAlias
from sites.models.membership import Membership
from sites.models.pages import HomePage, ServiceRoot
from sites.models.removal import RemovalCertificate
from sites.models.service import Service
from sites.models.terms import FormTerms, Opening, Told

__all__ = [
    "Authority",
    "ClosedDay",
    "Cover",
    "FormTerms",
    "HomePage",
    "HostAlias",
    "Membership",
    "Opening",
    "RemovalCertificate",
    "Service",
    "ServiceBatch",
    "ServiceBatchRow",
    "ServiceRoot",
    "SettingChange",
    "Told",
]
