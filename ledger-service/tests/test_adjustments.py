"""What operators do: adjust, reverse, suspend, lend, grant from files."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from ledger_service.commands import finish_grant_batch as finishing
from ledger_service.commands import issue_grant
from ledger_service.commands.roll_up_usage import roll_up_usage

NOW = datetime(2026, 1, 20, tzinfo=UTC)
FILE = "user_id,amount,reason\nu,5,prize\nv,2.5,\n"


async def adjust(ledger: Any, amount: str, key: str = "k", **who: Any) -> Any:
    body = {"user_id": "u", "amount": Decimal(amount), "reason": "goodwill"}
    headers = {"Idempotency-Key": key}
    return await ledger.call("POST", "/api/ledger/adjustments", body, **headers, **who)


async def reverse(ledger: Any, transfer_id: int, key: str = "", **who: Any) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    path = f"/api/credits/transactions/{transfer_id}/reverse"
    return await ledger.call("POST", path, {"reason": "a mistake"}, **headers, **who)


async def remaining(ledger: Any) -> dict[str, Decimal]:
    grants = (await ledger.get("/api/credits/grants?user_id=u"))["grants"]
    return {grant["source"]: grant["remaining"] for grant in grants}


async def change(ledger: Any, **fields: Any) -> Any:
    body = {"reason": "rules"} | fields
    return await ledger.call("POST", "/api/ledger/accounts/u", body)


async def send_file(ledger: Any, text: str, query: str = "dry_run=false", key: str = "f") -> Any:
    path = f"/api/ledger/grant-batches?reason=term&{query}"
    headers = {"Idempotency-Key": key}
    return await ledger.call("POST", path, text.encode(), **headers)


async def test_credits_are_added_and_taken_for_a_reason_once(ledger: Any) -> None:
    assert (await adjust(ledger, "7")).body["balance"] == 7
    again = await adjust(ledger, "7")
    assert (again.status, again.body["replayed"]) == (201, True)
    assert (await adjust(ledger, "8")).status == 409
    assert (await adjust(ledger, "-2.5", "other")).body["balance"] == Decimal("4.5")
    assert (await adjust(ledger, "0", "none")).status == 422
    assert (await adjust(ledger, "1", "x", role="support")).status == 403


async def test_an_adjustment_takes_no_more_than_there_is_and_the_credit_line_lends(
    ledger: Any,
) -> None:
    await ledger.give("4.5")
    await change(ledger, credit_line=2)
    refused = await adjust(ledger, "-7", "much")
    assert (refused.status, refused.body["detail"][0]["loc"]) == (422, ["body", "amount"])
    assert (await ledger.user())["credits"] == Decimal("4.5")
    assert (await adjust(ledger, "-6.5", "all")).body["balance"] == -2
    assert (await adjust(ledger, "-6.5", "all")).body["replayed"] is True
    # A debt, however it came, may be paid back in parts.
    assert (await adjust(ledger, "1", "part")).body["balance"] == -1


async def test_a_debt_that_a_grant_ends_exactly_is_told_and_logged_as_none(ledger: Any) -> None:
    await ledger.charge(10_000)
    assert (await ledger.give("10")).body["balance"] == 0
    entry = (await ledger.get("/api/ledger/audit?limit=1"))["entries"][0]
    assert (entry["before"]["balance"], entry["after"]["balance"]) == (-10, 0)


async def test_an_amount_with_more_zeros_is_the_same_request(ledger: Any) -> None:
    writes = {
        "/api/ledger/adjustments": {"user_id": "u", "amount": Decimal(5), "reason": "gift"},
        "/api/credits/grants": {"user_id": "u", "amount": Decimal(5), "reason": "gift"},
        "/api/credits/update": {"user_id": "u", "credits": Decimal(5)},
        "/api/credits/holds": {"user_id": "u", "model_id": "m", "amount": Decimal(5)},
    }
    for path, body in writes.items():
        longer = {name: Decimal("5.00") if value == 5 else value for name, value in body.items()}
        first = await ledger.call("POST", path, body, idempotency_key="same")
        again = await ledger.call("POST", path, longer, idempotency_key="same")
        told = {"replayed": True} if "replayed" in first.body else {}
        assert (again.status, again.body) == (first.status, first.body | told), path
    assert (await ledger.user())["credits"] == 5


async def test_a_reversed_charge_gives_the_credits_back_to_the_lots_they_came_from(
    ledger: Any,
) -> None:
    ledger.at(NOW)
    await ledger.give("10", source="purchase")
    await ledger.give("2", source="promo", expires_at=NOW + timedelta(days=2))
    charge = (await ledger.charge(5000)).body["transaction_id"]
    assert await remaining(ledger) == {"promo": 0, "purchase": 7}
    done = await reverse(ledger, charge)
    assert (done.status, done.body["amount"], done.body["balance"]) == (201, 5, 12)
    assert await remaining(ledger) == {"promo": 2, "purchase": 10}
    ledger.at(NOW + timedelta(days=3))
    assert (await ledger.user())["credits"] == 10
    await roll_up_usage(ledger.books)
    month = await ledger.get("/api/credits/statistics/monthly?year=2026&month=1")
    assert month["summary"]["total_credits_used"] == 0


async def test_a_transaction_is_reversed_once(ledger: Any) -> None:
    await ledger.give("10")
    charge = (await ledger.charge(5000)).body["transaction_id"]
    first = await reverse(ledger, charge, "mine")
    again = await reverse(ledger, charge, "mine")
    assert again.body == first.body | {"replayed": True}
    for key in ("", "other"):
        refused = await reverse(ledger, charge, key)
        assert (refused.status, refused.body["type"]) == (409, "urn:owc:problem:already-reversed")
    assert (await reverse(ledger, first.body["transaction_id"])).status == 409
    assert (await reverse(ledger, 10**12)).status == 404
    assert (await reverse(ledger, charge, role="read-only")).status == 403
    assert (await ledger.user())["credits"] == 10


async def test_a_reversed_grant_is_taken_back_whole(ledger: Any) -> None:
    grant = (await ledger.give("10", source="promo")).body["transaction_id"]
    await ledger.give("4", source="purchase")
    await ledger.charge(11_000)
    assert (await reverse(ledger, grant)).body["balance"] == -7
    assert await remaining(ledger) == {"purchase": 0}


async def test_what_an_operator_closed_stays_closed_whatever_sync_says(ledger: Any) -> None:
    await ledger.give("5")
    hold = {"user_id": "u", "model_id": "m", "amount": 1}
    for status in ("suspended", "closed"):
        assert (await change(ledger, status=status)).body["status"] == status
        await ledger.add_user("u")
        refused = await ledger.post("holds", hold)
        assert refused.body["type"] == f"urn:owc:problem:account-{status}"
    assert (await change(ledger, status="open")).body["status"] == "open"
    assert (await ledger.post("holds", hold)).status == 201
    assert (await change(ledger)).status == 422
    assert (await ledger.call("POST", "/api/ledger/accounts/x", {"reason": "r", "credit_line": 1}
    )).status == 404  # fmt: skip


async def test_a_closed_account_is_lent_nothing(ledger: Any) -> None:
    await change(ledger, credit_line=1)
    assert (await change(ledger, credit_line=5, status="closed")).status == 403
    await change(ledger, status="closed")
    assert (await change(ledger, credit_line=0)).body["credit_line"] == 0
    for fields in ({}, {"status": "closed"}):
        refused = await change(ledger, credit_line=5, **fields)
        assert (refused.status, refused.body["type"]) == (403, "urn:owc:problem:account-closed")
    assert (await change(ledger, status="open", credit_line=5)).body["available"] == 5


async def test_a_closed_account_is_granted_nothing_by_hand(ledger: Any) -> None:
    body = {"user_id": "u", "amount": Decimal(5), "reason": "prize"}
    first = await ledger.post("grants", body, idempotency_key="before")
    await change(ledger, status="closed")
    refused = await ledger.give("7")
    assert (refused.status, refused.body["type"]) == (403, "urn:owc:problem:account-closed")
    again = await ledger.post("grants", body, idempotency_key="before")
    assert again.body == first.body | {"replayed": True}
    writes: dict[str, dict[str, Any]] = {
        "/api/ledger/adjustments": {"amount": -1, "reason": "r"},
        "/api/credits/update": {"credits": 9},
    }
    for path, more in writes.items():
        body = {"user_id": "u", **more}
        refused = await ledger.call("POST", path, body, idempotency_key="after")
        assert (refused.status, refused.body["type"]) == (403, "urn:owc:problem:account-closed")
    assert await remaining(ledger) == {"manual": 5}
    assert (await ledger.user())["credits"] == 5
    await change(ledger, status="open")
    assert (await ledger.give("7")).status == 201


async def test_a_credit_line_can_be_spent(ledger: Any) -> None:
    answer = await change(ledger, credit_line=Decimal("2.5"))
    assert (answer.body["credit_line"], answer.body["available"]) == (
        Decimal("2.5"),
        Decimal("2.5"),
    )
    hold = {"user_id": "u", "model_id": "m", "amount": Decimal("2.5")}
    assert (await ledger.post("holds", hold)).status == 201
    assert (await ledger.post("holds", hold)).status == 402


async def test_a_file_is_previewed_then_applied_once_and_undone(ledger: Any) -> None:
    await ledger.add_user("v")
    preview = (await send_file(ledger, FILE, "dry_run=true")).body
    assert (preview["total"], preview["errors"]) == (Decimal("7.5"), [])
    assert [line["reason"] for line in preview["lines"]] == ["prize", "term"]
    assert (await ledger.user())["credits"] == 0
    done = await send_file(ledger, FILE)
    assert (done.status, done.body["status"], done.body["granted"]) == (201, "applied", 2)
    assert (await send_file(ledger, FILE)).body["id"] == done.body["id"]
    assert (await send_file(ledger, FILE + "u,1,\n")).status == 409
    assert (await ledger.user())["credits"] == 5
    await ledger.charge(1000)
    for _ in range(2):
        path = f"/api/ledger/grant-batches/{done.body['id']}/undo"
        undone = await ledger.call("POST", path, {"reason": "wrong term"})
        assert (undone.body["status"], undone.body["taken_back"]) == ("undone", 2)
    assert (await ledger.user())["credits"] == -1
    assert (await ledger.user("v"))["credits"] == 0
    assert len((await ledger.get("/api/ledger/grant-batches"))["batches"]) == 1


async def test_a_batch_that_was_interrupted_is_finished_by_the_worker(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ledger.add_user("v")
    real, seen = issue_grant.grant, []

    async def dying(*args: Any) -> Any:
        seen.append(args)
        if len(seen) > 1:
            raise RuntimeError
        return await real(*args)

    monkeypatch.setattr(finishing, "grant", dying)
    assert (await send_file(ledger, FILE)).status == 500
    monkeypatch.undo()
    for _ in range(2):
        await finishing.finish_grant_batches(ledger.books)
    assert (await ledger.user())["credits"] == 5
    assert (await ledger.user("v"))["credits"] == Decimal("2.5")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("amount\n5\n", "the header must name"),
        ("user_id,amount\nghost,5\n", "no open account"),
        ("user_id,amount\nu,-5\n", "greater than 0"),
        ("user_id,amount\nu,NaN\n", "amount must be"),
        ("user_id,amount\nu,\n", "amount must be"),
        ("user_id,amount\n,5\n", "names no user"),
        ("user_id,amount,source\nu,5,stolen\n", "source must be"),
        ("user_id,amount,expires_at\nu,5,2020-01-01T00:00:00Z\n", "in the future"),
    ],
)
async def test_a_file_with_a_wrong_line_changes_nothing(
    ledger: Any, text: str, message: str
) -> None:
    refused = await send_file(ledger, text, key=str(uuid4()))
    assert refused.status == 422
    assert message in refused.body["errors"][0]["message"]
    assert (await ledger.user())["credits"] == 0


async def test_a_balance_is_set_below_zero_only_within_the_credit_line(ledger: Any) -> None:
    await ledger.give("5")
    refused = await ledger.post("update", {"user_id": "u", "credits": -3})
    assert (refused.status, refused.body["detail"][0]["loc"]) == (422, ["body", "credits"])
    assert (await ledger.user())["credits"] == 5
    assert (await change(ledger, credit_line=3)).status == 200
    assert (await ledger.post("update", {"user_id": "u", "credits": -3})).status == 200
    assert (await ledger.user())["credits"] == -3
    assert (await ledger.post("update", {"user_id": "u", "credits": -4})).status == 422


async def test_a_user_whose_id_has_slashes_is_read_and_changed_like_any_other(ledger: Any) -> None:
    user = "team/a/limits-are-not-meant"
    await ledger.add_user(user)
    assert (await ledger.give("5", user)).status == 201
    for name in (user, user.replace("/", "%2F")):
        address = f"/api/credits/user/{name}"
        assert (await ledger.get(address))["id"] == user
        assert await ledger.get(f"{address}/limits") == []
        assert (await ledger.get(f"{address}/transactions"))["total"] == 1
        statistics = await ledger.get(f"/api/credits/statistics/user/{name}")
        assert statistics["user_id"] == user
        change = {"status": "suspended", "reason": "test"}
        changed = await ledger.call("POST", f"/api/ledger/accounts/{name}", change)
        assert changed.body["user_id"] == user
