"""The settings of a service: screens, days, opening, the Welsh side."""
