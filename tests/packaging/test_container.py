"""No container engine runs here: what the Dockerfile and the compose file promise is read from them."""

import ast
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dockerfile() -> list[tuple[str, str]]:
    """Instructions and their arguments, continued lines joined."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "service" / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    service: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"][
        "bodycopy"
    ]
    return service


def arguments(dockerfile: list[tuple[str, str]], instruction: str) -> list[str]:
    return [rest for name, rest in dockerfile if name == instruction]


def test_the_image_is_slim_and_built_in_two_stages(dockerfile: list[tuple[str, str]]) -> None:
    assert arguments(dockerfile, "FROM") == ["python:3.12-slim AS build", "python:3.12-slim"]


def test_the_process_is_not_root(dockerfile: list[tuple[str, str]]) -> None:
    names = [name for name, _ in dockerfile]
    assert arguments(dockerfile, "USER") == ["bodycopy"]
    assert any("useradd" in run and run.split()[-1] == "bodycopy" for run in arguments(dockerfile, "RUN"))
    assert names.index("USER") > max(index for index, name in enumerate(names) if name == "RUN")


def test_what_is_copied_exists_and_is_in_the_build_context(dockerfile: list[tuple[str, str]]) -> None:
    admitted = [
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    ]
    sources = [word for rest in arguments(dockerfile, "COPY") for word in shlex.split(rest)[:-1]]
    for source in sources:
        assert (ROOT / source).exists()
        assert source in admitted
    assert set(admitted) == set(sources)


def python_of(command: list[str]) -> str:
    """The code of `python -c CODE`, which must compile."""
    assert command[:2] == ["python", "-c"]
    ast.parse(command[2])
    return command[2]


def test_the_health_checks_ask_readyz_with_python(
    dockerfile: list[tuple[str, str]], compose: dict[str, Any]
) -> None:
    [check] = arguments(dockerfile, "HEALTHCHECK")
    assert "/readyz" in python_of(ast.literal_eval(check[check.index("[") :]))
    kind, *command = compose["healthcheck"]["test"]
    assert kind == "CMD"
    assert "/readyz" in python_of(command)


def test_it_listens_where_compose_looks(dockerfile: list[tuple[str, str]], compose: dict[str, Any]) -> None:
    [env] = arguments(dockerfile, "ENV")
    settings = dict(word.split("=") for word in shlex.split(env))
    assert settings["BODYCOPY_HOST"] == "0.0.0.0"
    port = settings["BODYCOPY_PORT"]
    assert arguments(dockerfile, "EXPOSE") == [port]
    assert compose["ports"] == [f"127.0.0.1:8080:{port}"]
    assert ast.literal_eval(arguments(dockerfile, "CMD")[0]) == ["bodycopy", "serve"]


def test_the_container_may_do_little(compose: dict[str, Any]) -> None:
    assert compose["read_only"] is True
    assert compose["tmpfs"] == ["/tmp"]
    assert compose["cap_drop"] == ["ALL"]
    assert compose["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in compose


def test_the_rules_are_mounted_where_the_image_reads_them(
    dockerfile: list[tuple[str, str]], compose: dict[str, Any]
) -> None:
    assert compose["volumes"] == ["./rules:/rules:ro"]
    assert any("ln -s /rules" in run and '"$package/_rules"' in run for run in arguments(dockerfile, "RUN"))


def test_it_is_built_from_the_repositorys_root(compose: dict[str, Any]) -> None:
    assert compose["build"] == {"context": ".", "dockerfile": "service/Dockerfile"}
