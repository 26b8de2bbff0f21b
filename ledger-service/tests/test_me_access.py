"""Nobody but the owner of an account reaches it under /api/me, and nothing of others is shown."""

from itertools import product
from typing import Any

import pytest
from ledger_service.commands.roll_up_usage import roll_up_usage

from shared import codec
from shared.testing.identity import identity_headers

ROUTES = [
    ("GET", "balance", None),
    ("GET", "history", None),
    ("GET", "usage", None),
    ("GET", "usage?by=model", None),
    ("GET", "receipts/{transaction}", None),
    ("GET", "export", None),
    ("GET", "alerts", None),
    ("PUT", "alerts", {"thresholds": [{"kind": "balance_below", "value": 1}]}),
    ("PUT", "cap", {"per": "day", "cap": 1}),
    ("DELETE", "cap?per=day", None),
]
WRONG = [
    "history?limit=0",
    "history?limit=201",
    "history?before=0",
    "history?before=9223372036854775808",
    "history?type=deduct",
    "history?from=yesterday",
    "usage?by=user",
    "usage?from=2026-01-02&to=2026-01-01",
    "usage?from=2020-01-01&to=2021-01-02",
    "usage?to=0001-01-01&from=0001-01-02",
    "receipts/0",
    "receipts/x",
    "receipts/99999999999999999999",
]
ODD = ["usage?to=0001-01-01", "usage?to=9999-12-31", "history?model=%0A"]
OTHERS = [("admin", 403), ("key", 403), ("service", 403), ("anonymous", 401), (None, 401)]


async def ask(ledger: Any, kind: Any, user_id: str, route: Any, **known: Any) -> Any:
    method, path, body = route
    headers = {"content-type": "application/json"}
    headers |= identity_headers(kind, user_id, scopes=["owner"]) if kind else {}
    content = None if body is None else codec.encode(body)
    address = f"/api/me/{path.format(**known)}"
    return await ledger.http.request(method, address, content=content, headers=headers)


async def secrets_of(ledger: Any, user_id: str) -> tuple[Any, set[str]]:
    """Give a user an account with something in every place; what must not leak of it."""
    await ledger.add_group(f"group-of-{user_id}", "3")
    await ledger.add_user(user_id, f"group-of-{user_id}")
    await ledger.set_price(f"model-of-{user_id}", {"input": 1})
    given = await ledger.give("9", user_id=user_id, reason=f"reason-of-{user_id}")
    charged = await ledger.charge(1, user_id=user_id, model_id=f"model-of-{user_id}")
    for route in (ROUTES[-3], ROUTES[-2]):
        assert (await ask(ledger, "user", user_id, route)).status_code == 200
    words = {f"{what}-of-{user_id}" for what in ("group", "model", "reason")}
    assert given.status == 201
    return charged.body["transaction_id"], words


async def test_every_kind_and_id_reaches_only_its_own(ledger: Any) -> None:
    mine, my_words = await secrets_of(ledger, "alpha")
    theirs, their_words = await secrets_of(ledger, "beta")
    await roll_up_usage(ledger.books)
    for route, (kind, status) in product(ROUTES, OTHERS):
        # The id of a user in another kind of identity opens nothing.
        answer = await ask(ledger, kind, "alpha", route, transaction=mine)
        assert answer.status_code == status, (route, kind)
    told = b""
    for route in ROUTES[:-1]:
        answer = await ask(ledger, "user", "alpha", route, transaction=mine)
        assert answer.status_code == 200, (route, answer.content)
        told += answer.content
    assert all(word.encode() in told for word in my_words)
    assert not any(word.encode() in told for word in {*their_words, "beta"})
    stolen = await ask(ledger, "user", "alpha", ROUTES[4], transaction=theirs)
    assert stolen.status_code == 404
    assert stolen.json()["type"] == "urn:owc:problem:unknown-transaction"
    assert (await ask(ledger, "user", "alpha", ROUTES[-1])).status_code == 204
    kept = await ask(ledger, "user", "beta", ROUTES[0])
    assert [limit["source"] for limit in kept.json()["limits"]] == ["self"]


async def test_who_acted_is_not_told(ledger: Any) -> None:
    await ledger.give("1")
    for route in (ROUTES[0], ROUTES[1], ROUTES[5]):
        assert b"tester" not in (await ask(ledger, "user", "u", route)).content


async def test_an_account_not_yet_known_is_404(ledger: Any) -> None:
    for route in ROUTES:
        answer = await ask(ledger, "user", "newcomer", route, transaction=1)
        assert answer.status_code == 404, route
        assert answer.json()["type"] == "urn:owc:problem:unknown-account"


@pytest.mark.parametrize(("status", "paths"), [(422, WRONG), (200, ODD)])
async def test_wrong_questions_are_refused_and_odd_ones_answered(
    ledger: Any, status: int, paths: list[str]
) -> None:
    for path in paths:
        answer = await ask(ledger, "user", "u", ("GET", path, None))
        assert answer.status_code == status, (path, answer.content)
