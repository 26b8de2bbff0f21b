"""A simple model of an account: it spends its lots at once, and keeps no transfers."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from ledger_service.domain.allowance import period_of

ZERO = Decimal(0)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class ModelLot:
    expires: datetime
    left: Decimal


@dataclass
class ModelHold:
    id: UUID
    amount: Decimal
    expires: datetime
    status: str = "open"
    counted: int = 0
    settled: int | None = None


@dataclass
class Model:
    """One account as its owner would keep it on paper."""

    balance: Decimal = ZERO
    due: datetime = EPOCH
    lots: list[ModelLot] = field(default_factory=list)
    holds: list[ModelHold] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)
    allowances: dict[str, tuple[ModelLot, Decimal]] = field(default_factory=dict)

    @property
    def held(self) -> Decimal:
        return sum((hold.amount for hold in self.holds if hold.status == "open"), ZERO)

    def reserve(self, hold_id: UUID, amount: Decimal, expires: datetime) -> None:
        self.holds.append(ModelHold(hold_id, amount, expires))

    def give(self, amount: Decimal, expires: datetime) -> ModelLot:
        lot = ModelLot(expires, amount)
        debt = max(-self.balance, ZERO)
        self.lots.append(lot)
        self.balance += amount
        self._spend(min(debt, amount))
        self.due = min(self.due, expires)
        return lot

    def take(self, amount: Decimal) -> None:
        self._spend(min(amount, max(self.balance, ZERO)))
        self.balance -= amount

    def _spend(self, amount: Decimal) -> None:
        for lot in sorted(self.lots, key=lambda lot: lot.expires):
            taken = min(lot.left, amount)
            lot.left -= taken
            amount -= taken

    def touch(self, now: datetime, defaults: list[Decimal], *, always: bool = False) -> None:
        """What falls due by `now`; without `always` only if something is due."""
        if not always and self.due > now:
            return
        period = period_of(now, UTC)
        for lot in self.lots:
            if lot.expires <= now:
                self.balance -= lot.left
                lot.left = ZERO
        live = [lot.expires for lot in self.lots if lot.left > 0]
        self.due = min([period.ends_at, *live])
        if period.name not in self.allowances:
            self.raise_allowance(now, defaults)

    def raise_allowance(self, now: datetime, defaults: list[Decimal]) -> None:
        period = period_of(now, UTC)
        amount = sum((defaults[number] for number in self.groups), ZERO)
        lot, granted = self.allowances.get(period.name, (None, ZERO))
        if amount <= granted:
            return
        if lot is None:
            lot = self.give(amount, period.ends_at)
        else:
            self.balance += amount - granted
            lot.left += amount - granted
            debt = max(sum((lot.left for lot in self.lots), ZERO) - max(self.balance, ZERO), ZERO)
            self._spend(debt)
        self.allowances[period.name] = (lot, amount)


@pytest.fixture(scope="session")
def account_model() -> type[Model]:
    return Model
