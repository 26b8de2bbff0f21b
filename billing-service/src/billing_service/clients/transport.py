"""One HTTP exchange with the provider through its SDK's client, with time-outs that are real.

The SDK's own client is configured per process, has no socket time-out, hides network errors
behind an AttributeError and resends on its own; this one belongs to an instance and does none
of that.
"""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace

import requests
from urllib3.exceptions import MaxRetryError, NewConnectionError, SSLError
from yookassa.client import ApiClient
from yookassa.domain.common import UserAgent

from billing_service.domain.provider import ProviderConfig

_ANSWER_MAX_BYTES = 4 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Exchange:
    """What came back, whatever its status."""

    status: int
    content: bytes


class ExchangeFailedError(Exception):
    """No whole answer. `was_sent` is False only where the request surely never left."""

    def __init__(self, message: str, *, was_sent: bool) -> None:
        super().__init__(message)
        self.was_sent = was_sent


class ShopClient(ApiClient):  # type: ignore[misc]  # the SDK is untyped
    """Signs in as one shop. Safe from several threads: each exchange has its own session."""

    def __init__(self, config: ProviderConfig) -> None:
        # Not super().__init__(): it reads the process-wide configuration, where two shops mix.
        self.configuration = SimpleNamespace(verify=True)
        self.endpoint = config.api_url.rstrip("/")
        self.shop_id = config.shop_id
        self.shop_password = config.secret_key
        self.auth_token = None
        self.user_agent = UserAgent()
        self._timeouts = (config.connect_timeout_s, config.read_timeout_s)

    def get_session(self) -> requests.Session:
        """Return a session that neither retries nor reads proxies and .netrc of the machine."""
        session = requests.Session()
        session.trust_env = False
        return session

    def exchange(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        key: str | None = None,
        body: bytes | None = None,
    ) -> Exchange:
        """Send exactly these bytes once and read the answer. Blocks: call it from a thread."""
        headers = self.prepare_request_headers({"Idempotence-Key": key} if key else None)
        try:
            with (
                self.get_session() as session,
                session.request(
                    method,
                    self.endpoint + path,
                    params=query,
                    headers=headers,
                    data=body,
                    timeout=self._timeouts,
                    verify=self.configuration.verify,
                    allow_redirects=False,
                    stream=True,
                ) as response,
            ):
                return Exchange(response.status_code, _read(response))
        except requests.RequestException as error:
            sent = not _never_left(error)
            raise ExchangeFailedError(type(error).__name__, was_sent=sent) from error


def _read(response: requests.Response) -> bytes:
    """Read a bounded body: an endless one would fill the memory of the service."""
    content = bytearray()
    for chunk in response.iter_content(_CHUNK_BYTES):
        content += chunk
        if len(content) > _ANSWER_MAX_BYTES:
            raise ExchangeFailedError("the answer is too long", was_sent=True)
    return bytes(content)


def _never_left(error: requests.RequestException) -> bool:
    if isinstance(error, requests.ConnectTimeout):
        return True
    cause = error.args[0] if error.args else None
    if not isinstance(cause, MaxRetryError):
        return False
    if isinstance(cause.reason, SSLError):
        # A certificate is judged before the request; any other TLS error may come after it.
        return isinstance(cause.reason.args[0], ssl.SSLCertVerificationError)
    return isinstance(cause.reason, NewConnectionError)
