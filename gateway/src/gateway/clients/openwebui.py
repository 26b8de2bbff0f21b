"""Asks Open WebUI whose session a token is; its shapes stop here."""

import httpx

from shared.auth import Principal
from shared.problems import Unavailable

_TIMEOUT_S = 5.0
_UNSURE = 500


class OpenWebUI:
    """Sessions are never decoded here: only Open WebUI knows which it has revoked."""

    def __init__(self, url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        # Certificates are read only where they are needed: they cost the start 50 ms.
        self._client = httpx.AsyncClient(
            base_url=url,
            timeout=_TIMEOUT_S,
            transport=transport,
            trust_env=False,
            verify=url.startswith("https:"),
        )

    async def session(self, token: str) -> Principal | None:
        """The user of a session, None where it is not valid; Unavailable if nobody can tell."""
        try:
            answer = await self._client.get(
                "/api/v1/auths/", headers={"Authorization": f"Bearer {token}"}
            )
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise Unavailable("Open WebUI is not reachable", retry_after_s=2) from error
        if answer.status_code >= _UNSURE:
            raise Unavailable("Open WebUI cannot tell whose session this is", retry_after_s=2)
        if answer.status_code != httpx.codes.OK:
            return None
        try:
            user = answer.json()
            return Principal(
                kind="user",
                id=str(user["id"]),
                name=str(user.get("name") or ""),
                email=str(user.get("email") or ""),
                scopes=frozenset({str(user["role"])}),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    async def close(self) -> None:
        await self._client.aclose()
