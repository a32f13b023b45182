"""Every job of the host is one; `cms.plugins.checks` sees to those of plugins."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import Error, register

from cms.schedule.registry import load_job


@register
def jobs_are_jobs(**_kwargs: Any) -> list[Error]:
    """The paths in `host_jobs` lead to functions under `@job`."""
    return list(_broken_jobs())


def _broken_jobs() -> Iterator[Error]:
    for config in apps.get_app_configs():
        for path in getattr(config, "host_jobs", ()):
            try:
                load_job(f"{config.name}.{path}")
            except (ImportError, TypeError) as error:
                yield Error(
                    f"“{config.label}” declares the job “{path}”: {error}",
                    id="cms.schedule.E001",
                )
