"""Searching the history and the log, and taking them away as files."""

import csv
import io
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from ledger_service.commands.record_log_entry import record_log_entry
from ledger_service.commands.roll_up_usage import roll_up_usage
from ledger_service.queries import export

from shared import codec
from shared.contracts import Event
from shared.contracts.log import PricingLogged
from shared.problems import Unavailable
from shared.telemetry import write_lines

TRANSACTIONS = "/api/credits/transactions"
LOGS = "/api/credits/system-logs"
EVIL = '=HYPERLINK("http://x","y")'


async def history(ledger: Any) -> None:
    ledger.at(datetime(2026, 1, 20, tzinfo=UTC))
    await ledger.add_group("maths", "10")
    await ledger.add_user("v", "maths")
    await ledger.give("5")
    await ledger.charge(1000, actor=EVIL)
    ledger.at(datetime(2026, 1, 25, tzinfo=UTC))
    await ledger.charge(2000, user_id="v")
    await ledger.post("update", {"user_id": "u", "credits": 3, "actor": "forged"})


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("", ["manual_update", "deduct", "deduct", "grant", "monthly_reset"]),
        ("?type=deduct", ["deduct", "deduct"]),
        ("?type=monthly_reset", ["monthly_reset"]),
        ("?type=grant", ["grant"]),
        ("?user_id=v", ["deduct", "monthly_reset"]),
        ("?model_id=m", ["deduct", "deduct"]),
        ("?model_id=m&user_id=v", ["deduct"]),
        ("?actor=tester", ["manual_update", "grant"]),
        ("?since=2026-01-25T00:00:00Z", ["manual_update", "deduct"]),
        ("?until=2026-01-25T00:00:00Z&type=deduct", ["deduct"]),
        ("?type=refund", []),
    ],
)
async def test_transactions_are_found_by_what_they_are(
    ledger: Any, query: str, types: list[str]
) -> None:
    await history(ledger)
    page = await ledger.get(f"{TRANSACTIONS}{query}")
    assert [row["transaction_type"] for row in page["transactions"]] == types
    assert (page["total"], page["has_next"]) == (len(types), False)


async def test_the_transactions_of_a_model_are_counted_exactly_at_every_moment(ledger: Any) -> None:
    await history(ledger)
    address = f"{TRANSACTIONS}?model_id=m&limit=100"
    for _ in range(2):
        await roll_up_usage(ledger.books)
        charge = (await ledger.charge(10)).body["transaction_id"]
        page = await ledger.get(address)
        assert page["total"] == len(page["transactions"])
        body = {"reason": "wrong"}
        path = f"transactions/{charge}/reverse"
        assert (await ledger.post(path, body, idempotency_key=str(charge))).status == 201
        page = await ledger.get(address)
        assert page["total"] == len(page["transactions"])


async def test_pages_by_the_last_row_stay_where_they_are_when_new_ones_arrive(ledger: Any) -> None:
    await history(ledger)
    for path, rows in ((TRANSACTIONS, "transactions"), (LOGS, "logs")):
        everything = await ledger.get(path)
        seen, before = [], ""
        while page := (await ledger.get(f"{path}?limit=2{before}"))[rows]:
            seen += page
            before = f"&before={page[-1]['id']}"
            await ledger.give("1")
        assert seen == everything[rows]
        last = await ledger.get(f"{path}?limit=2&before={everything[rows][0]['id']}")
        assert (last["has_prev"], last["has_next"]) == (True, everything["total"] > 3)


async def test_pages_of_a_search_meet_without_a_gap(ledger: Any) -> None:
    await history(ledger)
    first = await ledger.get(f"{TRANSACTIONS}?type=deduct&limit=1")
    second = await ledger.get(f"{TRANSACTIONS}?type=deduct&limit=1&offset=1")
    assert (first["has_next"], second["has_next"], second["has_prev"]) == (True, False, True)
    assert first["transactions"][0]["id"] > second["transactions"][0]["id"]


@pytest.mark.parametrize(
    "query",
    ["type=theft", "since=yesterday", "until=0001-01-01T00:00:00%2B14:00", "limit=0", "offset=-1"],
)
async def test_a_wrong_filter_is_refused(ledger: Any, query: str) -> None:
    assert (await ledger.call("GET", f"{TRANSACTIONS}?{query}")).status == 422


async def test_the_log_has_the_first_system_s_shape(ledger: Any) -> None:
    await history(ledger)
    page = await ledger.get(f"{LOGS}?type=user_credit_update")
    log = page["logs"][0]
    assert set(log) == {"id", "log_type", "actor", "message", "metadata", "created_at"}
    assert (log["log_type"], log["actor"]) == ("user_credit_update", "tester")
    detail = codec.decode(log["metadata"])
    assert (detail["before"], detail["after"]["balance"]) == ({"balance": Decimal(4)}, 3)
    assert (page["total"], page["has_next"], page["has_prev"]) == (1, False, False)
    found = (await ledger.get(f"{LOGS}?user_id=u&actor=tester&limit=1"))["logs"]
    assert found[0]["id"] == log["id"]
    assert (await ledger.get(f"{LOGS}?type=group_update"))["total"] == 1


