"""The plugin contract: what a plugin declares and how the host finds it.

Import from here only. Safe before Django has loaded its apps.
"""

from cms.plugins.contract import CONTRACT_VERSION
from cms.plugins.plugin import Audience, Plugin
from cms.plugins.registry import installed_plugins, plugin_of, plugin_of_module

__all__ = [
    "CONTRACT_VERSION",
    "Audience",
    "Plugin",
    "installed_plugins",
    "plugin_of",
    "plugin_of_module",
]
