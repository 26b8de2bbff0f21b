"""The receipt of a charge names the lots that paid for it, and how much each."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from ledger_service.domain.allowance import period_of
from ledger_service.queries import lots_paid

from shared import codec
from shared.testing.identity import identity_headers

START = datetime(2031, 1, 10, tzinfo=UTC)


async def read(ledger: Any, path: str) -> Any:
    answer = await ledger.http.get(f"/api/me/{path}", headers=identity_headers("user", "u"))
    assert answer.status_code == 200, answer.content
    return codec.decode(answer.content)


async def left(ledger: Any) -> dict[str, Decimal]:
    return {lot["id"]: lot["remaining"] for lot in (await read(ledger, "balance"))["lots"]}


async def adjust(ledger: Any, amount: Decimal, key: str) -> None:
    body = {"user_id": "u", "amount": amount, "reason": "goodwill"}
    await ledger.call("POST", "/api/ledger/adjustments", body, **{"Idempotency-Key": key})


async def reverse(ledger: Any, number: int) -> None:
    path = f"/api/credits/transactions/{number}/reverse"
    await ledger.call("POST", path, {"reason": "a mistake"})


async def charged(ledger: Any, tokens: int) -> tuple[int, dict[str, Decimal]]:
    """The charge, and by how much each lot shrank with it."""
    before = await left(ledger)
    number = (await ledger.charge(tokens)).body["transaction_id"]
    after = await left(ledger)
    spent = {lot: had - after.get(lot, 0) for lot, had in before.items()}
    return number, {lot: paid for lot, paid in spent.items() if paid}


async def check(ledger: Any, number: int, paid: dict[str, Decimal], *, told: bool = True) -> bool:
    receipt = await read(ledger, f"receipts/{number}")
    shown = {lot["id"]: lot["paid"] for lot in receipt["lots"]}
    if not told and None in shown.values():
        return False
    assert shown == paid
    assert sum(shown.values()) + receipt["debt"] == -receipt["amount"]
    assert receipt["debt"] == receipt["shortfall"]
    return True


async def test_two_lots_pay_in_turn_and_the_rest_is_debt(ledger: Any) -> None:
    ledger.at(START)
    await ledger.give("5")
    await ledger.give("2", source="promo", expires_at=START + timedelta(days=3))
    numbers = [(await ledger.charge(tokens)).body["transaction_id"] for tokens in (500, 3000, 7000)]
    shown = [await read(ledger, f"receipts/{number}") for number in numbers]
    assert [[(lot["source"], lot["paid"]) for lot in one["lots"]] for one in shown] == [
        [("promo", Decimal("0.5"))],
        [("promo", Decimal("1.5")), ("manual", Decimal("1.5"))],
        [("manual", Decimal("3.5"))],
    ]
    assert [one["debt"] for one in shown] == [0, 0, Decimal("3.5")]


async def test_a_lot_that_expired_between_two_charges_pays_only_for_the_first(ledger: Any) -> None:
    ledger.at(START)
    await ledger.give("5")
    await ledger.give("2", source="promo", expires_at=START + timedelta(days=3))
    done = [await charged(ledger, 1000)]
    ledger.at(START + timedelta(days=4))
    done.append(await charged(ledger, 1000))
    assert not done[0][1].keys() & done[1][1].keys()
    for number, paid in done:
        await check(ledger, number, paid)


async def test_what_no_lot_paid_is_debt_even_where_the_credit_line_lent_it(ledger: Any) -> None:
    await ledger.give("1")
    lent = {"reason": "r", "credit_line": 10}
    assert (await ledger.call("POST", "/api/ledger/accounts/u", lent)).status == 200
    number = (await ledger.charge(3000)).body["transaction_id"]
    receipt = await read(ledger, f"receipts/{number}")
    assert ([lot["paid"] for lot in receipt["lots"]], receipt["debt"]) == ([1], 2)
    assert receipt["shortfall"] == 0


async def test_out_of_reach_the_receipt_says_that_it_does_not_know(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ledger.give("5")
    await ledger.give("5")
    for _ in range(4):
        await ledger.charge(10)
    monkeypatch.setattr(lots_paid, "_REACH", 3)
    number = (await ledger.charge(10)).body["transaction_id"]
    receipt = await read(ledger, f"receipts/{number}")
    assert [lot["paid"] for lot in receipt["lots"]] == [None, None]


@pytest.mark.parametrize("seed", range(8))
async def test_receipts_tell_what_the_lots_lost(ledger: Any, seed: int) -> None:
    """Any history: each charge's receipt, read at its end, against the lots before and after it."""
    random, now, done, numbers = Random(seed), START, {}, []
    ledger.at(now)
    await ledger.add_group("team", "3")
    await ledger.add_user("u", "team")
    for step in range(45):
        match random.choice("cccccgpart"):
            case "c":
                number, done_by = await charged(ledger, random.randint(1, 4000))
                done[number] = done_by
                numbers.append(number)
            case "g":
                numbers.append(
                    (await ledger.give(str(random.randint(1, 6)))).body["transaction_id"]
                )
            case "p":
                until = now + timedelta(days=random.randint(1, 40))
                await ledger.give(str(random.randint(1, 6)), source="promo", expires_at=until)
            case "a":
                await adjust(ledger, Decimal(random.choice([-1, 2])), f"k{step}")
            case "r" if numbers:
                await reverse(ledger, random.choice(numbers))
            case "t":
                now += timedelta(days=random.choice([1, 5, 20]))
                now = random.choice([now, now, period_of(now, UTC).ends_at])
                ledger.at(now)
    told = [await check(ledger, number, paid, told=False) for number, paid in done.items()]
    assert sum(told) > len(told) / 2, told
