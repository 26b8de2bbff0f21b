"""What users bring along from a system that was used before, and its history."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

OPENINGS = "/api/ledger/opening-balances"
ARCHIVE = "/api/ledger/archive"
NOW = datetime(2026, 1, 20, tzinfo=UTC)
NEXT_MONTH = datetime(2026, 2, 1, 0, 0, 1, tzinfo=UTC)


async def bring(ledger: Any, *rows: tuple[str, str, str], source: str = "old", **more: Any) -> Any:
    balances = [
        {"user_id": user, "balance": Decimal(balance), "allowance": Decimal(allowance)}
        for user, balance, allowance in rows
    ]
    body = {"source": source, "balances": balances} | more
    return await ledger.call("POST", OPENINGS, body)


async def statuses(ledger: Any, *rows: tuple[str, str, str], **more: Any) -> list[str]:
    answer = await bring(ledger, *rows, **more)
    assert answer.status == 200, answer.body
    return [row["status"] for row in answer.body["balances"]]


async def credits_of(ledger: Any, user_id: str) -> Any:
    return (await ledger.user(user_id))["credits"]


async def test_a_balance_is_taken_over_once_and_exactly(ledger: Any) -> None:
    row = ("u", "499.246250000001", "0")
    assert await statuses(ledger, row) == ["opened"]
    assert await statuses(ledger, row) == ["replayed"]
    assert await statuses(ledger, ("u", "500", "0")) == ["differs"]
    assert await credits_of(ledger, "u") == Decimal("499.246250000001")
    assert await statuses(ledger, ("u", "1", "0"), source="another") == ["opened"]
    assert await credits_of(ledger, "u") == Decimal("500.246250000001")
    page = await ledger.get("/api/credits/transactions?type=opening")
    assert [row["actor"] for row in page["transactions"]] == ["tester", "tester"]
    assert (await ledger.get("/api/credits/system-logs?type=balances_opened"))["total"] == 2


async def test_a_preview_says_the_same_and_changes_nothing(ledger: Any) -> None:
    await bring(ledger, ("u", "1", "0"))
    rows = (("u", "2", "0"), ("new", "3", "0"))
    assert await statuses(ledger, *rows, dry_run=True) == ["differs", "opened"]
    assert await credits_of(ledger, "u") == 1
    assert (await ledger.call("GET", "/api/credits/user/new")).status == 404
    answer = await bring(ledger, *rows)
    assert [row["amount"] for row in answer.body["balances"]] == [1, 3]


async def test_a_debt_stays_a_debt_and_nothing_is_a_transfer_too(ledger: Any) -> None:
    assert await statuses(ledger, ("u", "-5.5", "10"), ("v", "0", "0")) == ["opened", "opened"]
    assert await credits_of(ledger, "u") == Decimal("-5.5")
    await ledger.give("6")
    assert await credits_of(ledger, "u") == Decimal("0.5")
    assert (await ledger.get("/api/credits/transactions?type=opening"))["total"] == 2


async def test_an_unknown_user_gets_an_account_and_no_allowance_until_sync_knows_them(
    ledger: Any,
) -> None:
    ledger.at(NOW)
    await ledger.add_group("default", "10")
    answer = await bring(ledger, ("new", "3", "10"))
    assert answer.body["balances"][0]["is_new_account"]
    ledger.at(NEXT_MONTH)
    assert await credits_of(ledger, "new") == 0
    await ledger.add_user("new")
    assert await credits_of(ledger, "new") == 10


async def test_unknown_users_are_left_out_on_demand(ledger: Any) -> None:
    rows = (("u", "3", "0"), ("new", "3", "0"))
    assert await statuses(ledger, *rows, only_known=True) == ["opened", "unknown"]
    assert (await ledger.call("GET", "/api/credits/user/new")).status == 404


async def test_what_is_left_of_the_months_allowance_ends_with_the_month_and_the_rest_lasts(
    ledger: Any,
) -> None:
    ledger.at(NOW)
    await ledger.add_group("default", "10")
    await ledger.add_user("v")
    await ledger.add_user("w")
    assert await credits_of(ledger, "w") == 10
    assert await statuses(ledger, ("v", "4", "10"), ("w", "25", "10")) == ["opened", "opened"]
    # Neither gets the allowance of this month a second time.
    assert await credits_of(ledger, "v") == 4
    assert await credits_of(ledger, "w") == 25
    await ledger.add_group("maths", "5")
    await ledger.add_user("v", "maths")
    assert await credits_of(ledger, "v") == 9
    ledger.at(NEXT_MONTH)
    assert await credits_of(ledger, "v") == 15
    assert await credits_of(ledger, "w") == 25


async def test_the_allowance_that_was_given_here_already_is_taken_back(ledger: Any) -> None:
    await ledger.add_group("default", "10")
    await ledger.add_user("v")
    await ledger.charge(3000, user_id="v")
    answer = await bring(ledger, ("v", "20", "10"))
    assert answer.body["balances"][0]["allowance_taken_back"] == 7
    assert await credits_of(ledger, "v") == 20


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"source": "Not A Name"}, "source"),
        ({"balances": []}, "balances"),
        ({"balances": [{"user_id": "house:grants", "balance": 1}]}, "user_id"),
        ({"balances": [{"user_id": "u", "balance": 1}] * 2}, "twice"),
        ({"balances": [{"user_id": "u", "balance": Decimal("1e18")}]}, "balance"),
        ({"balances": [{"user_id": "u", "balance": Decimal("1e-13")}]}, "balance"),
        ({"balances": [{"user_id": "u", "balance": 1, "allowance": -1}]}, "allowance"),
        ({"balances": [{"user_id": "", "balance": 1}]}, "user_id"),
    ],
)
async def test_a_wrong_request_is_refused_whole(ledger: Any, fields: Any, named: str) -> None:
    body = {"source": "old", "balances": [{"user_id": "u", "balance": 1}]} | fields
    refused = await ledger.call("POST", OPENINGS, body)
    assert refused.status == 422
    assert named in str(refused.body["detail"])
    assert await credits_of(ledger, "u") == 0


async def test_a_balance_beyond_what_can_be_held_opens_nobody(ledger: Any) -> None:
    await bring(ledger, ("u", "999999999999999999", "0"))
    refused = await bring(ledger, ("v", "1", "0"), ("u", "999999999999999999", "0"), source="two")
    assert refused.status == 422
    assert (await ledger.call("GET", "/api/credits/user/v")).status == 404


async def test_only_accountants_and_owners_take_over(ledger: Any) -> None:
    body = {"source": "old", "balances": [{"user_id": "u", "balance": 1}]}
    assert (await ledger.call("POST", OPENINGS, body, role="support")).status == 403
    history = {"source": "old", "entries": [{"entry_id": 1, "type": "deduct"}]}
    assert (await ledger.call("POST", ARCHIVE, history, role="read-only")).status == 403
    assert (await ledger.call("POST", ARCHIVE, history, kind="key")).status == 403


def entry(number: int, **fields: Any) -> dict[str, Any]:
    known = {
        "entry_id": number,
        "user_id": "u",
        "type": "deduct",
        "amount": Decimal("-0.1"),
        "model_id": "m",
        "actor": "model-usage",
        "created_at": f"2025-10-{number:02}T08:00:00Z",
    }
    return known | fields


async def archive(ledger: Any, *entries: dict[str, Any]) -> Any:
    return await ledger.call("POST", ARCHIVE, {"source": "old", "entries": list(entries)})


async def found(ledger: Any, query: str) -> list[int]:
    return [row["entry_id"] for row in (await ledger.get(f"{ARCHIVE}?{query}"))["entries"]]


async def test_history_is_archived_once_searched_and_shown_apart(ledger: Any) -> None:
    logged = entry(1, kind="log", user_id="", type="reset_event", metadata='{"é": 1}', actor="root")
    assert (await archive(ledger, entry(1), entry(2), logged)).body == {"archived": 3, "known": 0}
    again = (entry(2), entry(3, user_id="gone", type="sync", model_id=None))
    assert (await archive(ledger, *again)).body == {"archived": 1, "known": 1}
    assert await found(ledger, "kind=transaction") == [3, 2, 1]
    assert await found(ledger, "user_id=u&type=deduct&model_id=m&actor=model-usage") == [2, 1]
    assert await found(ledger, "since=2025-10-02T00:00:00Z&until=2025-10-03T00:00:00Z") == [2]
    assert await found(ledger, "source=other") == []
    first = await ledger.get(f"{ARCHIVE}?limit=3")
    rest = await ledger.get(f"{ARCHIVE}?limit=3&before={first['next_before']}")
    assert len(first["entries"]) + len(rest["entries"]) == 4
    assert rest["next_before"] is None
    position = await ledger.get(f"{ARCHIVE}/position?source=old")
    assert position == {"transaction": 3, "log": 1}
    assert (await ledger.get("/api/credits/transactions"))["total"] == 0
    assert await credits_of(ledger, "u") == 0


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"entry_id": 0}, "entry_id"),
        ({"amount": Decimal("1e20")}, "amount"),
        ({"prompt_tokens": 2**63}, "prompt_tokens"),
        ({"created_at": "2025-10-01T08:00:00"}, "created_at"),
        ({"kind": "payment"}, "kind"),
        ({"reason": "x" * 10_001}, "reason"),
    ],
)
async def test_a_wrong_entry_is_refused_with_its_neighbours(
    ledger: Any, fields: Any, named: str
) -> None:
    refused = await archive(ledger, entry(1), entry(2) | fields)
    assert refused.status == 422
    assert named in str(refused.body["detail"])
    assert await found(ledger, "source=old") == []
