"""The professional's door: a short part first, and the rest now or later by a link."""
