"""Questions to servers that may be there and never answer."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

AnswerT = TypeVar("AnswerT")
_given_up: set[asyncio.Task[Any]] = set()


async def within(seconds: float, question: Awaitable[AnswerT]) -> AnswerT:
    """The answer, or TimeoutError in time: asyncpg may take longer to give up than to ask."""
    task = asyncio.ensure_future(question)
    try:
        await asyncio.wait((task,), timeout=seconds)
    finally:
        if not task.done():
            _given_up.add(task)
            task.add_done_callback(_forget)
            task.cancel()
    if task in _given_up:
        raise TimeoutError
    return task.result()


def _forget(task: asyncio.Task[Any]) -> None:
    _given_up.discard(task)
    if not task.cancelled():
        task.exception()  # nobody else will ask for it
