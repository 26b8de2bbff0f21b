"""When a threshold that an account's owner has set is crossed: once per crossing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from shared.money import EXACT

Kind = Literal["balance_below", "cap_used"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """Credits under which the balance falls, or the per cent of a cap that are used."""

    kind: Kind
    value: Decimal

    @property
    def key(self) -> str:
        return f"{self.kind}:{EXACT.normalize(self.value):f}"


@dataclass(frozen=True, slots=True)
class Step:
    """The balance after a transfer."""

    sequence: int
    balance: Decimal
    at: datetime


@dataclass(frozen=True, slots=True)
class CapUse:
    """What was used of a limit in one stretch of time."""

    limit_id: UUID
    starts_at: datetime
    per: str
    metric: str
    cap: Decimal
    used: Decimal


@dataclass(frozen=True, slots=True)
class Crossing:
    """A threshold that was met at `step`; of a cap, which one."""

    threshold: Threshold
    step: Step
    cap: CapUse | None = None


Raised = Mapping[str, datetime]


def crossings(
    thresholds: Sequence[Threshold], raised: Raised, steps: Sequence[Step], caps: Iterable[CapUse]
) -> tuple[list[Crossing], dict[str, datetime]]:
    """What `steps` newly crossed, and what is crossed after them.

    A threshold is armed again by being left: the balance has come back, the cap's time is over or
    the cap was raised. A threshold that is crossed when it is set counts as crossed then.
    """
    found: list[Crossing] = []
    after: dict[str, datetime] = {}
    uses = list(caps)
    for threshold in thresholds:
        if threshold.kind == "balance_below":
            since = raised.get(threshold.key)
            for step in steps:
                if step.balance >= threshold.value:
                    since = None
                elif since is None:
                    since = step.at
                    found.append(Crossing(threshold, step))
            if since is not None:
                after[threshold.key] = since
        elif steps:
            _cap_crossings(threshold, raised, steps[-1], uses, found, after)
    return found, after


def _cap_crossings(
    threshold: Threshold,
    raised: Raised,
    step: Step,
    uses: Iterable[CapUse],
    found: list[Crossing],
    after: dict[str, datetime],
) -> None:
    for use in uses:
        if use.used * 100 < use.cap * threshold.value:
            continue
        key = f"{threshold.key}:{use.limit_id}:{use.starts_at.isoformat()}"
        if key not in raised:
            found.append(Crossing(threshold, step, use))
        after[key] = raised.get(key, step.at)


def raised_since(threshold: Threshold, raised: Raised) -> datetime | None:
    """Since when the threshold is crossed; None if it is not."""
    since = [
        at
        for key, at in raised.items()
        if key == threshold.key or key.startswith(f"{threshold.key}:")
    ]
    return max(since) if since else None
