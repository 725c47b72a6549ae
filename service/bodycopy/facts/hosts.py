"""The host that an address names."""

from urllib.parse import urlsplit


def host_name(url: str | None) -> str:
    """The host of `url`, without its "www."; "" where `url` names none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
