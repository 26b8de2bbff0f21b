"""Charge usage that has happened. What the balance does not cover becomes debt.

Where a limit is used up already, it is refused like a hold: who opens none has no other door.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from ledger_service.commands.post_item import digest, post_item
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_USAGE, Item, Outcome
from shared import codec
from shared.money import LIMIT
from shared.problems import Invalid
from shared.rating import Line, Rating, rate

_read_lines = msgspec.json.Decoder(list[Line]).decode


class UsageReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller says was used, on whose account, under which idempotency key."""

    account_id: str
    model_id: str
    usage: Mapping[str, int]
    actor: str
    key: str
    only_if_allowed: bool | None = None


class Charge(msgspec.Struct, frozen=True):
    """A posted charge with its arithmetic: that of the first request when it was replayed."""

    outcome: Outcome
    lines: Sequence[Line]
    is_free: bool


async def charge_usage(books: Books, report: UsageReport) -> Charge:
    """Rate and post `report`; the same key answers with the first charge."""
    price = books.price_of(report.model_id)
    rating = rated(report.usage, price.prices, free=price.is_free)
    item = charge_item(report, price.version_id, rating)
    return posted(await post_item(books, item), rating, free=price.is_free)


def posted(outcome: Outcome, rating: Rating, *, free: bool) -> Charge:
    """The charge that `outcome` reports; prices may have changed since a first request."""
    lines = _read_lines(outcome.lines or "[]") if outcome.replayed else rating.lines
    return Charge(outcome, lines, free)


def rated(usage: Mapping[str, int], prices: Mapping[str, Decimal], *, free: bool) -> Rating:
    """Rate, refusing a total that no balance could hold."""
    rating = rate(usage, prices, free=free)
    if rating.total >= LIMIT:
        raise Invalid("usage", "its cost must be below 10^18")
    return rating


def charge_item(report: UsageReport, price_version: str, rating: Rating) -> Item:
    """The posting of a rated report."""
    return Item(
        op="transfer",
        account_id=report.account_id,
        idempotency_key=report.key,
        request_hash=digest(report.model_id, sorted(report.usage.items())),
        kind="charge",
        house_account=HOUSE_USAGE,
        amount=-rating.total,
        model_id=report.model_id,
        price_version=price_version,
        lines=codec.encode(rating.lines).decode(),
        usage=codec.encode(report.usage).decode(),
        actor=report.actor,
        only_if_allowed=report.only_if_allowed,
    )
