"""People's rights over cases: whose data they hold, found, corrected and erased."""
