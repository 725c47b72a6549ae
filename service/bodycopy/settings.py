"""Settings: read from the environment here and nowhere else, typed, with errors that name the variable."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bodycopy.decide.names import DeciderName
from bodycopy.errors import BodycopyError

PREFIX = "BODYCOPY_"


class SettingsError(BodycopyError, ValueError):
    """A setting has a value that is not accepted; the message names each such variable."""


def cpus() -> int:
    """The cores that this process may use, at most eight."""
    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


class Settings(BaseModel):
    """Every setting. A field `name` is the variable `BODYCOPY_NAME`, its description what is accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: Annotated[int, Field(ge=1, le=1 << 30)] = Field(
        10 << 20, description="the largest document in bytes, a whole number from 1 to 1073741824"
    )
    rules: tuple[Path, ...] = Field((), description="folders of further rules, separated by colons")
    decider: DeciderName = Field(
        "learned", description="learned (the shipped weights) or rules (weights set by hand)"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="debug, info, warning or error"
    )
    host: Annotated[str, Field(min_length=1)] = Field(
        "127.0.0.1", description="the address that the service listens on, a host name or an IP address"
    )
    port: Annotated[int, Field(ge=1, le=65_535)] = Field(
        8080, description="the port that the service listens on, a whole number from 1 to 65535"
    )
    workers: Annotated[int, Field(ge=1, le=256)] = Field(
        default_factory=cpus,
        description="worker processes, a whole number from 1 to 256; by default one a core, at most 8",
    )

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("rules", mode="before")
    @classmethod
    def _colons(cls, value: object) -> object:
        return tuple(filter(None, value.split(":"))) if isinstance(value, str) else value

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None, **overrides: Any) -> Self:
        """The settings of `environment` (default: this process's); an unset or empty variable means the
        default. `overrides` that are not None win: they come from the command line.

        Raises SettingsError with every setting that is wrong.
        """
        source = os.environ if environment is None else environment
        given: dict[str, Any] = {
            name: source[variable(name)] for name in cls.model_fields if source.get(variable(name))
        }
        chosen = {name: value for name, value in overrides.items() if value is not None}
        try:
            return cls(**(given | chosen))
        except ValidationError as errors:
            wrong = dict.fromkeys(str(error["loc"][0]) for error in errors.errors())
            raise SettingsError(
                "; ".join(
                    f"{'--' + name if name in chosen else variable(name)} is "
                    f"{(given | chosen).get(name)!r}; accepted: {cls.model_fields[name].description}"
                    for name in wrong
                )
            ) from None


def variable(name: str) -> str:
    """The environment variable that sets the field `name`."""
    return PREFIX + name.upper()
