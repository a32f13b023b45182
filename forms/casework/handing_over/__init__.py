"""A case goes to another authority: by somebody's decision, and in no other way."""
