"""Hosts and sites of addresses."""

import pytest

from bodycopy.rules.sites import site_of


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example.co.uk/a", "example.co.uk"),
        ("https://blog.example.com/b", "example.com"),
        ("http://EXAMPLE.com:8080", "example.com"),
        ("https://localhost/", "localhost"),
        ("http://192.168.0.17/a", "192.168.0.17"),
        ("http://[::1]/a", "::1"),
        ("not an address", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_site_of(url: str | None, site: str | None) -> None:
    assert site_of(url) == site
