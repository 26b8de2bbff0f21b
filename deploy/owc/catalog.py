"""Which programs the system consists of, and which of them this checkout has."""

from dataclasses import dataclass
from pathlib import Path

from shared.revisions import known_in

ROOT = Path(__file__).resolve().parents[2]
SERVICES = ("gateway", "ledger", "billing", "pricing", "sync")


@dataclass(frozen=True, slots=True)
class Program:
    """One process: `python -m <module>`."""

    name: str
    service: str
    module: str

    @property
    def is_door(self) -> bool:
        return self.name == self.service


def folder(service: str) -> Path:
    return ROOT / ("gateway" if service == "gateway" else f"{service}-service")


def package(service: str) -> str:
    return "gateway" if service == "gateway" else f"{service}_service"


def source(service: str) -> Path:
    return folder(service) / "src" / package(service)


def database(service: str) -> str:
    """Name of the service's database and of its role."""
    return f"owc_{service}"


def present() -> list[str]:
    return [service for service in SERVICES if (source(service) / "main.py").is_file()]


def missing() -> list[str]:
    return [service for service in SERVICES if service not in present()]


def programs() -> list[Program]:
    """The doors first: they are what a person waits for."""
    doors = [Program(name, name, f"{package(name)}.main") for name in present()]
    workers = [
        Program(f"{name}-worker", name, f"{package(name)}.worker")
        for name in present()
        if (source(name) / "worker.py").is_file()
    ]
    return doors + workers


def revisions(service: str) -> list[str]:
    """The migrations of a service in this checkout, the oldest first."""
    return known_in(folder(service) / "migrations")
