"""Balances of the users: one opening transfer each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from owc.api import Api
from owc.importing.figures import Figure, decimals_of, figure, plain
from owc.importing.old_database import Tables
from owc.importing.report import Report
from shared.money import ZERO

PATH: Final = "/api/ledger/opening-balances"
DEFAULT_GROUP: Final = "default"
_BATCH: Final = 500
_ID_MAX: Final = 255


@dataclass(frozen=True, slots=True)
class Brought:
    """One user as the old tables have them; what the month's groups gave is `allowance`."""

    user_id: str
    balance: Figure
    allowance: Decimal


def import_balances(
    api: Api, tables: Tables, report: Report, *, decimals: int | None, only_known: bool
) -> None:
    """Take over what can be; the same database and source again change nothing."""
    good = list(_taken(tables, report, decimals))
    for start in range(0, len(good), _BATCH):
        batch = good[start : start + _BATCH]
        body = {
            "source": report.source,
            "dry_run": report.dry_run,
            "only_known": only_known,
            "balances": [
                {
                    "user_id": user.user_id,
                    "balance": plain(user.balance.taken or ZERO),
                    "allowance": plain(user.allowance),
                }
                for user in batch
            ],
        }
        answers = api.post(PATH, body)["balances"]
        for user, answer in zip(batch, answers, strict=True):
            _note(report, user, answer)
    if new := report.counts.get("users", {}).get("new accounts"):
        said = "not known here yet: they have accounts, and get no allowance until synced"
        report.tell("told", f"{new} users", said)


def _taken(tables: Tables, report: Report, decimals: int | None) -> Iterator[Brought]:
    """Count and tell every user; give those whose balance is a figure."""
    finest = _price_decimals(tables) if decimals is None else decimals
    allowances = _allowances(tables)
    for row in tables.rows("credit_users", ("id", "balance"), "id"):
        report.count("users", "read")
        user_id, balance = row["id"] or "", figure(row["balance"], finest)
        reason = balance.reason or _unusable(user_id)
        if reason:
            said = f"balance {balance.recorded} {reason}" if balance.reason else reason
            report.count("users", "refused")
            report.tell("refused", f"user {user_id!r}", said)
            continue
        report.sums.recorded += Decimal(balance.recorded)
        report.sums.rounding += balance.dust
        yield Brought(user_id, balance, allowances.get(user_id, allowances[DEFAULT_GROUP]))


def _unusable(user_id: str) -> str:
    if not 0 < len(user_id) <= _ID_MAX or "\x00" in user_id or user_id.startswith("house:"):
        return "the id cannot be one of an account"
    return ""


def _price_decimals(tables: Tables) -> int:
    rows = tables.rows("credit_models", ("context_price", "generation_price"), "id")
    return decimals_of(figure(text) for row in rows for text in row.values())


def _allowances(tables: Tables) -> dict[str, Decimal]:
    """By user, and under the name of the default group what everybody was given."""
    groups = tables.rows("credit_groups", ("id", "default_credits"), "id")
    defaults = {
        row["id"]: max(figure(row["default_credits"]).taken or ZERO, ZERO) for row in groups
    }
    for_all = defaults.pop(DEFAULT_GROUP, ZERO)
    found = {DEFAULT_GROUP: for_all}
    for row in tables.rows("credit_user_groups", ("user_id", "group_id"), "user_id", "group_id"):
        user_id = row["user_id"] or ""
        found[user_id] = found.get(user_id, for_all) + defaults.get(row["group_id"], ZERO)
    return found


def _note(report: Report, user: Brought, answer: Mapping[str, Any]) -> None:
    amount, status = answer["amount"], answer["status"]
    expected = user.balance.taken or ZERO
    who = f"user {user.user_id!r}"
    report.count("users", {"replayed": "there already"}.get(status, status))
    if answer["is_new_account"]:
        report.count("users", "new accounts")
    if status == "unknown":
        report.sums.left_out += expected
        report.tell("refused", who, f"is not known here; {plain(expected)} credits were left out")
    elif status == "differs":
        report.sums.left_out += expected - amount
        message = f"was taken over with {plain(amount)} before, and has {plain(expected)} now"
        report.tell("refused", who, message)
    report.sums.taken += amount or ZERO
    for message in _remarks(user, answer):
        report.tell("told", who, message)
    report.users.append(
        {
            "user_id": user.user_id,
            "recorded": user.balance.recorded,
            "taken": None if amount is None else plain(amount),
            "status": status,
            "new_account": answer["is_new_account"],
        }
    )


def _remarks(user: Brought, answer: Mapping[str, Any]) -> Sequence[str]:
    balance, remarks = user.balance, []
    if balance.dust:
        remarks.append(f"{balance.recorded} was rounded to {plain(balance.taken or ZERO)}")
    if (balance.taken or ZERO) < 0:
        remarks.append("has a debt, which the next credits pay")
    if answer["allowance_taken_back"]:
        taken_back = plain(answer["allowance_taken_back"])
        remarks.append(f"this month's allowance of here, {taken_back}, was taken back")
    return remarks
