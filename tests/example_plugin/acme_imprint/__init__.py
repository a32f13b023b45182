"""Who made the fostering pages: a plugin that cannot be switched off."""
