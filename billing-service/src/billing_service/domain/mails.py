"""What users are told by mail, when it is tried again, and the port to whoever carries it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final, Literal, Protocol

Reason = Literal["payment", "renewal_soon", "renewal_failed", "quota", "low_balance", "alert"]
Language = Literal["en", "ru"]
STEPS: Final = (100, 90, 70)
REMIND_BEFORE: Final = timedelta(days=3)
# Who renews more often than weekly knows it.
REMIND_FROM: Final = timedelta(days=7)
# Whether a balance is low is told when what belongs together has been booked.
SETTLES_WITHIN: Final = timedelta(minutes=1)
# News of last week is none.
TOO_LATE: Final = timedelta(days=3)
_PAUSES: Final = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480, 1440))
ATTEMPTS_MAX: Final = len(_PAUSES) + 1


@dataclass(frozen=True, slots=True)
class SmtpConfig:
    """`security`: none, starttls (demanded) or tls."""

    host: str
    port: int
    security: Literal["none", "starttls", "tls"]
    sender: str
    language: Language
    username: str | None = None
    password: str | None = None
    timeout_s: float = 20.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail; `id` makes its Message-ID, so that a receiver can see that a copy is one."""

    id: int
    reason: Reason
    address: str
    name: str
    language: Language | None
    facts: Mapping[str, Any]
    created_at: datetime


class MailError(Exception):
    """The letter was not taken; another attempt may succeed."""


class MailRefused(MailError):  # noqa: N818 - beside ProviderRefused
    """It never will: the address or the letter itself is refused."""


class Mailer(Protocol):
    async def send(self, letter: Letter) -> None:
        """Hand the letter over; MailError if it was not taken."""


def pause_after(attempts: int) -> timedelta | None:
    """Return how long to wait after so many attempts, None if that was the last one."""
    return _PAUSES[attempts - 1] if 0 < attempts < ATTEMPTS_MAX else None


def step_reached(used: int, limit: int) -> int | None:
    """Return the highest of 70, 90 and 100 percent that is reached, None below or without one."""
    if limit <= 0:
        return None
    return next((step for step in STEPS if used * 100 >= limit * step), None)


def fell_below(balance_after: Decimal, change: Decimal, threshold: Decimal) -> bool:
    """Say whether this change took the balance from the threshold or above it to below it."""
    return balance_after < threshold <= balance_after - change
