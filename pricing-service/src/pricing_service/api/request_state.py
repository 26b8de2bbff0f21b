"""What routes need from the process: database, price book, clock, and the frame of a write."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Request
from pydantic import StringConstraints

from pricing_service.api.page_store import PageStore
from pricing_service.queries.price_book import PriceBook
from shared.db import Database
from shared.problems import Unavailable

_NO_CONTROL = r"^[^\x00-\x1f\x7f]+$"
ModelId = Annotated[str, StringConstraints(min_length=1, max_length=1024, pattern=_NO_CONTROL)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=512, pattern=_NO_CONTROL)]


@dataclass(frozen=True, slots=True)
class Pricing:
    """The parts of the running service."""

    db: Database
    book: PriceBook
    clock: Callable[[], datetime]
    pages: PageStore
    public_url: str = ""
    noindex: bool = False

    async def fresh(self) -> PriceBook:
        """The book at the newest revision: administrators read what they wrote."""
        await self.book.refresh()
        return self.book

    async def written(self) -> None:
        """Serve what was just committed; if that fails the poll catches up, the write stands."""
        with contextlib.suppress(Unavailable):
            await self.book.refresh()


def _pricing(request: Request) -> Pricing:
    return cast("Pricing", request.app.state.pricing)


Service = Annotated[Pricing, Depends(_pricing)]
