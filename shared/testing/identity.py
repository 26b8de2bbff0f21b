"""The signed header with which a test speaks as somebody to a service."""

from collections.abc import Iterable
from datetime import UTC, datetime

import jwt

from shared.auth import HEADER, Kind, Principal, sign_identity

INTERNAL_SECRET = "identity-signature-of-test-runs-0123456789"  # noqa: S105 - of no real system
_LONGER_S = 3600


def identity_headers(
    who: Principal | Kind,
    id: str = "test",  # noqa: A002 - the field of Principal
    *,
    scopes: Iterable[str] = (),
    name: str = "",
    email: str = "",
    secret: str = INTERNAL_SECRET,
    now: datetime | None = None,
) -> dict[str, str]:
    """Headers of `who`: a Principal, or its kind together with `id` and the other fields.

    They hold for an hour; with `now` for as long as the gateway's would.
    """
    principal = (
        who
        if isinstance(who, Principal)
        else Principal(kind=who, id=id, name=name, email=email, scopes=frozenset(scopes))
    )
    if now is not None:
        return {HEADER: sign_identity(principal, secret, now)}
    # Modules of tests make headers when they are collected, minutes before the test runs.
    token = sign_identity(principal, secret, datetime.now(UTC))
    claims = jwt.decode(token, secret, algorithms=["HS256"])
    claims["exp"] += _LONGER_S
    return {HEADER: jwt.encode(claims, secret, algorithm="HS256")}
