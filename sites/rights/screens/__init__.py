"""The managers' screens of people's requests about their own data."""
