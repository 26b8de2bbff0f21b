"""Reserve credits for a model call, or say why it cannot be made."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from gateway.clients.credits import Answer, Credits
from gateway.domain.metered_requests import Ask
from shared.problems import (
    Malformed,
    NotFound,
    NotPermitted,
    PaymentRequired,
    Problem,
    Unavailable,
)

_CREATED: Final = 201
_NOT_FOUND: Final = 404
_UNKNOWN: Final = "urn:owc:problem:unknown-account"
_URN: Final = "urn:owc:problem:"
_REFUSALS: Final[Mapping[int, type[Problem]]] = {
    400: Malformed,
    402: PaymentRequired,
    403: NotPermitted,
    404: NotFound,
    422: Malformed,
}
_PATIENCE_S: Final = 2.0
_PAUSE_S: Final = 0.1
LookUp = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Hold:
    """An open reservation. `granted` are the tokens of answer that it covers."""

    hold_id: str
    granted: int | None


async def reserve_call(
    credits_: Credits,
    look_up: LookUp,
    ask: Ask,
    *,
    account: str,
    ttl_s: int,
    conversation: Mapping[str, str],
) -> Hold:
    """Open a hold. A user who has just signed up is looked up in Open WebUI first."""
    form = {
        "user_id": account,
        "model_id": ask.model,
        "prompt_tokens": ask.prompt_tokens,
        "max_tokens": ask.tokens_to_reserve,
        "ttl_s": ttl_s,
        "actor": "meter",
        "idempotency_key": str(uuid4()),
        **conversation,
    }
    status, answer = await _open(credits_, form)
    if status == _NOT_FOUND and answer.get("type") == _UNKNOWN and await look_up(account):
        deadline = time.monotonic() + _PATIENCE_S
        while status == _NOT_FOUND and time.monotonic() < deadline:
            await asyncio.sleep(_PAUSE_S)
            status, answer = await _open(credits_, form)
    if status != _CREATED:
        raise refusal(status, answer)
    return Hold(answer["hold_id"], answer.get("max_tokens"))


async def _open(credits_: Credits, form: Mapping[str, Any]) -> tuple[int, Answer]:
    """The key makes a second attempt harmless."""
    try:
        return await credits_.open(form)
    except Unavailable:
        return await credits_.open(form)


def refusal(status: int, answer: Answer) -> Problem:
    """What the ledger said, as this door says it."""
    problem = _REFUSALS.get(status)
    if problem is None:
        return Unavailable(
            "The credit service does not answer right now. Please try again in a minute.",
            slug="ledger-away",
        )
    detail = answer.get("detail")
    if not isinstance(detail, str):
        detail = "This call cannot be reserved"
    slug = str(answer.get("type", "")).removeprefix(_URN) or None
    amounts = {name: answer[name] for name in ("available", "required") if name in answer}
    return problem(detail, slug=slug, **amounts)
