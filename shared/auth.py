"""The signed identity that the gateway passes on, and the checks that services make with it.

A service never sees a password, an API key or a browser session: only this token.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal, cast

import jwt
from fastapi import Depends, Request

from shared.problems import NotAuthenticated, NotPermitted

HEADER: Final = "x-owc-identity"
LIFETIME: Final = timedelta(seconds=60)
_CACHE_MAX: Final = 4096

Kind = Literal["admin", "key", "user", "anonymous", "service"]


@dataclass(frozen=True, slots=True)
class Principal:
    """Who calls: an administrator, an API key, an Open WebUI user, a service, or nobody.

    `scopes` are an administrator's role or an API key's permissions.
    """

    kind: Kind
    id: str
    name: str = ""
    email: str = ""
    scopes: frozenset[str] = field(default_factory=frozenset)

    @property
    def actor(self) -> str:
        """Name for logs and transfers: what a reader of the history understands."""
        return self.name or self.id


ANONYMOUS: Final = Principal("anonymous", "anonymous")


def sign_identity(principal: Principal, secret: str, now: datetime) -> str:
    """Return a token that names `principal` for LIFETIME from `now` (aware UTC)."""
    claims = {
        "kind": principal.kind,
        "sub": principal.id,
        "name": principal.name,
        "email": principal.email,
        "scopes": sorted(principal.scopes),
        "iat": int(now.timestamp()),
        "exp": int((now + LIFETIME).timestamp()),
    }
    return jwt.encode(claims, secret, algorithm="HS256")


class IdentityVerifier:
    """Checks identity tokens; a token once verified is remembered until it expires.

    Verifying costs about 30 µs and the gateway reuses a token for many requests.
    """

    def __init__(self, secret: str, clock: Callable[[], float], old: str | None = None) -> None:
        self._secrets = (secret, old) if old else (secret,)
        self._clock = clock
        self._known: dict[str, tuple[float, Principal]] = {}

    def verify(self, token: str) -> Principal:
        """Return the principal in `token`; NotAuthenticated if it is missing, forged or old."""
        known = self._known.get(token)
        if known and known[0] > self._clock():
            return known[1]
        claims = self._claims(token)
        principal = Principal(
            kind=claims["kind"],
            id=claims["sub"],
            name=claims.get("name", ""),
            email=claims.get("email", ""),
            scopes=frozenset(claims.get("scopes", ())),
        )
        if len(self._known) >= _CACHE_MAX:
            self._known.clear()
        self._known[token] = (float(claims["exp"]), principal)
        return principal

    def _claims(self, token: str) -> dict[str, Any]:
        for secret in self._secrets:
            try:
                claims: dict[str, Any] = jwt.decode(
                    token, secret, algorithms=["HS256"], options={"require": ["exp", "sub"]}
                )
            except jwt.InvalidTokenError:
                continue
            return claims
        raise NotAuthenticated


def caller(request: Request) -> Principal:
    """The principal of this request; anonymous where the gateway passed none."""
    token = request.headers.get(HEADER)
    if token is None:
        return ANONYMOUS
    verifier = cast("IdentityVerifier", request.app.state.identity)
    return verifier.verify(token)


def require(principal: Principal, kinds: Iterable[Kind]) -> Principal:
    """Return `principal` if its kind is one of `kinds`, else 401 (nobody) or 403 (wrong one)."""
    if principal.kind in kinds:
        return principal
    if principal.kind == "anonymous":
        raise NotAuthenticated
    raise NotPermitted


def _only(*kinds: Kind) -> Callable[[Request], Principal]:
    def dependency(request: Request) -> Principal:
        return require(caller(request), kinds)

    return dependency


Caller = Annotated[Principal, Depends(caller)]
Admin = Annotated[Principal, Depends(_only("admin"))]
Key = Annotated[Principal, Depends(_only("key", "admin"))]
User = Annotated[Principal, Depends(_only("user"))]
Service = Annotated[Principal, Depends(_only("service"))]
