"""The product's own HTTP API as its tools use it; stdlib only, for a quick start."""

import json
import os
import socket
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any, NoReturn

TIMEOUT_S = 310.0  # a run of sync may take five minutes; who is not there at all is noticed at once
READY_TIMEOUT_S = 10.0
LOOPBACK = "127.0.0.1"
JSON = "application/json"
_UNKNOWN_OUTCOMES = {0, 502, 504}


class ApiError(RuntimeError):
    """The API refused or was not there."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status} {text}".strip())
        self.status = status
        self.text = text

    @property
    def outcome_is_unknown(self) -> bool:
        """It may have been done although no answer came."""
        return self.status in _UNKNOWN_OUTCOMES

    def for_people(self) -> str:
        """What was wrong, field by field, with the trace id under which the logs tell more."""
        try:
            body = json.loads(self.text)
            detail, trace = body["detail"], body.get("trace_id")
        except (ValueError, KeyError, TypeError):
            return self.text if self.status == 0 else str(self)
        if isinstance(detail, list):
            detail = "; ".join(f"{_place(item)}: {item['msg']}" for item in detail)
            lines = [f"\n  line {e['line']}: {e['message']}" for e in body.get("errors", ())]
            detail += "".join(lines)
        return f"{detail} ({self.status}{f', trace {trace}' if trace else ''})"


@dataclass(frozen=True, slots=True)
class Upload:
    """A body that is a file."""

    content: bytes
    media_type: str = "text/csv"


@dataclass(slots=True)
class Api:
    """One caller: an API key or the token of an administrator."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    timeout_s: float = TIMEOUT_S

    @classmethod
    def with_key(cls, url: str, key: str) -> "Api":
        return cls(url, {"X-API-Key": key})

    @classmethod
    def with_token(cls, url: str, token: str) -> "Api":
        return cls(url, {"Authorization": f"Bearer {token}"})

    @classmethod
    def as_admin(
        cls,
        url: str,
        username: str,
        password: str,
        otp: str = "",
        timeout_s: float = TIMEOUT_S,
    ) -> "Api":
        """Log in as the admin web application does, with a form."""
        form = {"username": username, "password": password} | ({"otp": otp} if otp else {})
        content = urllib.parse.urlencode(form).encode()
        answer = json.loads(_send(f"{url}/auth/login", content, {}, timeout_s=timeout_s))
        return cls.with_token(url, answer["access_token"])

    def get(self, path: str, **query: Any) -> Any:
        return self.parse(self.read(path, **query))

    def read(self, path: str, **query: Any) -> str:
        """The body as it came."""
        url = self.url + with_query(path, query)
        return _send(url, None, self.headers, timeout_s=self.timeout_s)

    def post(self, path: str, body: Any) -> Any:
        return self.parse(self.post_raw(path, body))

    def post_raw(self, path: str, body: Any) -> str:
        return self.send("POST", path, body)

    @staticmethod
    def parse(text: str) -> Any:
        """JSON with every digit; None where there is no body."""
        return json.loads(text, parse_float=Decimal) if text else None

    def send(self, method: str, path: str, body: Any = None, *, key: str = "") -> str:
        """Any request; `key` makes it happen once however often it is sent."""
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        content = None
        if isinstance(body, Upload):
            content, headers["Content-Type"] = body.content, body.media_type
        elif body is not None:
            # A decimal travels as text, which the API reads exactly.
            content, headers["Content-Type"] = json.dumps(body, default=str).encode(), JSON
        return _send(self.url + path, content, headers, method, self.timeout_s)


def with_query(path: str, query: Mapping[str, Any]) -> str:
    """`path` with the parameters that have a value."""
    plain = {True: "true", False: "false"}
    given = {
        name: plain.get(value, value) if isinstance(value, bool) else value
        for name, value in query.items()
        if value is not None and value != ""
    }
    return f"{path}?{urllib.parse.urlencode(given, doseq=True)}" if given else path


def segment(text: str) -> str:
    """`text` as one part of a path, whatever is in it."""
    return urllib.parse.quote(text, safe="")


def door(port: int) -> str:
    """The gateway of this machine; OWC_ENABLE_SSL decides as it does for the gateway."""
    tls = os.environ.get("OWC_ENABLE_SSL", "").lower() in {"1", "true", "t", "yes", "y", "on"}
    return f"{'https' if tls else 'http'}://{LOOPBACK}:{port}"


def is_ready(url: str) -> bool:
    """Does /health/ready answer 200?"""
    try:
        _send(f"{url}/health/ready", None, {}, timeout_s=READY_TIMEOUT_S)
    except ApiError:
        return False
    return True


def _place(item: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in item["loc"][1:]) or "body"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A credential must not follow a redirect to another host."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


@cache
def _opener(certificate: str) -> urllib.request.OpenerDirector:
    # No proxy of the environment may stand between this machine and itself.
    direct = urllib.request.ProxyHandler({})
    https = urllib.request.HTTPSHandler(context=_trust(certificate))
    return urllib.request.build_opener(direct, _NoRedirects, https)


def _trust(certificate: str) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=certificate or None)
    if certificate:
        # This one and no other, whatever name is in it: we asked our own machine.
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        context.check_hostname = False
    return context


def certificate_ends(url: str) -> datetime | None:
    """When the certificate of this address ends; None where it is not https."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        return None
    place = (parts.hostname, parts.port or 443)
    try:
        with (
            socket.create_connection(place, READY_TIMEOUT_S) as plain,
            _trust(_own_certificate(url)).wrap_socket(
                plain, server_hostname=parts.hostname
            ) as door,
        ):
            certificate = door.getpeercert() or {}
    except OSError as error:
        _not_there(url, error)
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)


def _own_certificate(url: str) -> str:
    is_here = urllib.parse.urlsplit(url).hostname == LOOPBACK
    return os.environ.get("OWC_SSL_CERTFILE", "") if is_here else ""


def _send(
    url: str,
    body: bytes | None,
    headers: dict[str, str],
    method: str | None = None,
    timeout_s: float = TIMEOUT_S,
) -> str:
    try:
        request = urllib.request.Request(url, data=body, headers=headers, method=method)  # noqa: S310 - our own address
        with _opener(_own_certificate(url)).open(request, timeout=timeout_s) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            raise ApiError(error.code, error.read().decode(errors="replace")) from None
    except (OSError, ValueError) as error:
        _not_there(url, error)


def _not_there(url: str, error: Exception) -> NoReturn:
    reason = getattr(error, "reason", error)
    place = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(url))
    raise ApiError(0, f"{place} does not answer: {reason}") from None
