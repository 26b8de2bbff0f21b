"""Waiting for a condition instead of for a time, and a clock that stands still."""

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, overload

Result = TypeVar("Result")
_PAUSE_FIRST_S = 0.005
_PAUSE_MAX_S = 0.1


@overload
async def eventually(predicate: Callable[[], Awaitable[Result]], within: float = ...) -> Result: ...
@overload
async def eventually(predicate: Callable[[], Result], within: float = ...) -> Result: ...
async def eventually(predicate: Callable[[], Any], within: float = 5.0) -> Any:
    """Return the first truthy answer of `predicate`, sync or async.

    An AssertionError of the predicate means "not yet"; the last one is raised when time is up.
    """
    deadline = time.monotonic() + within
    pause = _PAUSE_FIRST_S
    while True:
        failure: AssertionError | None = None
        try:
            answer = predicate()
            result = await answer if inspect.isawaitable(answer) else answer
            if result:
                return result
        except AssertionError as error:
            failure = error
        if time.monotonic() > deadline:
            raise failure or AssertionError(f"not within {within} s: {predicate!r}")
        await asyncio.sleep(pause)
        pause = min(pause * 2, _PAUSE_MAX_S)


class FrozenClock:
    """Stands still until told otherwise. Call it, or read `now`, for an aware UTC time."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or datetime(2026, 1, 15, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta | None = None, *, seconds: float = 0) -> datetime:
        """Move forward and return the new time."""
        self.now += (by or timedelta()) + timedelta(seconds=seconds)
        return self.now

    def set(self, now: datetime) -> None:
        self.now = now
