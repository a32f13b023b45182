"""The young person's own door: five screens, nothing kept in the browser afterwards."""
