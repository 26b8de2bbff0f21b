"""What every way of reading Open WebUI offers, and how it says that it could not."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol

from sync_service.domain.directory import Failure, Kind, Origin, Person, Snapshot


class SourceError(Exception):
    """A reading failed. The message is fixed text: no address, key or vendor answer is in it."""

    code: ClassVar[str] = "failed"
    message: str = "Open WebUI could not be read"

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.message)
        self.message = message or self.message

    def failures(self, kinds: Iterable[Kind]) -> tuple[Failure, ...]:
        return tuple(Failure(kind, self.code, self.message) for kind in kinds)


class UnreachableError(SourceError):
    code, message = "unreachable", "Open WebUI could not be reached"


class TimedOutError(SourceError):
    code, message = "timeout", "Open WebUI did not answer in time"


class UnreadableError(SourceError):
    code, message = "unreadable", "Open WebUI's answer was cut off or not understood"


class KeyRefusedError(SourceError):
    code, message = "key-refused", "Open WebUI refused the key; an administrator's is needed"


class BadStatusError(SourceError):
    code = "bad-status"


class TooLargeError(SourceError):
    code, message = "too-large", "Open WebUI's answer is larger than any list should be"


class BusyError(SourceError):
    code, message = "busy", "Open WebUI's SQLite file is locked"


class TableMissingError(SourceError):
    code, message = "table-missing", "Open WebUI's users may not be read"


class EmptyError(SourceError):
    code, message = "empty", "Open WebUI shows no user at all, so nothing it says is believed"


class ChangingError(SourceError):
    code, message = "changing", "Open WebUI's users changed while they were read"


class NotConfiguredError(SourceError):
    code, message = "not-configured", "No way to read this from Open WebUI is configured"


class Source(Protocol):
    """One way to read Open WebUI. A kind that cannot be read whole becomes a Failure."""

    @property
    def origin(self) -> Origin: ...

    async def fetch(self, kinds: Sequence[Kind]) -> Snapshot:
        """Read the kinds; never raises for what Open WebUI does."""

    async def find(self, user_id: str) -> Person | None:
        """Look up one user now; None if there is none, SourceError if nobody can say."""

    async def close(self) -> None: ...
