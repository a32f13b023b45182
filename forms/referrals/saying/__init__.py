"""What the child says of having a visitor: who heard it, when, and how it changed."""
