"""What a run tells the others, what it refuses to believe, and who may run."""

import asyncio
from typing import Any

import pytest
from sync_service.clients.open_webui import OpenWebUI
from sync_service.commands.hold_lease import hold_lease
from sync_service.commands.look_up_user import look_up_user
from sync_service.commands.publish_again import publish_again
from sync_service.commands.synchronize import Order, Report, synchronize
from sync_service.commands.take_hint import take_hint
from sync_service.domain.difference import Limits, Rules
from sync_service.queries.progress import recent_runs
from sync_service.store import polls

from shared.db import Database
from shared.testing import eventually

RULES = Rules(30.0, Limits(50, 5))
MANUAL = Order(manual=True, actor="ada")
FORCED = Order(manual=True, actor="ada", force=True)


async def _run(db: Database, source: OpenWebUI, order: Order = MANUAL) -> Report:
    report = await synchronize(db, source, order, RULES)
    assert report is not None
    return report


async def test_the_first_run_tells_everything_in_order(
    db: Database, vendor: Any, told: Any
) -> None:
    report = await _run(db, vendor.source())
    assert report.status == "succeeded"
    assert {kind: count["created"] for kind, count in report.counts.items()} == {
        "groups": 2,
        "users": 3,
        "user_groups": 3,
        "models": 4,
    }
    events = await told()
    assert [kind for kind, _ in events] == [
        *["group_changed"] * 2,
        *["user_changed"] * 3,
        *["membership_changed"] * 3,
        *["model_changed"] * 4,
    ]
    assert events[4][1] == {
        "user_id": "cid",
        "name": "cid",
        "email": "cid@example.org",
        "role": "pending",
        "status": "active",
    }
    assert events[6][1] == {"user_id": "ben", "group_ids": ["class", "school"]}
    assert events[9][1]["access"] == "restricted"


async def test_a_second_run_tells_nothing(db: Database, vendor: Any, told: Any) -> None:
    await _run(db, vendor.source())
    await told()
    report = await _run(db, vendor.source())
    assert {count["created"] + count["changed"] for count in report.counts.values()} == {0}
    assert await told() == []


async def test_only_what_changed_is_told(db: Database, vendor: Any, told: Any) -> None:
    await _run(db, vendor.source())
    await told()
    vendor.execute(
        """UPDATE "user" SET role = 'user' WHERE id = 'cid'; DELETE FROM group_member
        WHERE user_id = 'ben'; DELETE FROM model WHERE id = 'lab';
        DELETE FROM "group" WHERE id = 'class'"""
    )
    report = await _run(db, vendor.source())
    assert report.status == "succeeded"
    assert [(kind, data.get("status")) for kind, data in await told()] == [
        ("group_changed", "closed"),
        ("user_changed", "active"),
        ("membership_changed", None),
        ("model_changed", "closed"),
    ]


async def test_a_removed_user_is_closed_and_opened_when_he_returns(
    db: Database, vendor: Any, told: Any
) -> None:
    await _run(db, vendor.source())
    await told()
    vendor.execute("""DELETE FROM "user" WHERE id = 'ben'""")
    await _run(db, vendor.source())
    [(kind, data)] = await told()
    assert (kind, data["status"], data["email"]) == ("user_changed", "closed", "ben@example.org")
    assert await _run(db, vendor.source())
    assert await told() == []
    vendor.execute("INSERT INTO \"user\" VALUES ('ben', 'Ben', 'b@x', 'user', 'h', 1, NULL)")
    await _run(db, vendor.source())
    [(_, data)] = await told()
    assert (data["status"], data["email"]) == ("active", "b@x")


@pytest.mark.parametrize(
    "damage",
    [
        'DROP TABLE "user"',
        'DELETE FROM "user"; DELETE FROM "group"; DELETE FROM group_member; DELETE FROM model',
        'ALTER TABLE "user" RENAME TO people',
        "DROP TABLE access_grant; DELETE FROM model",
        "DELETE FROM model",
    ],
)
async def test_a_damaged_source_closes_nothing(
    db: Database, vendor: Any, told: Any, damage: str
) -> None:
    await _run(db, vendor.source())
    await told()
    vendor.execute(damage)
    report = await _run(db, vendor.source())
    assert report.status in {"partial", "failed"}
    assert report.errors
    assert await told() == []
    [newest, *_] = await recent_runs(db, None, 1)
    assert newest["errors"][0]["message"]


async def test_a_mass_departure_is_refused_unless_a_person_insists(
    db: Database, vendor: Any, told: Any
) -> None:
    rows = ",".join(f"('u{i}', 'U', 'u{i}@x', 'user', 'h', 1, NULL)" for i in range(9))
    vendor.execute(f'INSERT INTO "user" VALUES {rows}')
    await _run(db, vendor.source())
    await told()
    vendor.execute("DELETE FROM \"user\" WHERE id LIKE 'u%'")
    report = await _run(db, vendor.source())
    assert [(error.kind, error.code) for error in report.errors] == [("users", "too-many-closed")]
    assert "9 of 12" in report.errors[0].message
    assert await told() == []
    forced = await _run(db, vendor.source(), FORCED)
    assert forced.counts["users"]["closed"] == 9
    assert len(await told()) == 9


async def test_losing_all_memberships_at_once_is_refused(
    db: Database, vendor: Any, told: Any
) -> None:
    people = ",".join(f"('u{i}', 'U', 'u{i}@x', 'user', 'h', 1, NULL)" for i in range(9))
    members = ",".join(f"('m{i}', 'class', 'u{i}')" for i in range(9))
    vendor.execute(f'INSERT INTO "user" VALUES {people}; INSERT INTO group_member VALUES {members}')
    await _run(db, vendor.source())
    await told()
    vendor.execute("DELETE FROM group_member")
    report = await _run(db, vendor.source())
    assert [error.kind for error in report.errors] == ["user_groups"]
    assert await told() == []


