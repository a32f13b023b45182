"""Authorities, their services, the page tree of each and the people who work there."""

from sites.models.authority import Authority
from sites.models.batches import ServiceBatch, ServiceBatchRow
from sites.models.hosts import HostAlias
from sites.models.membership import Membership
from sites.models.pages import HomePage, ServiceRoot
from sites.models.service import Service

__all__ = [
    "Authority",
    "HomePage",
    "HostAlias",
    "Membership",
    "Service",
    "ServiceBatch",
    "ServiceBatchRow",
    "ServiceRoot",
]
