"""Rules of single sites: they speak where a document's address has one of their pack's hosts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator

MAX_HOST: Final = 253
_NAME: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST: Final = re.compile(rf"(?:{_NAME}\.)+(?=[a-z]){_NAME}")
_SECOND_LEVEL: Final = frozenset(("co", "com", "org", "net", "ac", "gov", "edu"))
#: How many combinations of packs are remembered. A host belongs to one or two of them.
_COMBINATIONS: Final = 1 << 8


def host_form(host: str) -> str:
    """`host` where it is a host name as a pack gives it. Raises ValueError."""
    if len(host) > MAX_HOST or not _HOST.fullmatch(host):
        raise ValueError(
            f"{host!r} is not a host name such as example.com: lower case, at least one dot, without scheme, "
            "port, path or *; subdomains are meant as well, and international names stand in their xn-- form"
        )
    return host


Host = Annotated[str, AfterValidator(host_form)]


@dataclass(frozen=True, slots=True)
class SitePack:
    """What a pack says of its sites alone: the ids of its rules, and of the rules that it disables there."""

    hosts: tuple[str, ...]
    rules: tuple[str, ...]
    disable: tuple[str, ...]


def host_of(url: str | None) -> str | None:
    """The host that `url` names, as packs spell it; None where there is none."""
    try:
        host = urlsplit(url or "").hostname or ""
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except ValueError:  # a broken address; UnicodeError is one too
        return None
    host = host.lower().removesuffix(".")
    return host if 0 < len(host) <= MAX_HOST else None


def site_of(url: str | None) -> str | None:
    """The registered domain of the host that `url` names, as far as its last labels tell; None where it names
    no host. All addresses of one publisher give the same."""
    host = host_of(url)
    if host is None:
        return None
    labels = host.split(".")
    if labels[-1].isdigit() or ":" in host:  # an IP address
        return host
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2:])


def domains(host: str) -> Iterator[str]:
    """`host` and every domain above it: a.example.com, example.com, com."""
    while host:
        yield host
        host = host.partition(".")[2]


class Sites:
    """Says which rules are silent for a document. Read-only, so safe to share between threads."""

    def __init__(self, packs: Sequence[SitePack]) -> None:
        self._packs = packs
        self._of_host: dict[str, frozenset[int]] = {}
        for number, pack in enumerate(packs):
            for host in pack.hosts:
                self._of_host[host] = self._of_host.get(host, frozenset()) | {number}
        self._silent = lru_cache(_COMBINATIONS)(self._silent_with)

    def silent(self, url: str | None) -> frozenset[str]:
        """The ids of the rules that must not speak for a document from `url`: those of other sites, and
        those that the site's packs disable."""
        if not self._packs:
            return frozenset()
        host = host_of(url)
        found = (self._of_host.get(domain, frozenset()) for domain in domains(host or ""))
        return self._silent(frozenset().union(*found))

    def _silent_with(self, numbers: frozenset[int]) -> frozenset[str]:
        silent: set[str] = set()
        for number, pack in enumerate(self._packs):
            silent.update(pack.disable if number in numbers else pack.rules)
        return frozenset(silent)
