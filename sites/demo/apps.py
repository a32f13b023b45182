"""The demo: front door, mailbox and content. Installed by the demo settings only."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "sites.demo"
    label = "demo"
