"""What the views share: the cleaner, the settings and the metrics of one app."""

from dataclasses import dataclass

from flask import current_app

from bodycopy.cleaner import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Service:
    """Made once by `create_app`."""

    cleaner: Cleaner
    settings: Settings
    metrics: Metrics


def service() -> Service:
    """The current app's."""
    found: Service = current_app.extensions["bodycopy"]
    return found
