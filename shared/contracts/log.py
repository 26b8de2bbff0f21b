"""What people and timers did in a service, told to the one log that administrators read."""

from typing import Any, ClassVar

from shared.contracts import Contract

# All entries of a producer are one aggregate.
LOG = "log"


class LogEntry(Contract, frozen=True, kw_only=True):
    """One act; `before` and `after` hold what it changed, where that may be read by everybody
    who may read lists.
    """

    log_type: str
    message: str
    actor: str
    actor_id: str
    model_id: str | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    reason: str = ""
    trace_id: str = ""


class PricingLogged(LogEntry, frozen=True, kw_only=True):
    """An act in pricing, for the log that administrators read."""

    event_type: ClassVar[str] = "pricing.logged"


class SyncLogged(LogEntry, frozen=True, kw_only=True):
    """An act in sync, for the log that administrators read."""

    event_type: ClassVar[str] = "sync.logged"


class GatewayLogged(LogEntry, frozen=True, kw_only=True):
    """An act in gateway, for the log that administrators read."""

    event_type: ClassVar[str] = "gateway.logged"
