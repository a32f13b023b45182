"""The people of a site: invited by mail, changed and removed by their manager."""
