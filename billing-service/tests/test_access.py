"""Every route, every kind of caller, ids of somebody else: nothing is told, nothing moves."""

from collections.abc import Iterator
from typing import Any

import pytest
from billing_service.commands.create_promo_code import create_promo_code
from billing_service.commands.set_contacts import set_contacts
from billing_service.commands.start_card_trial import start_card_trial

from shared.testing import identity_headers

OWNER = identity_headers("user", "owner", scopes={"user"})
ADMIN = identity_headers("admin", "root")
WEBUI_ADMIN = identity_headers("user", "webui-admin", scopes={"admin"})
MEMBER = identity_headers("user", "member", scopes={"user"})
STRANGERS: dict[str, dict[str, str]] = {
    "nobody": {},
    "pending": identity_headers("user", "waiting", scopes={"pending"}),
    "key": identity_headers("key", "key-1", scopes={"credits:read", "credits:charge"}),
}
PUBLIC = {"/billing/plans/public"}
OPENED_BY_A_SECRET = "/billing/webhook/"
TABLES = "payment subscription subscription_period customer payment_method promo_redemption binding"
SECRETS = "owner", "owner@example.org", "pay@owner.example", "+79001112233", "*4444"


@pytest.fixture
async def ids(books: Any) -> dict[str, str]:
    """Everything of billing that one person can have, by the names of path parameters."""
    plan = await books.plan(quotas={"requests": 9}, trial_days=7)
    trial = ("owner", plan.id, "https://chat.example.org/")
    await start_card_trial(books.db, books.provider, books.policy, trial, books.clock.now)
    wish = {"code": "SPRING", "kind": "percent", "value": 10, "is_active": True}
    await create_promo_code(books.db, _promo(wish), "root", books.clock.now)
    contacts: dict[str, str | None] = {"contact_email": SECRETS[2], "contact_phone": SECRETS[3]}
    await set_contacts(books.db, "owner", contacts, books.clock.now)
    bought = await books.buy(plan, "owner", save_method=True, promo_code="SPRING")
    subscription = await books.one("SELECT id::text FROM subscription")
    return {
        "plan_id": plan.id, "user_id": "owner", "code": "SPRING", "metric": "requests",
        "token": "guess", "payment_id": bought.transaction_id, "provider_id": bought.payment_id,
        "subscription_id": subscription, "alarm_id": "1",
    }  # fmt: skip


def _promo(wish: dict[str, Any]) -> dict[str, Any]:
    from billing_service.api.promo_requests import CreatePromoCode

    return CreatePromoCode.model_validate(wish).model_dump()


def calls(http: Any, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every route of the service without prefix, with the owner's ids in its path."""
    app = http._transport.app
    for path, methods in app.openapi()["paths"].items():
        if path.startswith(("/billing", "/admin/billing")):
            for method in methods:
                for what in ("cancel", "resume") if "{what}" in path else ("",):
                    yield method.upper(), path.format_map(ids | {"what": what})


async def snapshot(books: Any) -> dict[str, Any]:
    rows = {
        table: await books.rows(f"SELECT * FROM {table} WHERE user_id = 'owner' ORDER BY 1")
        for table in TABLES.split()
    }
    paid = [row["provider_id"] for row in rows["payment"]]
    return rows | {"provider": [books.provider.payments[one] for one in paid]}


async def send(http: Any, call: tuple[str, str], who: dict[str, str], ids: dict[str, str]) -> Any:
    """The body of every request at once: whatever a route reads is the owner's."""
    method, path = call
    body: dict[str, Any] = {
        "plan_id": ids["plan_id"], "payment_id": ids["provider_id"], "user_id": "owner",
        "subscription_id": ids["subscription_id"], "return_url": "https://chat.example.org/",
        "metric": "requests", "amount_kopeks": 50_000, "enabled": False, "name": "N",
        "price": 1, "interval": "month", "code": "OTHER", "kind": "percent", "value": 5,
    }  # fmt: skip
    return await http.request(method, path, headers=who, json=None if method == "GET" else body)


def tells(answer: Any, ids: dict[str, str]) -> set[str]:
    theirs = {ids["payment_id"], ids["provider_id"], ids["subscription_id"], *SECRETS[1:]}
    return {secret for secret in theirs if secret in answer.text} | (
        {"owner"} if '"owner"' in answer.text else set()
    )


async def test_a_member_learns_and_moves_nothing_of_another(
    http: Any, books: Any, ids: dict[str, str]
) -> None:
    before = await snapshot(books)
    assert all(before.values())
    asked = list(calls(http, ids))
    assert len(asked) > 40
    for call in asked:
        answer = await send(http, call, MEMBER, ids)
        assert not tells(answer, ids), (call, answer.text)
        assert answer.status_code < 500, (call, answer.text)
        if call[1].startswith("/admin/"):
            assert answer.status_code == 401, (call, answer.text)
    assert await snapshot(books) == before


@pytest.mark.parametrize("who", STRANGERS)
async def test_a_stranger_is_let_in_nowhere(
    http: Any, books: Any, ids: dict[str, str], who: str
) -> None:
    before = await snapshot(books)
    for call in calls(http, ids):
        if call[1] in PUBLIC or call[1].startswith(OPENED_BY_A_SECRET):
            continue
        answer = await send(http, call, STRANGERS[who], ids)
        assert answer.status_code == 401, (call, answer.text)
        assert not tells(answer, ids)
    assert await snapshot(books) == before


async def test_a_secret_that_is_guessed_opens_nothing(
    http: Any, books: Any, ids: dict[str, str]
) -> None:
    before = await snapshot(books)
    for call in calls(http, ids):
        if call[1].startswith(OPENED_BY_A_SECRET):
            answer = await send(http, call, {}, ids)
            assert answer.status_code in (401, 404), (call, answer.text)
            assert not tells(answer, ids)
    assert await snapshot(books) == before


@pytest.mark.parametrize("who", [ADMIN, WEBUI_ADMIN], ids=["here", "of Open WebUI"])
async def test_an_administrator_may_read_every_admin_route(
    http: Any, ids: dict[str, str], who: dict[str, str]
) -> None:
    reads = [c for c in calls(http, ids) if c[0] == "GET" and c[1].startswith("/admin/")]
    assert len(reads) > 10
    for call in reads:
        answer = await send(http, call, who, ids)
        assert answer.status_code == 200, (call, answer.text)


async def test_the_owner_sees_what_is_the_owners(http: Any, ids: dict[str, str]) -> None:
    me = (await http.get("/billing/me", headers=OWNER)).json()
    assert me["subscription"]["id"] == ids["subscription_id"]
    assert [one["id"] for one in me["transactions"]] == [ids["payment_id"]]
