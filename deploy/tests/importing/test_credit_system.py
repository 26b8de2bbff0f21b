"""`owc import credit-system` into a running installation."""

import math
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import pytest
from owc.api import Api
from owc.importing.credit_system import Wishes, take_over
from owc.importing.history import PATH as ARCHIVE

UNICODE = "žluťoučký-ユーザー"


class Installation(Protocol):
    def owc(self, *arguments: str) -> Any: ...


class ImportOld(Protocol):
    def __call__(self, address: str, source: str, *more: str, status: int = 0) -> Any: ...


class MakeOld(Protocol):
    kind: str

    def __call__(self, rows: Any) -> str: ...


def rows_of(kind: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that the first system gets wrong, with names of their own for each kind."""
    # SQLite has no NaN: it keeps a null, which the column refuses, but it keeps text.
    broken = "lots" if kind == "sqlite" else math.nan
    moment = datetime(2025, 10, 1, 8, 30)  # noqa: DTZ001 - that system recorded no zone
    charge = (f"{kind}-dust", -0.1, "deduct", "Token usage", "model-usage", 1.5, "m", 10, 5, moment)
    return {
        "credit_users": [
            (f"{kind}-dust", 496.24625000000003),
            (f"{kind}-{UNICODE}", 12.25),
            (f"{kind}-debt", -5.5),
            (f"{kind}-zero", 0),
            (f"{kind}-gone", 1000),
            (f"{kind}-broken", broken),
            (f"{kind}-infinite", math.inf),
            ("house:grants", 1),
        ],
        "credit_groups": [
            (f"{kind}-maths", "Maths ∑", 100.5, False),
            (f"{kind}-odd", "Odd", math.inf, False),
        ],
        "credit_user_groups": [(f"{kind}-gone", f"{kind}-maths")],
        "credit_models": [
            (f"{kind}/gpt-4o", "GPT", 0.00025, 0.001, False),
            (f"{kind}/unpriced", "Nobody priced it", 0.001, 0.004, False),
            (f"{kind}/gift", "Free", 0.001, 0.004, True),
            (f"{kind}/broken", "Broken", math.inf, 1, False),
            (f"{kind}/negative", "Negative", -1, 1, False),
            ("demo-small", "Priced here", 0.5, 0.5, False),
        ],
        "credit_settings": [("usd_to_credit_ratio", "100.0"), ("theme", "dark")],
        "credit_transactions": [
            charge,
            (f"{kind}-gone", math.inf, "manual_update", None, "admin", 1000, None, 2, -7, moment),
            (f"{kind}-dust", 1e20, "sync", "Sy\u00adnc", "forged", 5, None, None, None, None),
        ],
        "credit_logs": [("reset_event", "system", "Réset", '{"users": 3}', moment)],
        "credit_waiting_list": [("A", "a@example.org", "a password in plain text")],
    }


def credits_of(admin: Api, user_id: str) -> Any:
    return admin.get(f"/api/credits/user/{quote(user_id, safe='')}")["credits"]


def told(report: Any, kind: str) -> set[str]:
    return {finding["subject"] for finding in report["findings"] if finding["kind"] == kind}


def test_everything_is_taken_over_once_exactly_and_told(
    installation: Installation, admin: Api, make_old: MakeOld, import_old: ImportOld
) -> None:
    kind = make_old.kind
    address = make_old(rows_of(kind))
    planned = import_old(address, kind, "--dry-run", status=1)
    assert admin.get(f"{ARCHIVE}?source={kind}")["entries"] == []
    done = import_old(address, kind, status=1)
    assert planned | {"dry_run": False} == done

    assert credits_of(admin, f"{kind}-{UNICODE}") == Decimal("12.25")
    assert credits_of(admin, f"{kind}-debt") == Decimal("-5.5")
    assert credits_of(admin, f"{kind}-zero") == 0
    assert credits_of(admin, f"{kind}-gone") == 1000
    assert credits_of(admin, f"{kind}-dust") == Decimal("496.24625")
    assert done["counts"]["users"] == {"read": 8, "refused": 3, "opened": 5, "new accounts": 5}
    total = Decimal("496.24625") + Decimal("12.25") - Decimal("5.5") + 1000
    assert Decimal(done["sums"]["taken"]) == total
    rounding = {"sqlite": "-0.00000000000003", "postgres": "0"}[kind]
    assert done["sums"]["rounding"] == rounding
    assert Decimal(done["sums"]["difference"]) == 0

    again = import_old(address, kind, status=1)
    assert again["counts"]["users"] == {"read": 8, "refused": 3, "there already": 5}
    assert again["sums"] == done["sums"]
    transactions = {"read": 3, "archived before": 3, "archived": 0}
    assert again["counts"]["transactions"] == transactions
    assert credits_of(admin, f"{kind}-gone") == 1000
    assert installation.owc("ledger", "verify").returncode == 0


def test_prices_groups_settings_and_history_come_along(
    admin: Api, make_old: MakeOld, import_old: ImportOld
) -> None:
    kind = make_old.kind
    report = import_old(make_old(rows_of(kind)), kind, status=1)
    models = {model["id"]: model for model in admin.get("/api/credits/models")}
    assert models[f"{kind}/gpt-4o"]["context_price"] == Decimal("0.00025")
    assert models[f"{kind}/gift"]["is_free"]
    assert models["demo-small"]["context_price"] == Decimal("0.0002")
    assert not {f"{kind}/broken", f"{kind}/negative", f"{kind}/unpriced"} & set(models)
    groups = {group["id"]: group for group in admin.get("/api/credits/groups")}
    assert groups[f"{kind}-maths"]["default_credits"] == Decimal("100.5")
    assert groups[f"{kind}-maths"]["name"] == "Maths ∑"
    assert f"{kind}-odd" not in groups
    assert admin.get("/api/credits/settings")["usd_to_credit_ratio"] == 100
    assert told(report, "kept") == {"model 'demo-small'"}
    assert told(report, "refused") >= {"group 'Odd'", f"model '{kind}/broken'"}
    assert told(report, "told") >= {"waiting list", "setting theme", f"model '{kind}/unpriced'"}

    entries = admin.get(f"{ARCHIVE}?source={kind}&kind=transaction")["entries"]
    assert [entry["amount"] for entry in entries] == [None, None, Decimal("-0.1")]
    assert [entry["completion_tokens"] for entry in entries] == [None, -7, 5]
    assert entries[2]["created_at"] == "2025-10-01T08:30:00Z"
    [logged] = admin.get(f"{ARCHIVE}?source={kind}&kind=log")["entries"]
    assert (logged["reason"], logged["metadata"]) == ("Réset", '{"users": 3}')


def test_what_changed_there_since_is_told_and_not_taken(
    admin: Api, make_old: MakeOld, import_old: ImportOld
) -> None:
    user = f"{make_old.kind}-later"
    source = f"later-{make_old.kind}"
    import_old(make_old({"credit_users": [(user, 5)]}), source)
    changed = Wishes(source=source)
    report = take_over(admin, make_old({"credit_users": [(user, 4)]}), changed)
    assert (report.status, credits_of(admin, user)) == (1, 5)
    assert "was taken over with 5 before, and has 4 now" in report.findings[0].message


def many_users(number: int) -> dict[str, list[tuple[Any, ...]]]:
    moment = datetime(2025, 10, 1)  # noqa: DTZ001
    users = [(f"many-{n:05}", n / 100) for n in range(number)]
    charges = [
        (name, -0.01, "deduct", "", "model-usage", balance, "m", 1, 1, moment)
        for name, balance in users
    ]
    return {"credit_users": users, "credit_transactions": charges}


@dataclass
class DyingApi(Api):
    """Its caller is killed at its nth write."""

    left: int = 0

    def post(self, path: str, body: Any) -> Any:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return super().post(path, body)


@pytest.mark.parametrize(
    ("make_old", "writes"), [("sqlite", 2), ("postgres", 8)], indirect=["make_old"]
)
def test_three_thousand_users_survive_being_killed_half_way(
    installation: Installation,
    admin: Api,
    make_old: MakeOld,
    import_old: ImportOld,
    writes: int,
) -> None:
    number = 3_000
    source, address = f"killed-{make_old.kind}", make_old(many_users(number))
    dying = DyingApi(admin.url, admin.headers, left=writes)
    with pytest.raises(KeyboardInterrupt):
        take_over(dying, address, Wishes(source=source))
    report = import_old(address, source)
    total = Decimal(number * (number - 1) // 2) / 100
    assert Decimal(report["sums"]["taken"]) == total
    before = min(500 * writes, number)
    counts = report["counts"]["users"]
    assert (counts["there already"], counts.get("opened", 0)) == (before, number - before)
    archived_before = 1000 * max(writes - number // 500, 0)
    transactions = report["counts"]["transactions"]
    assert transactions["archived before"] == archived_before
    assert transactions["archived"] == number - archived_before
    assert installation.owc("ledger", "verify").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--from", "missing.db"), 1, "there is no file missing.db"),
        (("--from", "postgresql://nobody@127.0.0.1:9/none"), 1, "does not answer"),
        (("--from", __file__), 1, "file is not a database"),
        (("--from", "x", "--source", "Bad Name"), 2, "--source"),
        (("--from", "x", "--time-zone", "Mars/Base"), 2, "--time-zone"),
        ((), 2, "--from"),
    ],
)
def test_what_cannot_be_read_is_refused(
    installation: Installation, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = installation.owc("import", "credit-system", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr


def test_a_database_of_something_else_is_refused(
    installation: Installation, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as database, database:
        database.execute("CREATE TABLE user (id TEXT)")
    done = installation.owc("import", "credit-system", "--from", str(tmp_path / "other.db"))
    assert done.returncode == 1
    assert "no table credit_users" in done.stderr
