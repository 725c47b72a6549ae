"""What the views share: the cleaner, the settings and the metrics of one app."""

from dataclasses import dataclass

from flask import current_app

from bodycopy.cleaner import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Reload:
    """How the last loading of the packs ended. Where it failed, older packs than those on disk are in
    force, and `problems` says why."""

    failed: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """Made once by `create_app`; a reload puts another in its place."""

    cleaner: Cleaner
    settings: Settings
    metrics: Metrics
    reload: Reload = Reload()


def service() -> Service:
    """The current app's."""
    found: Service = current_app.extensions["bodycopy"]
    return found
