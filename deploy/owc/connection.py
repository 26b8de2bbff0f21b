"""Whom the commands talk to, and as whom: from the environment or `$OWC_HOME/credentials.env`."""

import contextlib
import os
from dataclasses import replace
from pathlib import Path

from owc.api import TIMEOUT_S, Api
from shared.secret_files import value_of


class NoCredentialsError(RuntimeError):
    """Nobody said where the installation is or who asks."""


def address(home: Path) -> str:
    """Of the gateway: OWC_URL, else what `owc up` or `owc init` wrote."""
    url = os.environ.get("OWC_URL", "").rstrip("/") or _written(home).get("CREDITS_API_URL", "")
    if not url:
        raise NoCredentialsError(
            f"no installation: set OWC_URL and OWC_TOKEN, or OWC_HOME (there is no "
            f"{home / 'credentials.env'})"
        )
    return url


def connect(home: Path, timeout_s: float = TIMEOUT_S) -> Api:
    """An administrator at the gateway.

    OWC_URL with OWC_TOKEN, or with OWC_ADMIN_USERNAME and OWC_ADMIN_PASSWORD (OWC_OTP where there
    is a second factor), or with OWC_API_KEY; else what `owc up` or `owc init` wrote.
    """
    url = address(home)
    username, password = _administrator(url, _written(home))
    if token := os.environ.get("OWC_TOKEN"):
        api = Api.with_token(url, token)
    elif username and password:
        otp = os.environ.get("OWC_OTP", "")
        api = Api.as_admin(url, username, password, otp, timeout_s)
    else:
        api = with_key(home)
    return replace(api, timeout_s=timeout_s)


def with_key(home: Path) -> Api:
    """The API key, for what only keys may do."""
    known = _written(home)
    url = os.environ.get("OWC_URL", "").rstrip("/") or known.get("CREDITS_API_URL", "")
    key = os.environ.get("OWC_API_KEY") or (_of(url, known).get("CREDITS_API_KEY"))
    if not url or not key:
        raise NoCredentialsError("who asks? Set OWC_URL with OWC_TOKEN or OWC_API_KEY")
    return Api.with_key(url, key)


def _administrator(url: str, known: dict[str, str]) -> tuple[str, str]:
    if os.environ.get("OWC_API_KEY"):
        return "", ""
    with contextlib.suppress(KeyError):
        password = value_of("OWC_ADMIN_PASSWORD")
        return os.environ.get("OWC_ADMIN_USERNAME", "admin"), password
    own = _of(url, known)
    return own.get("ADMIN_USERNAME", ""), own.get("ADMIN_PASSWORD", "")


def _of(url: str, known: dict[str, str]) -> dict[str, str]:
    """What is written down, if it was written down for this address and no other."""
    return known if known.get("CREDITS_API_URL") == url else {}


def _written(home: Path) -> dict[str, str]:
    try:
        lines = (home / "credentials.env").read_text().splitlines()
    except OSError:
        return {}
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}
