"""The time by which credits, prices and payments are decided; in a demonstration a file moves it.

Credentials, logs and what is seen of Open WebUI keep the machine's time: nobody is signed out.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(slots=True)
class Clock:
    """The machine's clock, plus the seconds in `file`, which may grow while processes run."""

    file: Path | None = None
    _read_at_ns: int = field(default=0, init=False)
    _ahead: timedelta = field(default_factory=timedelta, init=False)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset()

    def moved(self) -> datetime | None:
        """None while nobody has moved it: a database then keeps the time itself."""
        ahead = self._offset()
        return datetime.now(UTC) + ahead if ahead else None

    def _offset(self) -> timedelta:
        if self.file is None:
            return self._ahead
        try:
            written_at_ns = self.file.stat().st_mtime_ns
        except FileNotFoundError:
            return self._ahead
        if written_at_ns != self._read_at_ns:
            self._ahead = timedelta(seconds=float(self.file.read_text()))
            self._read_at_ns = written_at_ns
        return self._ahead
