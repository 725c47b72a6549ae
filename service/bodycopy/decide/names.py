"""The deciders that can be asked for, by name."""

from typing import Final, Literal

DeciderName = Literal["learned", "rules"]
DECIDERS: Final[tuple[DeciderName, ...]] = ("learned", "rules")
