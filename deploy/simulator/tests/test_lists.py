"""Lists: filters, pages, newest first."""

from typing import Any

import pytest
from yookassa_simulator.remote import Simulator

Body = dict[str, Any]


async def test_pages_give_every_payment_once_newest_first(provider: Simulator, wish: Body) -> None:
    made = []
    for _ in range(7):
        made.append((await provider.call("POST", "/payments", wish)).json()["id"])
        await provider.advance(1)
    seen: list[str] = []
    cursor = ""
    for _ in range(4):
        page = (await provider.call("GET", f"/payments?limit=2{cursor}")).json()
        seen += [item["id"] for item in page["items"]]
        if "next_cursor" not in page:
            break
        # A payment made meanwhile shifts nothing.
        await provider.call("POST", "/payments", wish)
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == made[::-1]


async def test_filters_by_time_status_and_method(provider: Simulator, wish: Body) -> None:
    ids = []
    for number in range(3):
        payment = (await provider.call("POST", "/payments", wish)).json()
        ids.append((payment["id"], payment["created_at"]))
        if number == 1:
            await provider.finish(payment["id"])
        await provider.advance(60)

    async def found(query: str) -> list[str]:
        page = (await provider.call("GET", f"/payments?{query}")).json()
        return [item["id"] for item in page["items"]]

    middle = ids[1][1]
    assert await found("status=succeeded") == [ids[1][0]]
    assert await found(f"created_at.gte={middle}") == [ids[2][0], ids[1][0]]
    assert await found(f"created_at.gt={middle}") == [ids[2][0]]
    assert await found(f"created_at.lt={middle}") == [ids[0][0]]
    assert await found(f"created_at.lte={middle}&status=pending") == [ids[0][0]]
    assert await found(f"captured_at.gte={middle}") == [ids[1][0]]
    assert await found("payment_method=bank_card") == [ids[1][0]]
    assert await found("payment_method=sbp") == []


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=x", "limit"),
        ("cursor=none", "cursor"),
        ("created_at.gte=soon", "created_at.gte"),
        ("created_at=2026-01-01", "created_at"),
        ("metadata.intent=7", "metadata.intent"),
    ],
)
async def test_an_unknown_filter_is_refused(
    provider: Simulator, query: str, parameter: str
) -> None:
    answer = await provider.call("GET", f"/payments?{query}")
    assert (answer.status_code, answer.json()["parameter"]) == (400, parameter)
