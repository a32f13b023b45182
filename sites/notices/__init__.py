"""What people are told of what is kept of them: notices, records, an assessment."""
