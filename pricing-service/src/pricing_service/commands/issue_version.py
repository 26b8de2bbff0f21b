"""Add one version to a model, record who did it, and announce it."""

from datetime import datetime

from pricing_service.commands.announce_prices import announce_prices
from pricing_service.domain.price import Version
from pricing_service.domain.timeline import Segment
from pricing_service.store import audit, versions
from shared.auth import Principal
from shared.db import Connection
from shared.rating import Prices


async def issue_version(
    conn: Connection,
    version: Version,
    *,
    current: Segment | None,
    source: str,
    actor: Principal,
    now: datetime,
    reason: str = "",
) -> None:
    """`current` is what the version replaces.

    Part of the transaction of a command that holds the lock of the book.
    """
    await versions.add(conn, version, source=source, actor=actor.actor, reason=reason, now=now)
    await audit.record(
        conn,
        source,
        actor,
        now,
        model_id=version.model_id,
        before=_audited(current.version.prices, is_free=current.is_free) if current else None,
        after={
            **_audited(version.prices, is_free=version.is_free),
            "inherits": version.inherits,
            "version_id": str(version.id),
            "effective_from": version.effective_from,
        },
        reason=reason,
    )
    await announce_prices(conn, [version.model_id], now)


def _audited(prices: Prices, *, is_free: bool) -> dict[str, object]:
    return {"prices": dict(prices), "is_free": is_free}
