"""What the tests of this project and of plugins' authors make: services, people, pages.

`sites.testing.factories` for real objects; `-p sites.testing.pytest_plugin` for an
author's own test run. Nothing here is imported while the product runs.
"""
