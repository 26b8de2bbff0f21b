"""A CSV file of grants: which lines can be granted, and what is wrong with the others."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import StringIO
from typing import Final

from shared.money import parse

LINES_MAX: Final = 10_000
SOURCES: Final = ("manual", "promo", "purchase")
_TEXT_MAX: Final = 500


@dataclass(frozen=True, slots=True)
class GrantLine:
    """One grant; `who` is a user's id or address, as it stands in the file."""

    line: int
    who: str
    amount: Decimal
    source: str
    reason: str
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class LineError:
    line: int
    message: str


def read_grants(text: str, now: datetime, reason: str) -> tuple[list[GrantLine], list[LineError]]:
    """Read a file with a header: `user_id` or `email`, `amount`, and optionally `reason`, `source`,
    `expires_at` (with a time zone). `reason` applies to the lines that give none.
    """
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    columns = set(reader.fieldnames or ())
    if "amount" not in columns or not columns & {"user_id", "email"}:
        return [], [LineError(1, "the header must name user_id or email, and amount")]
    good: list[GrantLine] = []
    bad: list[LineError] = []
    try:
        for row in reader:
            if len(good) + len(bad) >= LINES_MAX:
                bad.append(LineError(reader.line_num, f"more than {LINES_MAX} lines"))
                break
            try:
                good.append(_line(reader.line_num, row, now, reason))
            except ValueError as error:
                bad.append(LineError(reader.line_num, str(error)))
    except csv.Error as error:
        bad.append(LineError(reader.line_num, str(error)))
    return good, bad


def _line(number: int, row: Mapping[str, str | None], now: datetime, reason: str) -> GrantLine:
    fields = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str)}
    who = fields.get("user_id") or fields.get("email") or ""
    if not who:
        raise ValueError("names no user")
    try:
        amount = parse(fields.get("amount", ""))
    except ValueError as error:
        raise ValueError(f"amount {error}") from None
    if amount <= 0:
        raise ValueError("amount must be greater than 0")
    source = fields.get("source") or "manual"
    if source not in SOURCES:
        raise ValueError(f"source must be one of {', '.join(SOURCES)}")
    why = fields.get("reason") or reason
    if not 0 < len(why) <= _TEXT_MAX:
        raise ValueError(f"reason must have 1 to {_TEXT_MAX} characters")
    return GrantLine(number, who, amount, source, why, _moment(fields.get("expires_at", ""), now))


def _moment(text: str, now: datetime) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("expires_at must be a time like 2026-12-31T23:59:59+00:00") from None
    if moment.tzinfo is None or moment <= now:
        raise ValueError("expires_at must be in the future and name its time zone")
    return moment


def total(lines: Sequence[GrantLine]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))