async def test_auditors_see_who_what_before_after_why_and_the_trace(ledger: Any) -> None:
    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    body = {"user_id": "u", "amount": 5, "reason": "prize"}
    await ledger.call("POST", "/api/credits/grants", body, idempotency_key="k", traceparent=trace)
    entry = (await ledger.get("/api/ledger/audit?user_id=u"))["entries"][0]
    assert (entry["actor"], entry["actor_id"], entry["log_type"]) == (
        "tester",
        "test",
        "grant_issued",
    )
    assert (entry["before"]["balance"], entry["after"]["balance"]) == (0, 5)
    assert (entry["reason"], entry["trace_id"]) == ("prize", "4bf92f3577b34da6a3ce929d0e0e4736")


async def test_neither_log_nor_transfers_nor_their_accounts_can_be_changed(ledger: Any) -> None:
    await history(ledger)
    for statement in ("UPDATE ledger_log SET actor = 'x'", "DELETE FROM ledger_log",
                      "TRUNCATE ledger_log", "UPDATE transfer SET amount = 1",
                      "DELETE FROM account", "UPDATE account SET account_id = 'x'",
                      "TRUNCATE account CASCADE"):  # fmt: skip
        with pytest.raises(asyncpg.RestrictViolationError):
            async with ledger.books.db.transaction() as connection:
                await connection.execute(statement)


async def test_a_search_is_taken_away_as_csv_without_formulas(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "PAGE", 2)
    await history(ledger)
    answer = await ledger.call("GET", "/api/ledger/transactions/export")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="transactions.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    shown_rows = (await ledger.get(TRANSACTIONS))["transactions"]
    assert [int(row["id"]) for row in rows] == [row["id"] for row in shown_rows]
    assert [Decimal(row["amount"]) for row in rows] == [row["amount"] for row in shown_rows]
    assert "'" + EVIL in {row["actor"] for row in rows}
    only = await ledger.call("GET", "/api/ledger/transactions/export?user_id=v&type=deduct")
    assert len(only.body.decode().splitlines()) == 2


async def test_a_search_is_taken_away_as_a_workbook_of_texts_and_numbers(ledger: Any) -> None:
    await history(ledger)
    for what, rows in (("transactions", 6), ("system-logs", 4)):
        answer = await ledger.call("GET", f"/api/ledger/{what}/export?format=xlsx")
        assert answer.status == 200
        with zipfile.ZipFile(io.BytesIO(answer.body)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert sheet.count("<row ") == rows
        assert "<f>" not in sheet


async def test_files_are_for_administrators(ledger: Any) -> None:
    for path in ("transactions/export", "system-logs/export", "audit"):
        assert (await ledger.call("GET", f"/api/ledger/{path}", kind="key")).status == 403
        assert (await ledger.call("GET", f"/api/ledger/{path}", role="read-only")).status == 200


async def test_what_another_service_tells_is_logged_once_with_exact_numbers(ledger: Any) -> None:
    fact = PricingLogged(
        log_type="model_pricing_update",
        message="Update price: m",
        actor="alice",
        actor_id="alice",
        model_id="m",
        after={"prices": {"input": Decimal("0.000000000001")}},
    )
    event: Event[Any] = Event(
        id=uuid4(),
        type=fact.event_type,
        aggregate_id="log",
        sequence=1,
        occurred_at=datetime(2026, 1, 2, tzinfo=UTC),
        data=fact,
    )
    for _ in range(2):
        await record_log_entry(ledger.books, event)
    page = await ledger.get("/api/credits/system-logs?type=model_pricing_update&model_id=m")
    assert (page["total"], page["logs"][0]["actor"]) == (1, "alice")
    metadata = codec.decode(page["logs"][0]["metadata"])
    assert metadata["after"]["prices"]["input"] == Decimal("0.000000000001")
    assert page["logs"][0]["created_at"].startswith("2026-01-02T00:00:00")


async def _away(*_: Any, **__: Any) -> None:
    raise Unavailable("away")


@pytest.mark.parametrize(
    ("broken", "told"), [(None, (500, "Internal error")), (_away, (503, "away"))]
)
async def test_a_fault_of_ours_is_told_and_logged_with_its_trace(
    ledger: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    broken: Any,
    told: tuple[int, str],
) -> None:
    monkeypatch.setattr("ledger_service.api.history.log_page", broken)
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    answer = await ledger.call("GET", "/api/credits/system-logs", traceparent=trace)
    assert (answer.status, answer.body["detail"]) == told
    assert answer.body["trace_id"] == trace.split("-")[1]
    write_lines()
    lines = [codec.decode(line.encode()) for line in capsys.readouterr().out.splitlines()]
    (line,) = [line for line in lines if line["event"] == "request"]
    assert (line["status"], line["trace_id"]) == (told[0], trace.split("-")[1])
