"""Facts about balances."""

from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from shared.contracts import Contract


class AccountOpened(Contract, frozen=True, kw_only=True):
    """An account exists from now on."""

    event_type: ClassVar[str] = "ledger.account_opened"
    account_id: str


class ChargePosted(Contract, frozen=True, kw_only=True):
    """Usage that was charged (amount 0 for a free model), and the price version that rated it."""

    event_type: ClassVar[str] = "ledger.charge_posted"
    account_id: str
    transfer_id: int
    sequence: int
    model_id: str
    usage: dict[str, int]
    amount: Decimal
    price_version: str
    hold_id: str | None
    actor: str
    balance_after: Decimal
    posted_at: datetime


class TransferPosted(Contract, frozen=True, kw_only=True):
    """Any other change of a balance: `amount` is signed as the account feels it."""

    event_type: ClassVar[str] = "ledger.transfer_posted"
    account_id: str
    transfer_id: int
    sequence: int
    kind: str
    amount: Decimal
    reason: str
    actor: str
    balance_after: Decimal
    posted_at: datetime


class AlertRaised(Contract, frozen=True, kw_only=True):
    """A threshold of the account's owner was crossed: the balance fell below `threshold` credits,
    or `threshold` per cent of a limit were used (then the limit's fields are set).
    """

    event_type: ClassVar[str] = "ledger.alert_raised"
    account_id: str
    kind: str
    threshold: Decimal
    sequence: int
    balance: Decimal
    raised_at: datetime
    limit_id: str | None = None
    metric: str | None = None
    per: str | None = None
    cap: Decimal | None = None
    used: Decimal | None = None
