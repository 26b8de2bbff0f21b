"""What every command works on: the database, the batcher, this process's price book, the clock."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from functools import partial
from typing import Any

import structlog

from ledger_service.domain.allowance import Rule
from ledger_service.domain.price_book import PriceBook, PriceVersion
from ledger_service.store import prices
from ledger_service.store.batcher import Batcher, Clock
from ledger_service.store.hold_reads import HoldReads
from shared.codec import decode
from shared.db import Connection, Database
from shared.idempotency import Write, answer_once
from shared.money import ZERO
from shared.problems import NotFound, Unavailable

# A published price must be charged within a second; the check is one indexed single-row read.
REFRESH_S = 0.25
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Books:
    """The ledger as one process sees it. Only the price book is a copy, at most 0.25 s old."""

    db: Database
    zone: tzinfo
    allowance_rule: Rule
    clock: Clock = lambda: None
    carry_over_max: Decimal = ZERO
    price_book: PriceBook = field(default_factory=PriceBook)
    batcher: Batcher = field(init=False)
    holds: HoldReads = field(init=False)
    _refresher: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self.batcher = Batcher(self.db, self.clock)
        self.holds = HoldReads(self.db)

    async def open(self) -> None:
        await self.db.open()
        self.batcher.start()
        self._refresher = asyncio.create_task(self._refresh_forever())

    async def close(self) -> None:
        if self._refresher is not None:
            self._refresher.cancel()
        await self.batcher.stop()
        await self.db.close()

    async def once(self, write: Write | None, work: Callable[[Connection], Awaitable[Any]]) -> Any:
        """What `work` answers in a transaction, as JSON holds it; a repeated key runs nothing."""

        async def keyed(connection: Connection) -> bytes:
            return await answer_once(connection, write, partial(work, connection))

        return decode(await self.db.run(keyed))

    def now(self) -> datetime:
        """The moment for decisions made before the engine's: deadlines, and prices in force."""
        return self.clock() or datetime.now(UTC)

    async def moment(self, connection: Connection) -> datetime:
        """The time that the engine would see, read after the account is locked."""
        now: datetime = await connection.fetchval(
            "SELECT coalesce($1::timestamptz, clock_timestamp())", self.clock()
        )
        return now

    def price_of(self, model_id: str) -> PriceVersion:
        """The price in force; NotFound if the model is refused, Unavailable before any load."""
        self.require_prices()
        price = self.price_book.price_of(model_id, self.now())
        if price is None:
            raise NotFound("Model pricing not found", slug="unknown-model")
        return price

    def require_prices(self) -> None:
        """Unavailable until the price book was read once: before, nothing can be rated."""
        if self.price_book.revision < 0:
            raise Unavailable("Prices are not loaded yet")

    async def refresh_prices(self) -> None:
        before = self.price_book
        async with self.db.reader() as connection:
            if await prices.revision(connection) == before.revision:
                return
            book = await prices.load(connection)
        # Two that read at once may end in the other order; a restored backup has a lower number.
        if self.price_book is before or book.revision > self.price_book.revision:
            self.price_book = book

    async def _refresh_forever(self) -> None:
        while True:
            try:
                await self.refresh_prices()
            except Unavailable:
                log.warning("price_book_not_refreshed", revision=self.price_book.revision)
            except Exception:
                log.exception("price_book_not_refreshed")
            await asyncio.sleep(REFRESH_S)
