"""Who calls: API keys, sessions of administrators and of users; remembered briefly.

What is remembered is forgotten when the revision of credentials changes, which each process reads
twice a second: a revoked key is refused everywhere within a second, without Redis.
"""

import asyncio
import hmac
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

import structlog

from gateway.clients.openwebui import OpenWebUI
from gateway.commands.move_key import move_key
from gateway.commands.note_uses import note_uses
from gateway.domain import keys
from gateway.domain.roles import permissions
from gateway.domain.sessions import from_token
from gateway.store import keys as key_rows
from gateway.store import sessions, user_sessions
from shared.auth import Principal, sign_identity
from shared.db import Database
from shared.problems import Unavailable

KEY: Final = b"key "
ADMIN: Final = b"admin "
USER: Final = b"user "
LINKED: Final = b"linked "

KNOWN_S: Final = 60.0
USER_KNOWN_S: Final = 30.0
REFUSED_S: Final = 5.0
REVISION_S: Final = 0.4
_PATIENCE_S: Final = 3.0
_NOTES_EVERY: Final = 25
_IDENTITY_S: Final = 30.0
_CACHE_MAX: Final = 20_000
_TOKEN_MAX: Final = 8192
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Caller:
    """A principal whose credential was checked, and the identity token minted for it."""

    principal: Principal
    until: float
    permissions: frozenset[str] = frozenset()
    session: UUID | None = None
    identity: bytes = b""
    identity_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Secrets:
    """The keys derived from the settings, and the bootstrap key."""

    peppers: tuple[bytes, ...]  # the one in force first
    session: bytes
    links: bytes
    forms: bytes
    identity: str
    bootstrap: bytes


