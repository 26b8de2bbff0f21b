"""Time as the simulator sees it: the machine's clock plus an offset that only grows."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta


class VirtualClock:
    """May be moved forward or stopped, never moved back: deadlines that passed have passed."""

    def __init__(self, offset_s: float = 0.0, frozen_at: float | None = None) -> None:
        self.offset_s = offset_s
        self.frozen_at = frozen_at
        self._pinned: datetime | None = None

    def now(self) -> datetime:
        if self._pinned is not None:
            return self._pinned
        moment = self.frozen_at if self.frozen_at is not None else time.time() + self.offset_s
        return datetime.fromtimestamp(moment, UTC)

    def advance(self, seconds: float) -> datetime:
        if seconds < 0:
            raise ValueError("the clock does not run backwards")
        if self.frozen_at is not None:
            self.frozen_at += seconds
        else:
            self.offset_s += seconds
        return self.now()

    def freeze(self, frozen: bool) -> None:  # noqa: FBT001 - the one thing it says
        if frozen and self.frozen_at is None:
            self.frozen_at = self.now().timestamp()
        elif not frozen and self.frozen_at is not None:
            self.offset_s = self.frozen_at - time.time()
            self.frozen_at = None

    @contextmanager
    def pinned_at(self, moment: datetime) -> Iterator[None]:
        """Let a timer see the moment it was due, however far one jump went past it."""
        self._pinned = moment
        try:
            yield
        finally:
            self._pinned = None


def iso(moment: datetime) -> str:
    """ISO-8601 with milliseconds and Z, as the provider writes it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse(text: str) -> datetime:
    """Read an ISO-8601 time; ValueError when it is none. Without a zone it is UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def later(moment: datetime, seconds: float) -> datetime:
    return moment + timedelta(seconds=seconds)
