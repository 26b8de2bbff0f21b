"""A signed-in user caps their own spending and is told at thresholds, once per crossing."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from ledger_service.commands import raise_alerts as raising
from ledger_service.commands.raise_alerts import raise_alerts

from shared import codec
from shared.testing.identity import identity_headers

NONSENSE: list[tuple[str, str, Any]] = [
    ("PUT", "cap", {"per": "day", "cap": -1}),
    ("PUT", "cap", {"per": "period", "cap": 1}),
    ("PUT", "cap", {"per": "day"}),
    ("DELETE", "cap", None),
    ("DELETE", "cap?per=hour", None),
    ("PUT", "alerts", {"thresholds": [{"kind": "cap_used", "value": 101}]}),
    ("PUT", "alerts", {"thresholds": [{"kind": "cap_used", "value": 0}]}),
    ("PUT", "alerts", {"thresholds": [{"kind": "balance_below", "value": True}]}),
    ("PUT", "alerts", {"thresholds": [{"kind": "balance_below", "value": 1}] * 2}),
    ("PUT", "alerts", {"thresholds": [{"kind": "other", "value": 1}]}),
]


async def me(ledger: Any, method: str, path: str, body: Any = None) -> Any:
    headers = identity_headers("user", "u") | {"content-type": "application/json"}
    content = None if body is None else codec.encode(body)
    answer = await ledger.http.request(method, f"/api/me/{path}", content=content, headers=headers)
    return answer.status_code, codec.decode(answer.content) if answer.content else None


async def set_cap(ledger: Any, cap: Any, per: str = "day") -> Any:
    status, body = await me(ledger, "PUT", "cap", {"per": per, "cap": cap})
    assert status == 200, body
    return body


async def set_alerts(ledger: Any, *thresholds: tuple[str, Any]) -> Any:
    wanted = [{"kind": kind, "value": value} for kind, value in thresholds]
    status, body = await me(ledger, "PUT", "alerts", {"thresholds": wanted})
    assert status == 200, body
    return body["thresholds"]


async def told(ledger: Any) -> list[tuple[str, Any, Any]]:
    """Let the worker look, and read every alert so far: kind, threshold, balance."""
    await raise_alerts(ledger.books)
    async with ledger.books.db.reader() as connection:
        rows = await connection.fetch(
            "SELECT data FROM outbox WHERE type = 'ledger.alert_raised' ORDER BY xid, sequence"
        )
    facts = [row["data"] for row in rows]
    return [(fact["kind"], fact["threshold"], fact["balance"]) for fact in facts]


async def test_an_own_cap_knows_what_was_spent_before_and_refuses_the_rest(ledger: Any) -> None:
    await ledger.give("100")
    await ledger.charge(1500)
    cap = await set_cap(ledger, 2)
    assert (cap["used"], cap["left"], cap["source"]) == (Decimal("1.5"), Decimal("0.5"), "self")
    refused = await ledger.post("holds", {"user_id": "u", "model_id": "m", "amount": 1})
    assert (refused.status, refused.body["limit_id"]) == (429, cap["id"])
    again = await set_cap(ledger, 3)
    assert (again["id"], again["left"]) == (cap["id"], Decimal("1.5"))
    assert (
        await ledger.post("holds", {"user_id": "u", "model_id": "m", "amount": 1})
    ).status == 201
    _, shown = await me(ledger, "GET", "balance")
    assert [(limit["per"], limit["left"]) for limit in shown["limits"]] == [("day", 0.5)]


async def test_an_own_cap_is_taken_away_and_those_of_others_stay(ledger: Any) -> None:
    body = {"scope": "user", "subject": "u", "metric": "credits", "per": "day", "cap": 7}
    await ledger.post("limits", body)
    await set_cap(ledger, 1)
    await set_cap(ledger, 5, per="week")
    assert (await me(ledger, "DELETE", "cap?per=day")) == (204, None)
    status, problem = await me(ledger, "DELETE", "cap?per=day")
    assert (status, problem["type"]) == (404, "urn:owc:problem:unknown-limit")
    _, shown = await me(ledger, "GET", "balance")
    assert {(limit["source"], limit["per"]) for limit in shown["limits"]} == {
        ("admin", "day"),
        ("self", "week"),
    }


async def test_what_means_nothing_is_refused(ledger: Any) -> None:
    for method, path, body in NONSENSE:
        status, problem = await me(ledger, method, path, body)
        assert status == 422, (path, body, problem)


async def test_a_balance_below_a_threshold_is_told_once_per_crossing(ledger: Any) -> None:
    await ledger.give("10")
    await set_alerts(ledger, ("balance_below", 5), ("balance_below", Decimal("0.5")))
    assert await told(ledger) == []
    await ledger.charge(5000)
    assert await told(ledger) == []
    await ledger.charge(1)
    await ledger.charge(1)
    once = [("balance_below", 5, Decimal("4.999"))]
    assert await told(ledger) == once
    await ledger.give("1")
    await ledger.charge(2000)
    # The worker sees the way out and back in, although it looked only afterwards.
    assert await told(ledger) == [*once, ("balance_below", 5, Decimal("3.998"))]
    _, shown = await me(ledger, "GET", "alerts")
    raised = [(each["value"], each["raised_at"] is None) for each in shown["thresholds"]]
    assert raised == [(5, False), (Decimal("0.5"), True)]


async def test_a_threshold_that_is_crossed_when_it_is_set_is_told_at_once(ledger: Any) -> None:
    await ledger.give("1")
    (alert,) = await set_alerts(ledger, ("balance_below", 2))
    assert alert["raised_at"] is not None
    await set_alerts(ledger, ("balance_below", Decimal("2.0")), ("cap_used", 50))
    await ledger.charge(1)
    assert await told(ledger) == [("balance_below", 2, 1)]
    assert await set_alerts(ledger) == []
    await ledger.charge(1)
    assert len(await told(ledger)) == 1


async def test_an_account_that_cannot_be_looked_at_keeps_no_other_from_its_alerts(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raising, "BATCH", 1)
    await ledger.add_user("a")
    await ledger.give("1", "a")
    await set_alerts(ledger, ("balance_below", 5))
    async with ledger.books.db.transaction() as connection:
        await connection.execute(
            """
            INSERT INTO alert_watch (account_id, thresholds, raised, checked_sequence, checked_at)
            SELECT 'a', thresholds, '{"broken": "no time"}', 0, checked_at FROM alert_watch
            """
        )
    await ledger.give("6")
    await ledger.charge(2000)
    assert ("balance_below", 5, 4) in await told(ledger)


async def test_a_used_cap_is_told_once_per_day(ledger: Any) -> None:
    now = datetime.now(UTC).replace(hour=12) + timedelta(days=1)
    ledger.at(now)
    await ledger.give("100")
    await set_cap(ledger, 2)
    await set_alerts(ledger, ("cap_used", 80))
    await ledger.charge(1500)
    assert await told(ledger) == []
    await ledger.charge(100)
    await ledger.charge(100)
    assert await told(ledger) == [("cap_used", 80, Decimal("98.3"))]
    ledger.at(now + timedelta(days=1))
    await ledger.charge(100)
    assert len(await told(ledger)) == 1
    await ledger.charge(1900)
    # Seen only when that day is over.
    ledger.at(now + timedelta(days=2))
    await ledger.charge(1)
    assert len(await told(ledger)) == 2