class Authenticator:
    """Turns the text of a credential into a Caller; None means that it is not valid."""

    def __init__(self, db: Database, secrets: Secrets, openwebui: OpenWebUI | None) -> None:
        self._db = db
        self._secrets = secrets
        self._openwebui = openwebui
        self._known: dict[bytes, Caller] = {}
        self._refused_until: dict[bytes, float] = {}
        self._checking: dict[bytes, asyncio.Future[Caller | None]] = {}
        self._used: dict[str, datetime] = {}
        self._revision = -1
        self._epoch = 0

    def known(self, kind: bytes, credential: bytes) -> Caller | None:
        """A caller checked a short while ago. The hot path: no await."""
        caller = self._known.get(kind + credential)
        return caller if caller is not None and caller.until > time.monotonic() else None

    def identity(self, caller: Caller) -> bytes:
        """The signed identity of `caller` for the services, minted anew every half minute."""
        now = time.monotonic()
        if caller.identity_until <= now:
            moment = datetime.now(UTC)
            token = sign_identity(caller.principal, self._secrets.identity, moment)
            caller.identity = token.encode("ascii")
            caller.identity_until = now + _IDENTITY_S
            if caller.principal.kind == "key":
                self._used[caller.principal.id] = moment
        return caller.identity

    async def check(self, kind: bytes, credential: bytes) -> Caller | None:
        """The caller behind `credential`, asking whoever knows; Unavailable if nobody can tell."""
        name = kind + credential
        known = self.known(kind, credential)
        if known is not None:
            return known
        if len(credential) > _TOKEN_MAX or self._refused_until.get(name, 0) > time.monotonic():
            return None
        checking = self._checking.get(name)
        if checking is None:
            checking = asyncio.ensure_future(self._check(kind, credential))
            self._checking[name] = checking
            checking.add_done_callback(lambda _: self._checking.pop(name, None))
        # Many requests of one page ask at once; one that leaves must not take the others along.
        return await asyncio.shield(checking)

    async def _check(self, kind: bytes, credential: bytes) -> Caller | None:
        epoch = self._epoch
        caller = await self._ask(kind, credential)
        if epoch == self._epoch:
            self._remember(kind + credential, caller)
        return caller

    async def _ask(self, kind: bytes, credential: bytes) -> Caller | None:
        try:
            text = credential.decode("ascii")
        except UnicodeDecodeError:
            return None
        if kind == KEY:
            return await self._key(text)
        if kind == ADMIN:
            return await self._admin(text)
        if kind == LINKED:
            return await self._linked(text)
        return await self._user(text)

    def _remember(self, name: bytes, caller: Caller | None) -> None:
        if caller is not None:
            if len(self._known) >= _CACHE_MAX:
                self._known.clear()
            self._known[name] = caller
            return
        if len(self._refused_until) >= _CACHE_MAX:
            self._refused_until.clear()
        self._refused_until[name] = time.monotonic() + REFUSED_S

    async def _key(self, text: str) -> Caller | None:
        now = time.monotonic()
        bootstrap = self._secrets.bootstrap
        if bootstrap and hmac.compare_digest(text.encode(), bootstrap):
            return Caller(Principal("key", "bootstrap", scopes=keys.SCOPES), now + KNOWN_S)
        parts = keys.split(text)
        if parts is None:
            return None
        async with self._db.reader() as conn:
            row = await key_rows.find(conn, parts[0])
        if row is None or (pepper := self._pepper_of(parts[1], row["secret_mac"])) is None:
            return None
        left = _seconds_left(row["expires_at"])
        if row["revoked_at"] is not None or left <= 0:
            return None
        if pepper is not self._secrets.peppers[0]:
            mac = keys.mac(self._secrets.peppers[0], parts[1])
            await move_key(self._db, row["id"], mac)
        principal = Principal("key", row["id"], name=row["name"], scopes=frozenset(row["scopes"]))
        return Caller(principal, now + min(KNOWN_S, left))

    def _pepper_of(self, secret: str, stored: bytes) -> bytes | None:
        fitting = (p for p in self._secrets.peppers if keys.matches(p, secret, stored))
        return next(fitting, None)

    async def _admin(self, text: str) -> Caller | None:
        session = from_token(text, self._secrets.session, datetime.now(UTC))
        if session is None:
            return None
        async with self._db.reader() as conn:
            row = await sessions.role_of(conn, session.jti)
        if row is None:
            return None
        name, role = row["username"], row["role"]
        return Caller(
            Principal("admin", name, name=name, scopes=frozenset({role})),
            time.monotonic() + min(KNOWN_S, _seconds_left(session.expires_at)),
            permissions(role),
            session.jti,
        )

    async def _user(self, text: str) -> Caller | None:
        if self._openwebui is None:
            return None
        principal = await self._openwebui.session(text)
        if principal is None:
            return None
        return Caller(principal, time.monotonic() + USER_KNOWN_S)

    async def _linked(self, text: str) -> Caller | None:
        async with self._db.reader() as conn:
            row = await user_sessions.find(conn, keys.mac(self._secrets.links, text))
        if row is None or (left := _seconds_left(row["expires_at"])) <= 0:
            return None
        # Never more than a member: an API key that issues links must not make administrators.
        principal = Principal(
            "user", row["user_id"], row["name"], row["email"], scopes=frozenset({"user"})
        )
        return Caller(principal, time.monotonic() + min(USER_KNOWN_S, left))

    # Forgetting.

    def forget(self) -> None:
        """Ask anew about everybody: some credential has changed."""
        self._epoch += 1
        self._known.clear()
        self._refused_until.clear()

    async def watch(self) -> None:
        """Read the revision for as long as the process runs."""
        rounds = 0
        while True:
            try:
                await self._look(note_uses=rounds % _NOTES_EVERY == _NOTES_EVERY - 1)
            except (Unavailable, TimeoutError):
                # What is cached lives on until its own end: a minute at most.
                log.warning("revision_unknown")
            except Exception:
                # Nothing may end this loop: without it a revoked key would go on.
                log.exception("revision_unreadable")
            rounds += 1
            await asyncio.sleep(REVISION_S)

    async def _look(self, *, note_uses: bool) -> None:
        async with asyncio.timeout(_PATIENCE_S), self._db.reader() as conn:
            revision = await sessions.revision(conn)
        if revision != self._revision:
            self._revision = revision
            self.forget()
        if note_uses:
            await self.note_uses()

    async def note_uses(self) -> None:
        """Write when keys were last used; called now and then, and at the end."""
        used = {key: at for key, at in self._used.items() if key != "bootstrap"}
        self._used.clear()
        await note_uses(self._db, used)


def _seconds_left(moment: datetime | None) -> float:
    return float("inf") if moment is None else (moment - datetime.now(UTC)).total_seconds()
