"""What a limit is: a cap on a metric for a stretch of time, per account."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from shared.money import to_wire

Scope = Literal["user", "group", "everyone"]
Metric = Literal["credits", "tokens_input", "tokens_output", "requests", "images", "audio_seconds"]
Per = Literal["day", "week", "month", "period"]
Source = Literal["admin", "plan", "self"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A cap for one user, for each member of a group, or for each user; None model means all."""

    id: UUID
    scope: Scope
    subject: str
    metric: Metric
    model_id: str | None
    per: Per
    cap: Decimal
    source: Source
    zone: str = "UTC"
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    def describe(self) -> str:
        """Words for people: `5.0 credits per day of model m`."""
        of_model = f" of model {self.model_id}" if self.model_id else ""
        return f"{to_wire(self.cap)} {self.metric.replace('_', ' ')} per {self.per}{of_model}"

    def whom(self) -> str:
        """Words for whoever is refused by it, who may have several."""
        if self.source == "admin":
            names = {"user": "for this user", "group": f"for members of {self.subject}"}
            return names.get(self.scope, "for everybody")
        return {"self": "set by the user", "plan": "of the plan"}[self.source]
