"""Real servers, fresh databases and running processes for tests; production never imports it."""

from shared.testing.databases import Databases
from shared.testing.identity import INTERNAL_SECRET, identity_headers
from shared.testing.processes import RunningProcess, running
from shared.testing.waiting import FrozenClock, eventually

__all__ = [
    "INTERNAL_SECRET",
    "Databases",
    "FrozenClock",
    "RunningProcess",
    "eventually",
    "identity_headers",
    "running",
]
