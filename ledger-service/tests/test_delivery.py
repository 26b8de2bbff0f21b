"""Operators see how events travel, and let the ledger try again what it could not digest."""

import json
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from shared.contracts.sync import UserChanged
from shared.db import connect

EVENTS = "/api/admin/events/ledger"
WHY = {"reason": "the cause is mended"}


async def _bury(ledger: Any, data: dict[str, Any], kind: str = UserChanged.event_type) -> str:
    """A dead letter about user `late`, as the consumer leaves it."""
    event_id = str(uuid4())
    fields = {
        "id": event_id,
        "type": kind,
        "aggregate": "late",
        "sequence": "1",
        "at": "2026-01-02T03:04:05+00:00",
        "trace": "",
        "data": json.dumps(data),
    }
    async with ledger.books.db.transaction() as connection:
        await connection.execute(
            "INSERT INTO dead_letter (event_id, stream, fields, error) VALUES ($1, $2, $3, $4)",
            UUID(event_id),
            "owc:{sync}",
            fields,
            "ValueError: it was broken",
        )
    return event_id


USER = {
    "user_id": "late",
    "name": "Late",
    "email": "late@example.org",
    "role": "user",
    "status": "active",
}


async def test_a_dead_letter_is_listed_and_digested_once(ledger: Any) -> None:
    event_id = await _bury(ledger, USER)
    page = await ledger.get(f"{EVENTS}/dead-letters")
    assert page["total"] == 1
    assert page["dead_letters"][0]["event_id"] == event_id
    assert page["dead_letters"][0]["error"] == "ValueError: it was broken"
    done = await ledger.call("POST", f"{EVENTS}/dead-letters/replay", {"ids": [event_id], **WHY})
    assert (done.status, done.body) == (200, {"replayed": [event_id], "failed": []})
    assert (await ledger.get("/api/credits/user/late"))["id"] == "late"
    again = await ledger.call("POST", f"{EVENTS}/dead-letters/replay", {"ids": [event_id], **WHY})
    assert again.status == 404
    log = (await ledger.get(EVENTS))["replays"]
    assert [(e["actor"], e["outcome"], e["reason"]) for e in log] == [
        ("tester", "digested", "the cause is mended")
    ]


async def test_what_fails_again_stays_and_says_why(ledger: Any) -> None:
    broken, sound = await _bury(ledger, {"nonsense": True}), await _bury(ledger, USER)
    done = (await ledger.call("POST", f"{EVENTS}/dead-letters/replay", WHY)).body
    assert done["replayed"] == [sound]
    assert [one["event_id"] for one in done["failed"]] == [broken]
    assert "user_id" in done["failed"][0]["error"]
    assert (await ledger.get(EVENTS))["dead_letters"] == 1


async def test_letters_are_read_page_by_page(ledger: Any) -> None:
    buried = {await _bury(ledger, USER) for _ in range(5)}
    seen: list[str] = []
    before = ""
    while True:
        page = await ledger.get(f"{EVENTS}/dead-letters?limit=2{before}")
        seen += [letter["event_id"] for letter in page["dead_letters"]]
        if page["next"] is None:
            break
        before = f"&before={page['next']}"
    assert (len(seen), set(seen)) == (5, buried)


@pytest.mark.parametrize("role", ["accountant", "support", "read-only"])
async def test_only_owners_replay_and_everybody_sees(ledger: Any, role: str) -> None:
    event_id = await _bury(ledger, USER)
    assert (await ledger.call("GET", EVENTS, role=role)).status == 200
    for path in ("dead-letters/replay", "outbox/replay"):
        assert (await ledger.call("POST", f"{EVENTS}/{path}", WHY, role=role)).status == 403
    assert (await ledger.call("GET", EVENTS, kind="key")).status == 403
    page = await ledger.get(f"{EVENTS}/dead-letters")
    assert [letter["event_id"] for letter in page["dead_letters"]] == [event_id]


@pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": "x" * 501}, {"ids": [], **WHY}])
async def test_bad_input_is_named(ledger: Any, body: dict[str, Any]) -> None:
    answer = await ledger.call("POST", f"{EVENTS}/dead-letters/replay", body)
    assert answer.status == 422
    assert answer.body["detail"][0]["loc"][1] in {"reason", "ids"}


async def test_unsent_facts_are_counted(ledger: Any) -> None:
    before = (await ledger.get(EVENTS))["outbox"]["unsent"]
    await ledger.give("5")
    state = await ledger.get(EVENTS)
    assert state["outbox"]["unsent"] > before
    assert state["outbox"]["oldest_unsent_at"] is not None
    assert state["outbox"]["relay_seen_until"] is None  # no worker runs here


async def test_the_log_of_replays_is_append_only(ledger: Any) -> None:
    for statement in ("DELETE FROM replay_log", "UPDATE replay_log SET actor = 'x'"):
        connection = await connect(ledger.url)
        try:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
        finally:
            await connection.close()
