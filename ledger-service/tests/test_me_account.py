"""A signed-in user reads their own account: balance by lot, history, usage, receipts, export."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from ledger_service.commands.roll_up_usage import roll_up_usage
from ledger_service.domain.allowance import period_of
from ledger_service.queries import own_history

from shared import codec
from shared.testing.identity import identity_headers


async def me(ledger: Any, method: str, path: str, body: Any = None, user_id: str = "u") -> Any:
    """Ask as the user whose account it is."""
    headers = identity_headers("user", user_id) | {"content-type": "application/json"}
    content = None if body is None else codec.encode(body)
    answer = await ledger.http.request(method, f"/api/me/{path}", content=content, headers=headers)
    shown = codec.decode(answer.content) if answer.content else None
    return answer.status_code, shown


async def read(ledger: Any, path: str, user_id: str = "u") -> Any:
    status, body = await me(ledger, "GET", path, user_id=user_id)
    assert status == 200, body
    return body


async def test_the_balance_tells_lots_next_allowance_and_limits(ledger: Any) -> None:
    await ledger.add_group("team", "10")
    await ledger.add_user("u", "team")
    await ledger.give("5")
    soon = datetime.now(UTC) + timedelta(hours=1)
    await ledger.give("2", source="promo", expires_at=soon)
    await ledger.charge(3000)
    hold = {"user_id": "u", "model_id": "m", "amount": Decimal("0.25")}
    await ledger.post("holds", hold)
    shown = await read(ledger, "balance")
    assert (shown["balance"], shown["held"], shown["available"]) == (14, Decimal("0.25"), 13.75)
    left = {lot["source"]: (lot["amount"], lot["remaining"]) for lot in shown["lots"]}
    ends = period_of(datetime.now(UTC), UTC).ends_at
    assert left == {"allowance": (10, 9), "manual": (5, 5)}
    assert [lot["expires_at"] is None for lot in shown["lots"]] == [False, True]
    assert shown["next_allowance"]["amount"] == 10
    assert datetime.fromisoformat(shown["next_allowance"]["at"]) == ends
    assert shown["limits"] == []


async def test_a_balance_that_is_due_is_renewed_before_it_is_shown(ledger: Any) -> None:
    await ledger.add_group("team", "10")
    await ledger.add_user("u", "team")
    await ledger.charge(4000)
    next_month = period_of(datetime.now(UTC), UTC).ends_at + timedelta(days=1)
    ledger.at(next_month)
    shown = await read(ledger, "balance")
    assert [(lot["source"], lot["remaining"]) for lot in shown["lots"]] == [("allowance", 10)]
    assert shown["balance"] == 10


async def test_a_debt_leaves_no_lots_and_a_pending_user_has_no_next_allowance(ledger: Any) -> None:
    await ledger.give("1")
    await ledger.charge(3000)
    shown = await read(ledger, "balance")
    assert (shown["balance"], shown["available"], shown["lots"]) == (-2, -2, [])
    await ledger.add_user("waits", role="pending")
    assert (await read(ledger, "balance", "waits"))["next_allowance"] is None


async def test_history_pages_by_sequence_and_loses_nothing_while_it_grows(ledger: Any) -> None:
    await ledger.give("100")
    for number in range(6):
        await ledger.charge(100 + number)
    seen: list[int] = []
    before = ""
    while True:
        page = await read(ledger, f"history?limit=3{before}")
        seen += [entry["sequence"] for entry in page["transactions"]]
        await ledger.charge(1)
        if page["next_before"] is None:
            break
        before = f"&before={page['next_before']}"
    assert seen == [7, 6, 5, 4, 3, 2, 1]


async def test_history_is_filtered_by_type_model_and_day(ledger: Any) -> None:
    await ledger.add_group("team", "10")
    await ledger.add_user("u", "team")
    await ledger.set_price("a/b", {"input": Decimal("0.5")})
    await ledger.give("5")
    await ledger.charge(10)
    await ledger.charge(2, model_id="a/b")

    async def amounts(query: str) -> list[Decimal]:
        page = await read(ledger, f"history?{query}")
        return [entry["amount"] for entry in page["transactions"]]

    assert await amounts("type=allowance") == [10]
    assert await amounts("type=grant") == [5]
    assert await amounts("type=charge") == [-1, Decimal("-0.01")]
    assert await amounts("model=a/b") == [-1]
    today = datetime.now(UTC).date()
    assert len(await amounts(f"from={today}&to={today}")) == 4
    assert await amounts(f"to={today - timedelta(days=1)}") == []
    assert await amounts(f"from={today + timedelta(days=1)}") == []
    assert await amounts("from=0001-01-01&to=9999-12-31&type=grant") == [5]


async def test_usage_by_day_and_model_is_the_sum_of_the_charges(ledger: Any) -> None:
    await ledger.set_price("other", {"input": Decimal("0.000000000003")})
    await ledger.give("10")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    await ledger.charge(100, cached_tokens=40)
    await ledger.charge(7, model_id="other")
    ledger.at(tomorrow)
    await ledger.charge(50)
    await roll_up_usage(ledger.books)
    by_model = await read(ledger, "usage?by=model")
    rows = {row["model"]: (row["charges"], row["amount"], row["usage"]) for row in by_model["rows"]}
    assert rows == {
        "m": (2, Decimal("0.15"), {"input": 110, "cached_input": 40}),
        "other": (1, Decimal("0.000000000021"), {"input": 7}),
    }
    assert by_model["amount"] == Decimal("0.150000000021")
    by_day = await read(ledger, "usage?by=day")
    days = [(row["day"], row["charges"]) for row in by_day["rows"]]
    today = tomorrow.date() - timedelta(days=1)
    assert days == [(today.isoformat(), 2), (tomorrow.date().isoformat(), 1)]
    only = await read(ledger, f"usage?from={tomorrow.date()}&to={tomorrow.date()}")
    assert (only["charges"], only["amount"]) == (1, Decimal("0.05"))


async def test_a_receipt_shows_the_whole_arithmetic(ledger: Any) -> None:
    await ledger.give("1")
    hold = await ledger.post("holds", {"user_id": "u", "model_id": "m", "amount": 1})
    usage = {"prompt_tokens": 600, "completion_tokens": 700, "cached_tokens": 100}
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    path = f"/api/credits/holds/{hold.body['hold_id']}/settle"
    charge = (await ledger.call("POST", path, usage, traceparent=trace)).body
    receipt = await read(ledger, f"receipts/{charge['transaction_id']}")
    assert [tuple(line.values()) for line in receipt["lines"]] == [
        ("input", 500, Decimal("0.001"), Decimal("0.5")),
        ("cached_input", 100, Decimal("0.001"), Decimal("0.1")),
        ("output", 700, Decimal("0.002"), Decimal("1.4")),
    ]
    assert (receipt["amount"], receipt["covered"], receipt["shortfall"]) == (-2, 1, 1)
    assert receipt["price_version"] == charge["price_version"]
    assert UUID(receipt["hold"]["id"]) == UUID(hold.body["hold_id"])
    assert receipt["hold"]["amount"] == 1
    assert [(lot["source"], lot["paid"]) for lot in receipt["lots"]] == [("manual", 1)]
    assert receipt["debt"] == 1
    assert receipt["trace_id"] == "0af7651916cd43dd8448eb211c80319c"


async def test_the_export_holds_every_transfer_once(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_history, "_PAGE", 7)
    await ledger.add_group("team", "10")
    await ledger.add_user("u", "team")
    await ledger.give("3")
    for _ in range(30):
        await ledger.charge(1)
    headers = identity_headers("user", "u")
    answer = await ledger.http.get("/api/me/export", headers=headers)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"].startswith('attachment; filename="credits-')
    document = codec.decode(answer.content)
    assert [entry["sequence"] for entry in document["transactions"]] == list(range(1, 33))
    assert document["account"]["balance"] == Decimal("12.97")
    total = sum(entry["amount"] for entry in document["transactions"])
    assert total == document["account"]["balance"]
    assert document["groups"] == [{"id": "team", "name": "team"}]
    assert {lot["source"] for lot in document["lots"]} == {"allowance", "manual"}
    assert document["transactions"][-1]["lines"][0]["price"] == Decimal("0.001")
