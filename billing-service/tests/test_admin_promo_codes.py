"""The routes of promo codes: who may, what is refused, what the audit log keeps."""

from typing import Any

import pytest

from shared.testing import identity_headers

CODES = "/api/v1/admin/billing/promo-codes"
RETURN = "https://chat.example.org/billing"
ADMIN = identity_headers("admin", "root")
U1 = identity_headers("user", "u1", scopes={"user"})
SOUND = {"code": "Spring-25", "kind": "percent", "value": 12.5}


async def test_a_code_is_created_read_edited_used_and_kept(http: Any, books: Any) -> None:
    made = await http.post(CODES, headers=ADMIN, json=SOUND | {"max_redemptions": 3})
    assert made.status_code == 201
    body = made.json()
    assert (body["code"], body["value"], body["max_per_user"]) == ("SPRING-25", 12.5, 1)
    one = f"/admin/billing/promo-codes/{body['code'].lower()}"
    assert (await http.get(one, headers=ADMIN)).json() == body
    edit = {"note": "for the fair", "max_per_user": None, "is_active": None}
    edited = (await http.put(one, headers=ADMIN, json=edit)).json()
    assert (edited["note"], edited["max_per_user"], edited["is_active"]) == (
        "for the fair", None, True,
    )  # fmt: skip
    wish = {"plan_id": (await books.plan()).id, "return_url": RETURN, "promo_code": "spring-25"}
    paid = await http.post("/billing/payment", headers=U1, json=wish)
    assert paid.status_code == 200
    top_up = {"amount_kopeks": 50000, "return_url": RETURN, "promo_code": "SPRING-25"}
    bought = await http.post("/api/v1/billing/topup", headers=U1, json=top_up)
    assert bought.status_code == 200
    (last, first) = (await http.get("/billing/transactions", headers=U1)).json()
    assert (last["amount"], first["amount"]) == (437.5, 866.25)
    assert last["extra_metadata"]["promo_code"] == "SPRING-25"
    uses = (await http.get(f"{one}/redemptions", headers=ADMIN)).json()
    assert [use["discount"] for use in uses["items"]] == [62.5, 123.75]
    assert uses["total"] == 2
    low = await http.put(one, headers=ADMIN, json={"max_redemptions": 1})
    assert (low.status_code, "2 times" in low.json()["detail"]) == (400, True)
    assert (await http.delete(one, headers=ADMIN)).status_code == 400
    listed = (await http.get(CODES, headers=ADMIN)).json()
    assert [item["redemptions"] for item in listed["items"]] == [2]
    log = (await http.get("/admin/billing/audit?entity_id=SPRING-25", headers=ADMIN)).json()
    actions = [item["action"] for item in log["items"]]
    assert sorted(actions) == [
        "promo_code_created", "promo_code_redeemed", "promo_code_redeemed", "promo_code_updated",
    ]  # fmt: skip


async def test_from_when_until_when_a_code_is_good_can_be_set_and_changed(http: Any) -> None:
    days = {"starts_at": 4_000_000_000, "ends_at": 4_100_000_000}
    made = (await http.post(CODES, headers=ADMIN, json=SOUND | days)).json()
    assert made | days == made
    changes = {"starts_at": None, "ends_at": 4_200_000_000}
    edited = (await http.put(f"{CODES}/SPRING-25", headers=ADMIN, json=changes)).json()
    assert edited | changes == edited


async def test_an_unused_code_can_be_deleted_and_a_name_is_made(http: Any) -> None:
    body = (await http.post(CODES, headers=ADMIN, json=SOUND | {"code": None})).json()
    assert len(body["code"]) == 12
    gone = await http.delete(f"{CODES}/{body['code']}", headers=ADMIN)
    assert gone.json() == {"success": True, "message": f"Promo code '{body['code']}' deleted"}
    for answer in (
        await http.get(f"{CODES}/{body['code']}", headers=ADMIN),
        await http.put(f"{CODES}/none", headers=ADMIN, json={}),
        await http.delete(f"{CODES}/none", headers=ADMIN),
        await http.get(f"{CODES}/none/redemptions", headers=ADMIN),
    ):
        assert answer.status_code == 404
    await http.post(CODES, headers=ADMIN, json=SOUND)
    twice = await http.post(CODES, headers=ADMIN, json=SOUND)
    assert (twice.status_code, twice.json()["detail"]) == (
        400, "Promo code 'SPRING-25' already exists",
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "gift"}, {"value": 0}, {"value": 100.5}, {"value": 1.005}, {"value": True},
        {"currency": "RUB"}, {"kind": "amount"}, {"code": "a b"}, {"code": "é"},
        {"max_redemptions": 0}, {"max_per_user": -1}, {"plan_ids": ["none"]},
        {"starts_at": 20, "ends_at": 20}, {"starts_at": -1}, {"ends_at": 10**15},
        {"kind": "credits", "value": 10**10},
    ],
    ids=str,
)  # fmt: skip
async def test_what_makes_no_sense_is_refused(http: Any, wrong: dict[str, Any]) -> None:
    answer = await http.post(CODES, headers=ADMIN, json=SOUND | wrong)
    assert answer.status_code == 422, answer.text


async def test_only_administrators_see_codes(http: Any) -> None:
    await http.post(CODES, headers=ADMIN, json=SOUND)
    for headers in (U1, {}, identity_headers("key", "k1")):
        for method, path in (
            ("GET", CODES), ("POST", CODES), ("GET", f"{CODES}/SPRING-25"),
            ("PUT", f"{CODES}/SPRING-25"), ("DELETE", f"{CODES}/SPRING-25"),
            ("GET", f"{CODES}/SPRING-25/redemptions"),
        ):  # fmt: skip
            answer = await http.request(method, path, headers=headers, json=SOUND)
            assert answer.status_code == 401
