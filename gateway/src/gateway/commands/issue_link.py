"""A link to a user's own page: whoever opens it first, and soon, is that user for an hour."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from gateway.domain import keys
from gateway.domain.user_links import LINK_LIFETIME, LINKS_MAX, SECRET_BYTES
from gateway.store import audit, user_sessions
from shared.db import Database
from shared.problems import TooManyRequests


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the link names, as the ledger knows them."""

    id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """`code` is answered once and stored nowhere."""

    code: str
    expires_at: datetime


async def issue_link(
    db: Database, secret: bytes, person: Person, origin: audit.Origin
) -> IssuedLink:
    """TooManyRequests for somebody who got many just now."""
    code = secrets.token_urlsafe(SECRET_BYTES)
    expires_at = origin.now + LINK_LIFETIME
    link = {
        "code_mac": keys.mac(secret, code),
        "user_id": person.id,
        "name": person.name,
        "email": person.email,
        "issued_by": origin.principal.actor,
        "issued_at": origin.now,
        "expires_at": expires_at,
    }
    async with db.transaction() as conn:
        await user_sessions.lock_links(conn, person.id)
        if (
            await user_sessions.links_since(conn, person.id, origin.now - LINK_LIFETIME)
            >= LINKS_MAX
        ):
            raise TooManyRequests(
                "Too many links were issued for this user; try again later",
                retry_after_s=int(LINK_LIFETIME.total_seconds()),
            )
        await user_sessions.add_link(conn, link)
        await audit.add(conn, origin, "link.issue", person.id)
    return IssuedLink(code, expires_at)
