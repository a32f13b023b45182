"""Recruiting: a poster, a talk, a leaflet; its code, its QR code, who came from it."""
