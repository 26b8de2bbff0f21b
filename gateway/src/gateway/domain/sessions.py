"""The token of an administrator's session: who, until when, and an id by which it is revoked."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

import jwt

_ISSUER: Final = "owc"
_ALGORITHM: Final = "HS256"


@dataclass(frozen=True, slots=True)
class Session:
    """One login. It is valid while its row is not revoked and its administrator not disabled."""

    jti: UUID
    username: str
    created_at: datetime
    expires_at: datetime


def to_token(session: Session, key: bytes) -> str:
    """The text a browser keeps."""
    claims = {
        "iss": _ISSUER,
        "sub": session.username,
        "jti": str(session.jti),
        "iat": int(session.created_at.timestamp()),
        "exp": int(session.expires_at.timestamp()),
    }
    return jwt.encode(claims, key, algorithm=_ALGORITHM)


def from_token(token: str, key: bytes, now: datetime) -> Session | None:
    """The session a token names if we signed it and it has not expired."""
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=[_ALGORITHM],
            issuer=_ISSUER,
            options={
                "require": ["sub", "jti", "exp", "iat"],
                # `now` is a value here, so that rules can be tested without a clock.
                "verify_exp": False,
                "verify_iat": False,
            },
        )
        session = Session(
            jti=UUID(claims["jti"]),
            username=claims["sub"],
            created_at=datetime.fromtimestamp(claims["iat"], UTC),
            expires_at=datetime.fromtimestamp(claims["exp"], UTC),
        )
    except (jwt.InvalidTokenError, ValueError, TypeError, OverflowError):
        return None
    return session if session.expires_at > now else None
