"""How much memory a process holds."""

from pathlib import Path
from typing import Final

#: What is said where a system does not tell.
UNKNOWN: Final = "not measured: there is no /proc here"


def resident(process: str = "self") -> float | None:
    """Resident megabytes of a process, None where the system does not tell."""
    return _megabytes(process, "VmRSS:")


def peak() -> float | None:
    """The most megabytes that this process ever held, None where the system does not tell. getrusage would
    count what its parent held too."""
    return _megabytes("self", "VmHWM:")


def _megabytes(process: str, name: str) -> float | None:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1_024 for line in lines if line.startswith(name)), None)
