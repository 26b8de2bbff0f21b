"""The signed header with which a test speaks as somebody to a service."""

from collections.abc import Iterable
from datetime import UTC, datetime

from shared.auth import HEADER, Kind, Principal, sign_identity

INTERNAL_SECRET = "identity-signature-of-test-runs-0123456789"  # noqa: S105 - of no real system


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
    """Headers of `who`: a Principal, or its kind together with `id` and the other fields."""
    principal = (
        who
        if isinstance(who, Principal)
        else Principal(kind=who, id=id, name=name, email=email, scopes=frozenset(scopes))
    )
    return {HEADER: sign_identity(principal, secret, now or datetime.now(UTC))}
