"""The settings of each service as it would read them here, without starting anything."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError

from owc import catalog
from owc.container_secrets import files_of, generated, read_env
from owc.home import Home
from shared.settings import ServiceSettings, wrong_fields

_MASK = "********"
_VARIABLE = re.compile(r"\$\{(\w+)(?::([-?+])([^}]*))?\}")
# What `owc`, `make up`, docker compose and the simulator read.
_OF_TOOLS = re.compile(
    "OWC_(API_KEY|BACKUP_DIR|BEAT_FILE|DEMO_URL|DOMAIN|HOME|OTP|POSTGRES_BIN|SERVER_URL|TLS|TOKEN|URL|VERSION"
    "|DATABASE_PASSWORD_[A-Z]+|SIMULATOR_[A-Z_]+)"
)
COMPOSE = catalog.ROOT / "deploy" / "compose" / "services.yml"
ENV_FILE = catalog.ROOT / ".env"


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of one service; a secret's value is never here."""

    service: str
    name: str
    value: str
    is_default: bool
    description: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a service would say to its environment."""

    service: str
    wrong: list[str]
    settings: ServiceSettings | None


def environments(home: Home, env_file: Path | None) -> dict[str, dict[str, str]]:
    """By service: of docker compose where there is an .env, else of `owc up`, else this one's."""
    file, local = _file_of_compose(home, env_file), home.read("databases")
    if file is not None:
        return _of_compose(read_env(file))
    if local:
        from owc.environment import known_environments

        return known_environments(home, local)
    return {service: dict(os.environ) for service in catalog.present()}


def _file_of_compose(home: Home, env_file: Path | None) -> Path | None:
    usual = ENV_FILE if ENV_FILE.is_file() and not home.read("databases") else None
    return env_file or usual


def unknown(home: Home, env_file: Path | None) -> list[str]:
    """What looks like a setting and is none; a service cannot tell it from its neighbours'."""
    if set(catalog.present()) != set(catalog.SERVICES):
        return []
    file = _file_of_compose(home, env_file)
    given = set(read_env(file) if file else ()).union(*environments(home, env_file).values())
    known = {
        f"OWC_{field.upper()}"
        for service in catalog.SERVICES
        for field in _settings_class(service).model_fields
    }
    return [
        f"{name} is no setting" + "".join(f"; is {near} meant?" for near in _near(name, known))
        for name in sorted(given - known)
        if name.startswith("OWC_") and not _OF_TOOLS.fullmatch(name)
    ]


def _near(name: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(name, known, n=1, cutoff=0.8)


def check(environment: Mapping[str, str], service: str) -> Checked:
    """Every wrong field at once."""
    settings_class = _settings_class(service)
    with _replaced(environment):
        try:
            return Checked(service, [], settings_class())
        except ValidationError as error:
            return Checked(service, wrong_fields(error), None)


def shown(environment: Mapping[str, str], service: str) -> list[Setting]:
    """All settings of a service with secrets masked; what is wrong is shown as it was given."""
    settings_class = _settings_class(service)
    checked = check(environment, service)
    rows = []
    for field, info in settings_class.model_fields.items():
        name = f"OWC_{field.upper()}"
        given = environment.get(name)
        value: Any = getattr(checked.settings, field) if checked.settings else given
        secret = "SecretStr" in str(info.annotation) or isinstance(value, SecretStr)
        text = "" if value is None else _MASK if secret and given else str(value)
        rows.append(Setting(service, name, text, given is None, info.description or ""))
    return rows


def _settings_class(service: str) -> type[ServiceSettings]:
    module = import_module(f"{catalog.package(service)}.settings")
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, ServiceSettings)
        and value.__module__ == module.__name__
    ]
    return found[0]


@contextmanager
def _replaced(environment: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _of_compose(values: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What docker compose gives to each service when `values` are in its .env."""
    import yaml

    secrets = files_of(lambda name: values.get(name) or generated(name), values)
    services = yaml.safe_load(COMPOSE.read_text())["services"]
    found = {}
    for service in catalog.SERVICES:
        given = services[service]["environment"]
        filled = {name: _fill(str(text), values) for name, text in given.items()}
        own = catalog.ROOT / ".owc" / f"{service}.env"
        # docker compose lets `environment` win over `env_file`.
        files = {name.upper(): text for name, text in secrets[service].items()}
        found[service] = files | read_env(own) | filled
    return found


def _fill(text: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name, kind, other = match.groups()
        given = values.get(name, "")
        if kind == "+":
            return str(other) if given else ""
        return given or (str(other) if kind == "-" else "")

    return _VARIABLE.sub(value, text)
