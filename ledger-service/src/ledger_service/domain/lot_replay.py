"""Which lots paid for a charge: the account's lots, taken through everything that changed them.

Between two such transfers what a lot has left depends on the balance alone, so charges are not
replayed. What cannot be told exactly is told as None, never as a guess.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from ledger_service.domain.allowance import KEY
from ledger_service.domain.lots import Lot, draw_down
from shared.money import ZERO


@dataclass(frozen=True, slots=True)
class Granted:
    """A lot as the tables have it today; what is left of `lot` says nothing about then."""

    lot: Lot
    amount: Decimal
    transfer_id: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """A transfer that is no charge. `effect` is what it did to the balance, signed.

    `undone` is what the transfer that a reversal reverses did, and its kind.
    """

    id: int
    sequence: int
    kind: str
    key: str
    reason: str
    effect: Decimal
    balance_after: Decimal
    posted_at: datetime
    undone: tuple[int, str] | None = None

    @property
    def balance_before(self) -> Decimal:
        return self.balance_after - self.effect


class _UnknownError(Exception):
    """The tables do not tell what this step did to the lots."""


@dataclass(slots=True)
class _Held:
    lot: Lot
    amount: Decimal
    granted: Granted
    is_reversed: bool = False

    def put(self, change: Decimal) -> None:
        left = self.lot.remaining + change
        if left < 0:
            raise _UnknownError
        self.lot = replace(self.lot, remaining=left)


class _Replay:
    def __init__(self, granted: Sequence[Granted], *, from_the_first: bool) -> None:
        self.granted = granted
        self.by_transfer = {g.transfer_id: g for g in granted if g.transfer_id is not None}
        self.held: dict[UUID, _Held] = {}
        self.is_known = from_the_first
        self.amounts_known = from_the_first
        self.last: Step | None = None

    def draw(self, balance: Decimal) -> list[Lot]:
        lots = [held.lot for held in self.held.values()]
        if sum((lot.remaining for lot in lots), ZERO) < max(balance, ZERO):
            raise _UnknownError
        return draw_down(lots, balance)

    def forget(self) -> None:
        self.is_known = self.amounts_known = False
        self.held = {}

    def start_empty(self, moment: datetime) -> None:
        """Without a balance no lot has anything left, whatever happened before."""
        self.is_known = True
        self.held = {
            g.lot.id: _Held(replace(g.lot, remaining=ZERO), g.amount, g)
            for g in self.granted
            if g.lot.granted_at <= moment
        }

    def follow(self, step: Step) -> None:
        if not self.is_known and step.balance_before <= 0:
            self.start_empty(step.posted_at)
        if self.is_known:
            try:
                for lot in self.draw(step.balance_before):
                    self.held[lot.id].lot = lot
                self._apply(step)
                self._refuse_two_readings(step)
            except _UnknownError:
                self.forget()
        self.last = step

    def _refuse_two_readings(self, step: Step) -> None:
        """What a renewal grants to a debtor is drawn after this step if it was part of it."""
        last = self.last
        if (
            last is None
            or last.balance_before >= 0
            or last.sequence + 1 != step.sequence
            or not last.key.startswith((KEY, "carry:"))
        ):
            return
        made = self.by_transfer.get(step.id)
        if step.undone is not None or (
            made is not None
            and any(h.lot.spending_order > made.lot.spending_order for h in self.held.values())
        ):
            raise _UnknownError

    def _apply(self, step: Step) -> None:
        if step.undone is not None:
            self._reverse(step, *step.undone)
        elif step.id in self.by_transfer and step.kind in {"grant", "adjustment"}:
            self._add(self.by_transfer[step.id], step.effect)
        elif step.kind == "grant":
            self._raise(step)
        elif step.kind == "expiry":
            self._expire(step)
        elif step.kind == "refund":
            self._refund(step)
        elif step.kind == "opening":
            self._open(step)
        elif step.effect > 0 or not step.key.startswith(("adjust:", "set:")):
            raise _UnknownError

    def _open(self, step: Step) -> None:
        """A balance from elsewhere: lasting credits, and what was left of the allowance."""
        if self.held or step.sequence != 1:
            raise _UnknownError
        rest = step.effect
        if lasting := self.by_transfer.get(step.id):
            self._add(lasting, lasting.amount)
            rest -= lasting.amount
        for granted in self.granted:
            lot = granted.lot
            if (lot.source, lot.granted_at) == ("allowance", step.posted_at):
                self._add(granted, max(rest, ZERO))
                self.held[lot.id].amount = granted.amount

    def _add(self, granted: Granted, amount: Decimal) -> None:
        lot = replace(granted.lot, remaining=amount)
        self.held[lot.id] = _Held(lot, amount, granted)

    def _raise(self, step: Step) -> None:
        found = [
            held
            for held in self.held.values()
            if held.lot.source == "allowance"
            and held.lot.granted_at <= step.posted_at < held.lot.expires_at
        ]
        if len(found) != 1 or not step.key.startswith(KEY):
            raise _UnknownError
        held = found[0]
        held.put(step.effect)
        if step.key.startswith(f"{KEY}{held.lot.period}:"):
            held.amount += step.effect
        else:
            held.amount = max(held.amount, held.lot.remaining)

    def _expire(self, step: Step) -> None:
        # `expiry:LOT`, or `expiry:LOT:cut` where a plan ended before its time.
        held = self.held.get(UUID(step.key.split(":")[1]))
        if held is None or held.lot.remaining != -step.effect:
            raise _UnknownError
        held.put(step.effect)

    def _refund(self, step: Step) -> None:
        payment = step.reason.removeprefix("Refund of payment ")
        bought = [h for h in self.held.values() if h.lot.reference == payment and h.lot.remaining]
        if len(bought) != 1:
            raise _UnknownError
        bought[0].put(step.effect)

    def _reverse(self, step: Step, original: int, kind: str) -> None:
        made = self.by_transfer.get(step.id)
        if step.effect < 0:
            for held in self.held.values():
                if held.granted.transfer_id == original:
                    held.put(-min(held.lot.remaining, -step.effect))
                    held.is_reversed = True
            return
        rest = step.effect
        if kind != "expiry":
            rest = self._refill(step)
        if rest != (made.amount if made else ZERO):
            raise _UnknownError
        if made is not None:
            self._add(made, rest)

    def _refill(self, step: Step) -> Decimal:
        """As the reversal did: last spent first, not into what has expired or was reversed."""
        rest = step.effect
        for held in sorted(self.held.values(), key=lambda h: h.lot.spending_order, reverse=True):
            if held.is_reversed or held.lot.expires_at <= step.posted_at:
                continue
            if not self.amounts_known or held.amount > held.granted.amount:
                raise _UnknownError
            part = min(max(held.amount - held.lot.remaining, ZERO), rest)
            held.put(part)
            rest -= part
        return rest


def paid_by(
    granted: Sequence[Granted],
    steps: Sequence[Step],
    *,
    before: Decimal,
    after: Decimal,
    from_the_first: bool,
) -> Mapping[UUID, Decimal] | None:
    """What each lot paid of a charge that took the balance from `before` to `after`.

    `steps` are the account's earlier transfers that are no charges, in order; the first ones may
    be missing if not `from_the_first`. Together the lots pay what was above zero of the balance.
    """
    if before <= 0:
        return {}
    replay = _Replay(granted, from_the_first=from_the_first)
    for step in steps:
        replay.follow(step)
    if not replay.is_known:
        return None
    try:
        had = {lot.id: lot.remaining for lot in replay.draw(before)}
        left = replay.draw(after)
    except _UnknownError:
        return None
    return {lot.id: had[lot.id] - lot.remaining for lot in left if had[lot.id] > lot.remaining}
