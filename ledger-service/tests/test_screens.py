"""What the admin app asks: pages of accounts, one account, the start page, keyset histories."""

from typing import Any

import pytest
from ledger_service.commands.keep_usage_windows import keep_usage_windows
from ledger_service.commands.roll_up_usage import roll_up_usage

ACCOUNTS = "/api/ledger/accounts"


async def people(ledger: Any) -> None:
    await ledger.add_group("maths", "10")
    for name in ("anna", "bert", "cora", "dora"):
        await ledger.add_user(name, *(["maths"] if name in {"bert", "dora"} else []))
    await ledger.give("7.5", user_id="cora")
    await ledger.give("100", user_id="anna")


async def ids(ledger: Any, query: str) -> list[str]:
    page = await ledger.get(f"{ACCOUNTS}?{query}")
    return [row["id"] for row in page["accounts"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("search=OR", ["cora", "dora"]),
        ("search=%25", []),
        ("group_id=maths", ["bert", "dora"]),
        ("group_id=maths&search=bert", ["bert"]),
        ("sort=credits&order=desc&limit=2", ["anna", "dora"]),
        ("sort=available&limit=1&search=cora", ["cora"]),
        ("status=closed", []),
    ],
)
async def test_accounts_are_found_and_put_in_order_by_the_server(
    ledger: Any, query: str, found: list[str]
) -> None:
    await people(ledger)
    assert await ids(ledger, query) == found


@pytest.mark.parametrize("sort", ["name", "email", "credits", "available", "held"])
@pytest.mark.parametrize("order", ["asc", "desc"])
async def test_pages_meet_without_a_gap_in_every_order(ledger: Any, sort: str, order: str) -> None:
    await people(ledger)
    query = f"sort={sort}&order={order}"
    whole = await ledger.get(f"{ACCOUNTS}?{query}&limit=500")
    walked, after = [], ""
    while True:
        page = await ledger.get(f"{ACCOUNTS}?{query}&limit=1{after}")
        assert page["total"] == whole["total"] == len(whole["accounts"])
        walked += page["accounts"]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert walked == whole["accounts"]


@pytest.mark.parametrize("after", ["x", "W10=", "WzEsMl0=", "bnVsbA=="])
async def test_a_place_that_is_none_is_refused_by_name(ledger: Any, after: str) -> None:
    answer = await ledger.call("GET", f"{ACCOUNTS}?after={after}")
    assert answer.status == 422
    assert answer.body["detail"][0]["loc"] == ["query", "after"]


async def test_one_answer_has_the_whole_account(ledger: Any) -> None:
    await people(ledger)
    await ledger.give("5", user_id="bert")
    charge = (await ledger.charge(1000, user_id="bert")).body
    account = await ledger.get(f"{ACCOUNTS}/bert")
    assert account["balance"] == sum(lot["remaining"] for lot in account["lots"])
    assert [group["id"] for group in account["groups"]] == ["maths", "default"]
    assert account["holds"] == []
    receipt = await ledger.get(f"{ACCOUNTS}/bert/transactions/{charge['transaction_id']}")
    assert -receipt["amount"] == sum(line["amount"] for line in receipt["lines"])
    for path in ("/nobody", f"/anna/transactions/{charge['transaction_id']}"):
        assert (await ledger.call("GET", ACCOUNTS + path)).status == 404


async def test_the_start_page_counts_accounts_and_fills_empty_days(ledger: Any) -> None:
    await people(ledger)
    seen = await ledger.get("/api/ledger/overview?days=7")
    assert len(seen["days"]) == 7
    page = await ledger.get(ACCOUNTS)
    assert seen["accounts"]["total"] == page["total"]
    assert seen["accounts"]["remaining"] == sum(row["credits"] for row in page["accounts"])


async def test_histories_can_be_walked_by_the_last_row_and_searched_by_name(ledger: Any) -> None:
    await people(ledger)
    every = (await ledger.get("/api/credits/transactions?limit=100"))["transactions"]
    first = await ledger.get("/api/credits/transactions?limit=2")
    last = first["transactions"][-1]["id"]
    rest = await ledger.get(f"/api/credits/transactions?limit=100&before={last}")
    assert first["transactions"] + rest["transactions"] == every
    assert rest["total"] == len(every)
    found = await ledger.get("/api/credits/transactions?search=CORA")
    assert {row["user_id"] for row in found["transactions"]} == {"cora"}
    logs = (await ledger.get("/api/credits/system-logs"))["logs"]
    older = await ledger.get(f"/api/credits/system-logs?before={logs[0]['id']}")
    assert older["logs"] == logs[1:]


async def test_settings_of_the_start_are_told_without_secrets(ledger: Any) -> None:
    settings = {row["name"]: row["value"] for row in await ledger.get("/api/ledger/settings")}
    assert settings["OWC_LEDGER_TIME_ZONE"] == "UTC"
    assert not [name for name in settings if "SECRET" in name or "URL" in name]


async def test_an_id_with_a_slash_is_read_like_any_other(ledger: Any) -> None:
    await ledger.add_user("team/anna")
    granted = (await ledger.give("5", user_id="team/anna")).body["transaction_id"]
    assert (await ledger.get(f"{ACCOUNTS}/team/anna"))["balance"] == 5
    receipt = await ledger.get(f"{ACCOUNTS}/team/anna/transactions/{granted}")
    assert receipt["amount"] == 5


async def test_a_window_that_is_kept_says_what_grouping_says(ledger: Any) -> None:
    await people(ledger)
    await ledger.charge(1000, user_id="bert")
    await ledger.charge(500, user_id="cora")
    await roll_up_usage(ledger.books)
    grouped = await ledger.get("/api/ledger/overview?days=7")
    assert [user["id"] for user in grouped["users"]][:2] == ["bert", "cora"]
    await keep_usage_windows(ledger.books, kept_from=1)
    await ledger.charge(9000, user_id="cora")
    await roll_up_usage(ledger.books)
    kept = await ledger.get("/api/ledger/overview?days=7")
    assert kept["users"] == grouped["users"]
    assert kept["charges"] == grouped["charges"] + 1
    await keep_usage_windows(ledger.books)
    assert (await ledger.get("/api/ledger/overview?days=7"))["users"][0]["id"] == "cora"
