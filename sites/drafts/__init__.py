"""Drafts shown to people without an account, by a secret link for a while."""
