"""What services tell each other: one module per producer. Additive only."""

from datetime import datetime
from typing import ClassVar, Generic, TypeVar
from uuid import UUID

import msgspec


class Contract(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """The data of one kind of event; `event_type` is its name on the wire, past tense."""

    event_type: ClassVar[str]


ContractT = TypeVar("ContractT", bound=Contract)


class Event(msgspec.Struct, Generic[ContractT], frozen=True, kw_only=True):
    """A fact with its envelope. `sequence` grows for each aggregate of one producer."""

    id: UUID
    type: str
    aggregate_id: str
    sequence: int
    occurred_at: datetime
    traceparent: str | None = None
    data: ContractT
