"""PostgreSQL: one pool, one transaction at a time, one place that retries and translates errors."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

import asyncpg
import structlog
from prometheus_client import Counter

from shared.codec import decode, encode
from shared.database_address import DatabaseAddress
from shared.problems import Malformed, Unavailable

if TYPE_CHECKING:
    # asyncpg's classes are generic in its stubs only.
    Connection = (
        asyncpg.Connection[asyncpg.Record] | asyncpg.pool.PoolConnectionProxy[asyncpg.Record]
    )
else:
    Connection = asyncpg.Connection
Row = asyncpg.Record
ResultT = TypeVar("ResultT")

_ATTEMPTS: Final = 6
_CONNECT_WITHIN_S: Final = 5.0
_TRANSIENT: Final = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
_AWAY: Final = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.QueryCanceledError,
    asyncpg.ReadOnlySQLTransactionError,
)
_UNSTORABLE: Final = (asyncpg.CharacterNotInRepertoireError, asyncpg.UntranslatableCharacterError)
log = structlog.get_logger(__name__)
# Named after the service in which it matters; each process counts its own.
RETRIES: Final = Counter(
    "owc_ledger_serialization_retries_total", "Transactions that had to run again"
)


async def _prepare(connection: Connection) -> None:
    for name in ("json", "jsonb"):
        await connection.set_type_codec(
            name,
            schema="pg_catalog",
            encoder=lambda value: encode(value).decode(),
            decoder=decode,
            format="text",
        )


class Entrance:
    """Makes connections to an address; the server that answered last is asked first.

    asyncpg knows lists of servers too, but lets the first one use up the time of all: behind a
    machine without power the leader would never be found.
    """

    def __init__(self, url: str) -> None:
        address = DatabaseAddress.parse(url)
        self._urls = list(address.urls)
        self._statement_cache_size = address.statement_cache_size

    async def connect(self, *_: Any, **options: Any) -> asyncpg.Connection:
        """One connection; the error of the last server when none of them will do."""
        trouble: Exception | None = None
        within = _CONNECT_WITHIN_S / len(self._urls)
        for url in tuple(self._urls):
            try:
                connection: asyncpg.Connection = await asyncpg.connect(
                    url, timeout=within, statement_cache_size=self._statement_cache_size, **options
                )
            except (*_AWAY, asyncpg.InvalidAuthorizationSpecificationError) as error:
                trouble = error
            else:
                self._urls.remove(url)
                self._urls.insert(0, url)
                return connection
        assert trouble is not None  # noqa: S101 - an address has a server
        raise trouble


async def connect(url: str) -> asyncpg.Connection:
    """A connection of its own, for tools; services have a `Database`."""
    return await Entrance(url).connect()


class _Stateless(asyncpg.Connection):
    """Nothing is ever set on a connection, so nothing needs resetting when it goes back."""

    def get_reset_query(self) -> str:
        return ""


class Database:
    """A pool that is usable through PgBouncer in transaction mode: it keeps no session state.

    Trouble reaching the server surfaces as `Unavailable` (503, Retry-After), never as a 500.
    """

    def __init__(self, url: str, *, pool_max: int = 10, timeout_s: float = 10) -> None:
        self._entrance = Entrance(url)
        self._pool_max = pool_max
        self._timeout_s = timeout_s
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None

    async def open(self) -> None:
        """Create the pool; connections are made on first use, so a start needs no server."""
        self._pool = await asyncpg.create_pool(
            connect=self._entrance.connect,
            min_size=0,
            max_size=self._pool_max,
            command_timeout=self._timeout_s,
            init=_prepare,
            connection_class=_Stateless,
        )

    async def close(self) -> None:
        """Give running transactions a moment, then end all connections."""
        if self._pool is None:
            return
        try:
            await asyncio.wait_for(self._pool.close(), timeout=5)
        except TimeoutError:
            self._pool.terminate()

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[Connection]:
        """A connection for reads; each statement is its own snapshot."""
        if self._pool is None:
            raise Unavailable("The database is not connected")
        try:
            async with self._pool.acquire(timeout=_CONNECT_WITHIN_S) as connection:
                yield connection
        except _AWAY as error:
            if isinstance(error, asyncpg.ReadOnlySQLTransactionError):
                # It took writes when the connections were made: look again for who does now.
                await self._pool.expire_connections()
            log.warning("database_away", error=type(error).__name__)
            raise Unavailable("The database is not reachable") from error
        except _UNSTORABLE as error:
            # A text that came in by a way on which nobody looked at it.
            raise Malformed("A text has a character that cannot be stored, as NUL") from error
        except asyncpg.PostgresError as error:
            # It quotes the row, which may be a person's: for no log, and for no dead letter.
            error.detail = None
            raise

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """The one transaction of a command; rolled back when the block raises."""
        async with self.reader() as connection, connection.transaction():
            yield connection

    async def run(self, work: Callable[[Connection], Awaitable[ResultT]]) -> ResultT:
        """Run `work` in a transaction, the whole again on serialization failure or deadlock."""
        return await self._retried(self.transaction, work)

    async def run_statement(self, work: Callable[[Connection], Awaitable[ResultT]]) -> ResultT:
        """Like `run` for work of a single statement, which is its own transaction."""
        return await self._retried(self.reader, work)

    async def _retried(
        self,
        connect: Callable[[], AbstractAsyncContextManager[Connection]],
        work: Callable[[Connection], Awaitable[ResultT]],
    ) -> ResultT:
        for attempt in range(_ATTEMPTS):
            try:
                async with connect() as connection:
                    return await work(connection)
            except _TRANSIENT:
                RETRIES.inc()
                # Full jitter, so that two losers do not meet again.
                await asyncio.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311
        raise Unavailable("The database is too busy")
