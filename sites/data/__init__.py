"""The data files the software ships with; see README.md."""
