"""Fixtures that several folders of tests share."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bodycopy import Cleaner
from bodycopy.settings import Settings
from bodycopy.web.app import create_app


@pytest.fixture(scope="session")
def cleaner() -> Cleaner:
    """The shipped rules, compiled once."""
    return Cleaner()


@pytest.fixture(scope="session")
def app(cleaner: Cleaner) -> Flask:
    return create_app(cleaner, Settings())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def small_app(cleaner: Cleaner) -> Flask:
    """An app that accepts a thousand bytes."""
    return create_app(cleaner, Settings(max_bytes=1_000))
