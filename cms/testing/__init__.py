"""What plugin authors test with: the contract as tests, and rows and pages for them.

`from cms.testing.contract import *` in a test module of your own, beside a list
`PLUGINS` of labels, runs the contract over those plugins. The fixtures it asks for
(services, people in roles, clients) are made one floor up, by
`-p sites.testing.pytest_plugin`. Nothing here is imported while the product runs.
"""
