"""Whose data the promises of a translation hold: who gave them."""

from cms.privacy import acts

PROMISES = acts("parity.PublishedAlone", "given_by")
