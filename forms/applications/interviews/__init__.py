"""Interviews: booked on a case, and mailed for the calendar of the applicant."""
