"""The service around a real database and a provider in memory, with a clock that stands still."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from books import POLICY, Books, client_of
from memory_provider import MemoryProvider

from shared.db import Database
from shared.testing import FrozenClock


@pytest.fixture
async def books(schema_url: str, frozen_clock: FrozenClock) -> AsyncIterator[Books]:
    db = Database(schema_url)
    await db.open()
    books = Books(db, MemoryProvider(), POLICY, frozen_clock)
    await books.empty()
    yield books
    await db.close()


@pytest.fixture
async def http(books: Books, schema_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """The service's own application over the same database and provider."""
    async with client_of(schema_url, books.provider) as client:
        yield client


@pytest.fixture(scope="module")
def schema_url(make_module_database: Callable[[str], str]) -> str:
    return make_module_database("billing")


@pytest.fixture
async def http_once(schema_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(schema_url) as client:
        yield client
