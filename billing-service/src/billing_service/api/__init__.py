"""The routes, each under both prefixes of the contract."""

from fastapi import APIRouter

PREFIXES = ("/api/v1", "")


def all_routers() -> list[APIRouter]:
    """Every router once per prefix."""
    return []
