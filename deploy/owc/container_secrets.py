"""The secrets of a compose installation, as files, each container with its own.

A job of its own does this before everything else starts. A value that .env gives is taken; what
nobody gave is generated once and stays, so a fresh clone starts without any preparation.
"""

import secrets
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from owc.catalog import SERVICES

# Needed by every installation: their names in .env.
_GENERATED: Final = {
    "gateway": ("OWC_SECRET_KEY", "OWC_ADMIN_PASSWORD", "OWC_CREDITS_API_KEY"),
    "ledger": (),
    "billing": (),
    "pricing": (),
    "sync": (),
}
# Written where .env gives them.
_GIVEN_TO_ALL: Final = ("OWC_INTERNAL_SECRET_OLD",)
_GIVEN: Final = {
    "gateway": ("OWC_SECRET_KEY_OLD", "OWC_PROVIDER_API_KEY", "OWC_OPENWEBUI_JWT_SECRET"),
    "billing": (
        "OWC_YOOKASSA_SECRET_KEY",
        "OWC_YOOKASSA_WEBHOOK_TOKEN",
        "OWC_YOOKASSA_WEBHOOK_TOKEN_OLD",
        "OWC_WEBHOOK_PROXY_SECRET",
        "OWC_SMTP_URL",
    ),
    "sync": ("OWC_OPENWEBUI_API_KEY", "OWC_OPENWEBUI_DATABASE_URL", "OWC_SYNC_HINT_SECRET"),
}
_FORMS: Final[Mapping[str, Callable[[], str]]] = {
    "OWC_ADMIN_PASSWORD": lambda: secrets.token_hex(10),
    "OWC_CREDITS_API_KEY": lambda: f"owc_env.{secrets.token_hex(24)}",
}
Files = dict[str, dict[str, str]]


def files_of(value: Callable[[str], str], given: Mapping[str, str]) -> Files:
    """By container: the names and contents of its files. `value` knows or makes a secret."""
    redis, internal = value("REDIS_PASSWORD"), value("OWC_INTERNAL_SECRET")
    passwords = {name: value(f"OWC_DATABASE_PASSWORD_{name.upper()}") for name in SERVICES}
    files: Files = {
        "postgres": {"superuser": value("POSTGRES_PASSWORD"), **passwords},
        "redis": {"password": redis},
        "monitoring": {
            "metrics_key": value("OWC_CREDITS_API_KEY"),
            "grafana_password": value("GRAFANA_PASSWORD"),
        },
    }
    for name in SERVICES:
        role = f"owc_{name}"
        own = {
            "OWC_INTERNAL_SECRET": internal,
            "OWC_REDIS_URL": f"redis://:{redis}@redis:6379/0",
            "OWC_DATABASE_URL": f"postgresql://{role}:{passwords[name]}@postgres:5432/{role}",
            **{variable: value(variable) for variable in _GENERATED[name]},
            **{v: given[v] for v in (*_GIVEN_TO_ALL, *_GIVEN.get(name, ())) if given.get(v)},
        }
        files[name] = {variable.lower(): text for variable, text in own.items()}
    return files


def generated(variable: str) -> str:
    return _FORMS.get(variable, lambda: secrets.token_hex(32))()


def read_env(file: Path) -> dict[str, str]:
    """The variables of an .env file; none where there is no file."""
    if not file.is_file():
        return {}
    lines = (line.strip() for line in file.read_text().splitlines())
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("'\"") for name, _, value in pairs}


def write(given: Mapping[str, str], folder: Path) -> None:
    """Make the files below `folder`: a volume for each container, and one for what was made."""
    kept = folder / "generated"

    def value(variable: str) -> str:
        if given.get(variable):
            return given[variable]
        file = kept / variable
        if not file.is_file():
            _replace(file, generated(variable), 0o600)
        return file.read_text()

    for container, files in files_of(value, given).items():
        place = folder / container
        for file in place.glob("*"):
            if file.name not in files:
                file.unlink()
        for name, text in files.items():
            # Each container has its own user; its volume is what keeps the others out.
            _replace(place / name, text, 0o444)


def _replace(file: Path, text: str, mode: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    partial.write_text(text)
    partial.chmod(mode)
    partial.replace(file)


if __name__ == "__main__":
    write(read_env(Path(sys.argv[1])), Path(sys.argv[2]))
