"""The product's own HTTP API as the runner uses it; stdlib only, for a quick start."""

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

TIMEOUT_S = 10.0
# No proxy of the environment may stand between this machine and itself.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class ApiError(RuntimeError):
    """The API refused or was not there."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status} {text}".strip())
        self.status = status


@dataclass(slots=True)
class Api:
    """One caller: an API key or the token of an administrator."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def with_key(cls, url: str, key: str) -> "Api":
        return cls(url, {"X-API-Key": key})

    @classmethod
    def as_admin(cls, url: str, username: str, password: str) -> "Api":
        """Log in as the admin web application does, with a form."""
        form = urllib.parse.urlencode({"username": username, "password": password}).encode()
        answer = json.loads(_send(f"{url}/auth/login", form, {}))
        return cls(url, {"Authorization": f"Bearer {answer['access_token']}"})

    def get(self, path: str) -> Any:
        return _parse(_send(self.url + path, None, self.headers))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        return _parse(self.post_raw(path, body))

    def post_raw(self, path: str, body: dict[str, Any]) -> str:
        headers = {**self.headers, "Content-Type": "application/json"}
        return _send(self.url + path, json.dumps(body).encode(), headers)


def is_ready(url: str) -> bool:
    """Does /health/ready answer 200?"""
    try:
        _send(f"{url}/health/ready", None, {})
    except ApiError:
        return False
    return True


def _parse(text: str) -> Any:
    return json.loads(text, parse_float=Decimal)


def _send(url: str, body: bytes | None, headers: dict[str, str]) -> str:
    request = urllib.request.Request(url, data=body, headers=headers)  # noqa: S310 - our own http address
    try:
        with _OPENER.open(request, timeout=TIMEOUT_S) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            raise ApiError(error.code, error.read().decode(errors="replace")) from None
    except OSError as error:
        raise ApiError(0, str(error)) from None
