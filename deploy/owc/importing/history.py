"""History of the old system into the archive, where it is read and never computed with."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Any, Final

from owc.api import Api
from owc.importing.figures import figure, plain
from owc.importing.old_database import OldRow, Tables
from owc.importing.report import Report

PATH: Final = "/api/ledger/archive"
_COUNTS: Final = ("prompt_tokens", "completion_tokens", "cached_tokens", "reasoning_tokens")
_TRANSACTION: Final = (
    "id", "user_id", "amount", "transaction_type", "reason", "actor", "balance_after", "model_id",
    *_COUNTS, "created_at",
)  # fmt: skip
_LOG: Final = ("id", "log_type", "actor", "message", "metadata", "created_at")
_BATCH: Final = 1000
# Of one request, well below what the gateway takes.
_BYTES_MAX: Final = 500_000
_TEXT_MAX: Final = 10_000
_NAME_MAX: Final = 255


def import_history(api: Api, tables: Tables, report: Report, zone: tzinfo) -> None:
    """Go on behind the last entry that is archived."""
    position = api.get(f"{PATH}/position?source={report.source}")
    kinds = (("transaction", "credit_transactions", _TRANSACTION), ("log", "credit_logs", _LOG))
    for kind, table, columns in kinds:
        part = f"{kind}s"
        report.count(part, "read", tables.count(table))
        report.count(part, "archived before", tables.count(table, until=position[kind]))
        report.count(part, "archived", 0)
        for page in tables.pages(table, columns, position[kind]):
            entries = [_entry(kind, row, report, zone) for row in page]
            for batch in _batches(entries):
                _send(api, report, part, batch)


def _send(api: Api, report: Report, part: str, batch: Sequence[dict[str, Any]]) -> None:
    if report.dry_run:
        report.count(part, "archived", len(batch))
        return
    answer = api.post(PATH, {"source": report.source, "entries": list(batch)})
    report.count(part, "archived", answer["archived"])


def _batches(entries: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    size = 0
    for entry in entries:
        weight = len(json.dumps(entry))
        if batch and (size + weight > _BYTES_MAX or len(batch) == _BATCH):
            yield batch
            batch, size = [], 0
        batch.append(entry)
        size += weight
    if batch:
        yield batch


def _entry(kind: str, row: OldRow, report: Report, zone: tzinfo) -> dict[str, Any]:
    entry = {
        "entry_id": int(row["id"] or 0),
        "kind": kind,
        "type": _text(row.get("transaction_type") or row.get("log_type"), _NAME_MAX) or "unknown",
        "user_id": _text(row.get("user_id"), _NAME_MAX),
        "actor": _text(row["actor"]),
        "reason": _text(row.get("reason") or row.get("message")),
        "created_at": _moment(row["created_at"], zone),
    }
    for name in ("model_id", "metadata"):
        if row.get(name):
            entry[name] = _text(row[name])
    for name in _COUNTS:
        if row.get(name):
            entry[name] = _count(row[name])
    if kind == "transaction":
        for name in ("amount", "balance_after"):
            entry[name] = _amount(row, name, report)
    return entry


def _amount(row: OldRow, name: str, report: Report) -> str | None:
    if row[name] is None:
        return None
    found = figure(row[name])
    if found.taken is None:
        said = f"{name} {found.recorded} {found.reason}; archived without it"
        report.tell("told", f"transaction {row['id']}", said)
        return None
    return plain(found.taken)


def _text(value: str | None, length: int = _TEXT_MAX) -> str:
    """What a column of ours can hold; the end of a longer text is cut off."""
    text = (value or "").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _count(value: str | None) -> int | None:
    found = figure(value, 0).taken
    return None if found is None or abs(found) >= 2**63 else int(found)


def _moment(value: str | None, zone: tzinfo) -> str | None:
    try:
        moment = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).isoformat()
