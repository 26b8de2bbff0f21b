"""Holds: reserve credits before a model call, then settle, extend or release."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import msgspec

from ledger_service.api.charges import (
    Count,
    Deduction,
    Text,
    UsageBody,
    deduction,
    key_of,
    known_units,
)
from ledger_service.api.hot import Call, HotRoute, Surroundings
from ledger_service.api.roles import refuse_readers
from ledger_service.commands.extend_hold import extend_hold
from ledger_service.commands.open_hold import HoldRequest, open_hold
from ledger_service.commands.release_hold import release_hold
from ledger_service.commands.settle_hold import settle_hold
from ledger_service.settings import Settings
from ledger_service.store.postings import present
from shared.auth import Kind
from shared.money import LIMIT, checked, to_wire
from shared.problems import Invalid, NotFound

Seconds = Annotated[int, msgspec.Meta(ge=1, le=86_400)]
KEY_KINDS: tuple[Kind, ...] = ("key", "admin")


class OpenHold(msgspec.Struct, kw_only=True):
    """`prompt_tokens` is an estimate; `usage` are other units (images …) that will be used.

    `amount` reserves a fixed sum instead of the bound computed from these.
    """

    user_id: Text
    model_id: Text
    prompt_tokens: Count = 0
    max_tokens: Count | None = None
    amount: Decimal | None = None
    usage: dict[str, Count] | None = None
    allow_partial: bool = True
    ttl_s: Seconds | None = None
    actor: Text = "auto-system"
    idempotency_key: Text | None = None
    chat_id: str | None = None
    message_id: str | None = None

    def fixed_amount(self) -> Decimal | None:
        if self.amount is None:
            return None
        try:
            amount = checked(self.amount)
        except ValueError as error:
            raise Invalid("amount", str(error)) from None
        if not 0 <= amount < LIMIT:
            raise Invalid("amount", "must not be negative")
        return amount


class OpenedHold(msgspec.Struct, kw_only=True):
    """`max_tokens` is what the reservation covers: send no more than this to the model."""

    hold_id: str
    user_id: str
    model_id: str
    amount: Decimal
    max_tokens: int | None
    is_free: bool
    expires_at: datetime
    balance: Decimal
    available: Decimal
    price_version: str


class ExtendHold(UsageBody, kw_only=True):
    ttl_s: Seconds | None = None


class ExtendedHold(msgspec.Struct, kw_only=True):
    hold_id: str
    amount: Decimal
    expires_at: datetime
    available: Decimal


class SettleHold(UsageBody, kw_only=True):
    actor: Text = "auto-system"


class ReleaseHold(msgspec.Struct, kw_only=True):
    pass


class ReleasedHold(msgspec.Struct, kw_only=True):
    hold_id: str
    status: str


def _hold_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("Hold not found", slug="unknown-hold") from None


def _ttl(settings: Settings, ttl_s: int | None) -> int:
    return min(ttl_s or settings.ledger_hold_ttl_s, settings.ledger_hold_ttl_max_s)


async def post_hold(around: Surroundings, call: Call[OpenHold]) -> OpenedHold:
    refuse_readers(call.principal)
    body = call.body
    key = key_of(call.idempotency_key, body.idempotency_key)
    asked = body.max_tokens
    request = HoldRequest(
        account_id=body.user_id,
        model_id=body.model_id,
        prompt_tokens=body.prompt_tokens,
        max_tokens=around.settings.ledger_max_tokens_default if asked is None else asked,
        amount=body.fixed_amount(),
        usage=known_units(body.usage or {}),
        allow_partial=body.allow_partial,
        ttl_s=_ttl(around.settings, body.ttl_s),
        actor=body.actor,
        key=f"hold:{key}",
    )
    opened = await open_hold(around.books, request)
    outcome = opened.outcome
    return OpenedHold(
        hold_id=str(outcome.hold_id),
        user_id=body.user_id,
        model_id=body.model_id,
        amount=to_wire(present(outcome.amount)),
        max_tokens=outcome.max_tokens,
        is_free=opened.is_free,
        expires_at=present(outcome.expires_at),
        balance=to_wire(present(outcome.balance)),
        available=to_wire(present(outcome.available)),
        price_version=present(outcome.price_version),
    )


async def post_extend(around: Surroundings, call: Call[ExtendHold]) -> ExtendedHold:
    refuse_readers(call.principal)
    hold_id = _hold_id(call.parameter)
    ttl_s = _ttl(around.settings, call.body.ttl_s)
    outcome = await extend_hold(around.books, hold_id, call.body.counts(), ttl_s)
    return ExtendedHold(
        hold_id=str(hold_id),
        amount=to_wire(present(outcome.amount)),
        expires_at=present(outcome.expires_at),
        available=to_wire(present(outcome.available)),
    )


async def post_settle(around: Surroundings, call: Call[SettleHold]) -> Deduction:
    refuse_readers(call.principal)
    hold_id = _hold_id(call.parameter)
    _, charge = await settle_hold(around.books, hold_id, call.body.counts(), call.body.actor)
    return deduction(charge, str(hold_id))


async def post_release(around: Surroundings, call: Call[ReleaseHold]) -> ReleasedHold:
    refuse_readers(call.principal)
    hold_id = _hold_id(call.parameter)
    await release_hold(around.books, hold_id)
    return ReleasedHold(hold_id=str(hold_id), status="released")


_HOLDS = "/api/credits/holds"
ROUTES = [
    HotRoute(
        "POST",
        _HOLDS,
        KEY_KINDS,
        post_hold,
        OpenedHold,
        OpenHold,
        status=201,
        summary="Reserve credits for a coming model call",
        refusals=(402, 429),
    ),
    HotRoute(
        "POST",
        f"{_HOLDS}/{{hold_id}}/extend",
        KEY_KINDS,
        post_extend,
        ExtendedHold,
        ExtendHold,
        summary="Keep a hold alive and report what was counted so far",
    ),
    HotRoute(
        "POST",
        f"{_HOLDS}/{{hold_id}}/settle",
        KEY_KINDS,
        post_settle,
        Deduction,
        SettleHold,
        summary="End a hold with what was used",
    ),
    HotRoute(
        "POST",
        f"{_HOLDS}/{{hold_id}}/release",
        KEY_KINDS,
        post_release,
        ReleasedHold,
        ReleaseHold,
        summary="End a hold without a charge",
    ),
]
