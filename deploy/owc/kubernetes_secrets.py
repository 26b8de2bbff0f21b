"""The secrets of an installation on Kubernetes, as files that kustomize makes Secrets of.

They are those of docker compose (`container_secrets`), with the same names and addresses: only the
form differs. What `.env` does not give is generated once and kept in the folder.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from owc.catalog import ROOT, SERVICES, database
from owc.container_secrets import Files, files_of, generated, read_env
from owc.home import write_private

FOLDER = ROOT / "deploy" / "kubernetes" / "secrets"
_GENERATED = "generated.env"


def write(given: Mapping[str, str], folder: Path) -> list[Path]:
    """Make the files in `folder`, readable for their owner alone."""
    known = read_env(folder / _GENERATED)

    def value(variable: str) -> str:
        if given.get(variable):
            return given[variable]
        return known.setdefault(variable, generated(variable))

    files = files_of(value, given)
    contents = files | _roles(files["postgres"]) | {"generated": known}
    return [_write(folder / f"{name}.env", lines) for name, lines in contents.items()]


def _roles(passwords: Mapping[str, str]) -> Files:
    """What CloudNativePG makes the roles of the services from."""
    return {
        f"role-{service}": {"username": database(service), "password": passwords[service]}
        for service in SERVICES
    }


def _write(file: Path, lines: Mapping[str, str]) -> Path:
    write_private(file, "".join(f"{name}={text}\n" for name, text in lines.items()))
    return file


if __name__ == "__main__":
    env_file = Path(sys.argv[1]) if sys.argv[1:] else ROOT / ".env"
    for written in write(read_env(env_file), FOLDER):
        print(written.relative_to(ROOT))
