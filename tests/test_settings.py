"""Settings come from the environment, typed, and a wrong one is named."""

from pathlib import Path

import pytest

from bodycopy.settings import Settings, SettingsError


def test_defaults() -> None:
    settings = Settings.from_environment({})
    assert (settings.max_bytes, settings.rules, settings.log_level) == (10 * 1024 * 1024, (), "info")
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.workers >= 1


def test_every_setting() -> None:
    settings = Settings.from_environment(
        {
            "BODYCOPY_MAX_BYTES": "1000",
            "BODYCOPY_RULES": "/a/rules:/b",
            "BODYCOPY_LOG_LEVEL": "DEBUG",
            "BODYCOPY_HOST": "::1",
            "BODYCOPY_PORT": "9000",
            "BODYCOPY_WORKERS": "3",
            "UNRELATED": "x",
        }
    )
    assert settings == Settings(
        max_bytes=1000,
        rules=(Path("/a/rules"), Path("/b")),
        log_level="debug",
        host="::1",
        port=9000,
        workers=3,
    )


def test_empty_means_default_and_the_command_line_wins() -> None:
    environment = {"BODYCOPY_PORT": "9000", "BODYCOPY_WORKERS": ""}
    assert Settings.from_environment(environment, port=None).port == 9000
    settings = Settings.from_environment(environment, port=9001)
    assert settings.port == 9001
    assert settings.workers == Settings().workers


def test_every_wrong_setting_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"BODYCOPY_PORT": "0", "BODYCOPY_MAX_BYTES": "10MB"}, workers=0)
    message = str(caught.value)
    assert "BODYCOPY_PORT is '0'; accepted: the port" in message
    assert "BODYCOPY_MAX_BYTES is '10MB'" in message
    assert "--workers is 0" in message


def test_each_setting_says_what_is_accepted() -> None:
    assert all(field.description for field in Settings.model_fields.values())
