"""Which jobs there are: the host apps' own, and each plugin's for each of its sites.

A host app names its jobs in `host_jobs` of its AppConfig, a plugin in `jobs`; both by
paths relative to the app.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string
from wagtail.models import Site

from cms.activation import active_everywhere
from cms.plugins import Plugin, installed_plugins
from cms.schedule.declaring import Job


@dataclass(frozen=True)
class Scheduled:
    """A job under the name of its row, ready to be called."""

    name: str
    job: Job
    call: Callable[[], Any]


def scheduled_jobs() -> list[Scheduled]:
    """Every job of today: the host's, then each plugin's for the sites it is on at."""
    return [*_host_jobs(), *_plugin_jobs()]


def load_job(path: str) -> Job:
    """The job at `path`; TypeError when it was not declared with `@job`."""
    found = import_string(path)
    if not isinstance(found, Job):
        raise TypeError(f"{path} is not a job: declare it with @job(every=…).")
    return found


def _host_jobs() -> Iterator[Scheduled]:
    for config in apps.get_app_configs():
        if isinstance(config, Plugin):
            continue
        for path in getattr(config, "host_jobs", ()):
            found = load_job(f"{config.name}.{path}")
            yield Scheduled(f"{config.label}.{path}", found, found)


def _plugin_jobs() -> Iterator[Scheduled]:
    on = active_everywhere()
    sites = Site.objects.in_bulk(on)
    for label, plugin in installed_plugins().items():
        jobs = [(path, load_job(f"{plugin.name}.{path}")) for path in plugin.jobs]
        for pk in sorted(sites):
            for path, found in jobs if label in on[pk] else ():
                yield _for_site(f"{label}.{path}@{pk}", found, sites[pk])


def _for_site(name: str, found: Job, site: Site) -> Scheduled:
    return Scheduled(name, found, lambda: found(site))
