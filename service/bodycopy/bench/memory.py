"""How much memory a process holds."""

from pathlib import Path
from typing import Final

#: What is said where a system does not tell.
UNKNOWN: Final = "not measured: there is no /proc here"


def resident(process: str = "self") -> float | None:
    """Resident megabytes of a process, None where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1_024 for line in lines if line.startswith("VmRSS:")), None)
