"""Fostering enquiries: an example plugin for the IV services CMS."""
