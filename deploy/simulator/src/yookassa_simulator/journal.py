"""Keeps every document in one SQLite file, so that kill -9 loses nothing that was answered."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Document = dict[str, Any]


class Journal:
    """One transaction per request, written before the answer leaves."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=1)
        # A second simulator on the same file would silently lose the writes of the first.
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._connection.execute("PRAGMA journal_mode = WAL")
        # The page cache of the system survives kill -9; only a power cut could lose the tail.
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS document (ordinal INTEGER PRIMARY KEY, "
            "kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, id))"
        )

    def load(self) -> dict[str, dict[str, Document]]:
        """Return all documents by kind and id, in the order of their creation."""
        found: dict[str, dict[str, Document]] = defaultdict(dict)
        rows = self._connection.execute("SELECT kind, id, body FROM document ORDER BY ordinal")
        for kind, identity, body in rows:
            found[kind][identity] = json.loads(body)
        return found

    def write(self, changes: Iterable[tuple[str, str, Document | None]]) -> None:
        """Store or (None) remove documents, all or none."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            for kind, identity, body in changes:
                if body is None:
                    self._connection.execute(
                        "DELETE FROM document WHERE kind = ? AND id = ?", (kind, identity)
                    )
                else:
                    self._connection.execute(
                        "INSERT INTO document (kind, id, body) VALUES (?, ?, ?) "
                        "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
                        (kind, identity, json.dumps(body)),
                    )

    def close(self) -> None:
        self._connection.close()
