"""What people may ask of what is kept of them: a copy, a correction, erasure."""
