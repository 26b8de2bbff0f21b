"""Reserve credits for a model call, or say why it cannot be made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from gateway.clients.credits import Answer, Credits
from gateway.clients.newcomers import Newcomers
from gateway.domain.metered_requests import Ask
from shared.problems import Unavailable


@dataclass(frozen=True, slots=True)
class Hold:
    """An open reservation. `granted` are the tokens of answer that it covers."""

    hold_id: str
    granted: int | None


async def reserve_call(
    credits_: Credits,
    newcomers: Newcomers,
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
    answer = await newcomers.wait_for(account, lambda: _open(credits_, form))
    return Hold(answer["hold_id"], answer.get("max_tokens"))


async def _open(credits_: Credits, form: Mapping[str, Any]) -> Answer:
    """The key makes a second attempt harmless."""
    try:
        return await credits_.open(form)
    except Unavailable:
        return await credits_.open(form)
