"""A provider far away: other work goes on before and after each call, and it may fall silent."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

from billing_service.domain.provider import OutcomeUnknown
from memory_provider import MemoryProvider

CALLS = (
    "create_payment", "create_refund", "create_method", "get_payment", "get_refund", "get_method",
    "list_payments", "list_refunds",
)  # fmt: skip


class DistantProvider(MemoryProvider):
    """`unheard` calls are lost on their way; what is told may be outdated when it arrives."""

    unheard = 0

    def __init__(self) -> None:
        super().__init__()
        for name in CALLS:
            setattr(self, name, self._far(getattr(self, name)))

    @property
    def is_in_trouble(self) -> bool:
        return bool(self.trouble or self.unheard)

    def heal(self) -> None:
        self.trouble.clear()
        self.unheard = 0

    def _far(self, call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def travel(*given: Any) -> Any:
            await _meanwhile()
            if self.unheard:
                self.unheard -= 1
                raise OutcomeUnknown("no answer")
            told = await call(*given)
            await _meanwhile()
            return told

        return travel


async def _meanwhile() -> None:
    for _ in range(random.randrange(4)):
        await asyncio.sleep(0)