async def test_two_workers_do_not_both_poll(db: Database, vendor: Any) -> None:
    source = vendor.source()
    reports = await asyncio.gather(*(synchronize(db, source, Order(), RULES) for _ in range(8)))
    assert sum(report is not None for report in reports) == 1
    assert len(await recent_runs(db, None, 50)) == 1


async def test_a_manual_run_waits_for_its_turn(db: Database, vendor: Any) -> None:
    source = vendor.source()
    reports = await asyncio.gather(*(_run(db, source) for _ in range(4)))
    assert {report.status for report in reports} == {"succeeded"}
    assert sum(report.counts["users"]["created"] for report in reports) == 3


async def test_whoever_lost_the_lease_writes_nothing(
    db: Database, vendor: Any, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = vendor.source()
    fetch = source.fetch

    async def slow_fetch(kinds: Any) -> Any:
        found = await fetch(kinds)
        async with db.transaction() as connection:
            await connection.execute("UPDATE poll SET holder = 'somebody else'")
        return found

    monkeypatch.setattr(source, "fetch", slow_fetch)
    report = await _run(db, source)
    assert (report.status, report.errors[0].code) == ("abandoned", "overtaken")
    assert await told() == []


async def test_a_part_leaves_the_next_poll_and_the_hint_as_they_were(
    db: Database, vendor: Any
) -> None:
    await _run(db, vendor.source())
    assert await take_hint(db, "secret", "secret")

    async def plan() -> Any:
        async with db.reader() as connection:
            return await connection.fetchrow("SELECT next_due_at, hinted_at FROM poll")

    before = await plan()
    await _run(db, vendor.source(), Order(("models",), "ada", manual=True))
    assert await plan() == before
    await _run(db, vendor.source())
    assert (await plan())["hinted_at"] is None


async def test_a_run_left_by_a_crash_is_marked_and_succeeded(db: Database, vendor: Any) -> None:
    async with db.transaction() as connection:
        await connection.execute(
            """INSERT INTO run (trigger, actor, kinds, forced, started_at)
            VALUES ('timer', 'timer', '{users}', false, now())"""
        )
    await _run(db, vendor.source())
    newest, crashed = await recent_runs(db, None, 2)
    assert (newest["status"], crashed["status"]) == ("succeeded", "abandoned")


async def test_the_lease_is_kept_while_the_work_lasts(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync_service.commands.hold_lease._RENEW_S", 0.01)
    async with hold_lease(db, wait_s=0, only_due=False) as holder:
        assert holder

        async def until() -> Any:
            async with db.reader() as connection:
                return await connection.fetchval("SELECT lease_until FROM poll")

        first = await until()

        async def later() -> bool:
            return bool(await until() > first)

        await eventually(later)
        async with hold_lease(db, wait_s=0, only_due=False) as second:
            assert second is None
    async with db.reader() as connection:
        assert await polls.holds(connection, holder) is False


async def test_a_user_looked_up_meanwhile_is_not_closed(
    db: Database, vendor: Any, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = vendor.source()
    await _run(db, source)
    await told()
    fetch = source.fetch

    async def overtaken(kinds: Any) -> Any:
        found = await fetch(kinds)
        vendor.execute("INSERT INTO \"user\" VALUES ('eve', 'Eve', 'e@x', 'user', 'h', 1, NULL)")
        vendor.execute("UPDATE \"user\" SET name = 'Benjamin' WHERE id = 'ben'")
        assert await look_up_user(db, vendor.source(), "eve")
        assert await look_up_user(db, vendor.source(), "ben")
        return found

    monkeypatch.setattr(source, "fetch", overtaken)
    await _run(db, source)
    names = [data["name"] for kind, data in await told() if kind == "user_changed"]
    assert names == ["Eve", "Benjamin"]


async def test_everything_can_be_told_again(db: Database, vendor: Any, told: Any) -> None:
    await _run(db, vendor.source())
    vendor.execute("""DELETE FROM "user" WHERE id = 'ben'""")
    await _run(db, vendor.source())
    await told()
    counts = await publish_again(db)
    assert counts == {"groups": 2, "users": 3, "user_groups": 3, "models": 4}
    events = await told()
    assert len(events) == 12
    closed = [data["user_id"] for _, data in events if data.get("status") == "closed"]
    assert closed == ["ben"]


async def test_ten_thousand_users_are_told_in_bounded_batches(
    db: Database, vendor: Any, told: Any
) -> None:
    vendor.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
        INSERT INTO "user" SELECT 'u' || i, 'U' || i, i || '@x', 'user', 'h', 1, NULL FROM n;
        INSERT INTO group_member SELECT 'm' || id, 'class', id FROM "user" WHERE id LIKE 'u%';
        """
    )
    report = await _run(db, vendor.source())
    assert report.counts["users"]["created"] == 10_003
    assert report.counts["user_groups"]["seen"] == 20_003
    assert len(await told()) == 20_012
    async with db.reader() as connection:
        batches = await connection.fetch(
            "SELECT count(*) AS facts FROM outbox GROUP BY xid ORDER BY facts DESC"
        )
    assert max(row["facts"] for row in batches) == 1_000
    vendor.execute("UPDATE \"user\" SET name = 'Changed' WHERE id = 'u77'")
    report = await _run(db, vendor.source())
    assert (report.counts["users"]["changed"], len(await told())) == (1, 1)
