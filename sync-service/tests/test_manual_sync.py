"""The sync routes: the shapes existing clients know, who may call them, what they reveal."""

import asyncio
from typing import Any

import httpx

from shared.testing import eventually, identity_headers

HINT_SECRET = "a-hint-0123456789-0123456789-0123456789"
PATHS = ["sync-users", "sync-groups", "sync-user-groups", "sync-models", "sync-all"]


def admin(request: httpx.Request) -> httpx.Request:
    """Signed for each request: an identity lasts only a minute."""
    request.headers.update(identity_headers("admin", "ada", name="ada"))
    return request


def service(request: httpx.Request) -> httpx.Request:
    """Signed for each request: an identity lasts only a minute."""
    request.headers.update(identity_headers("service", "gateway"))
    return request


async def test_the_buttons_answer_in_the_known_shape(serve: Any, vendor: Any) -> None:
    async with serve(openwebui_sqlite=str(vendor.path)) as client:
        answers = {
            path: (await client.post(f"/api/credits/{path}", auth=admin)).json() for path in PATHS
        }
    assert {answer["status"] for answer in answers.values()} == {"success"}
    assert answers["sync-users"]["message"] == "Synced 3 users successfully"
    assert answers["sync-user-groups"]["message"] == "Synced 3 user-group memberships successfully"
    assert answers["sync-all"]["details"] == {
        "users": 3,
        "models": 4,
        "groups": 2,
        "user_groups": 3,
    }
    assert answers["sync-all"]["changes"]["users"]["created"] == 0


async def test_a_failure_is_told_honestly_and_without_addresses(serve: Any, rest: Any) -> None:
    key = "sk-an-administrator-of-the-tests"
    async with serve(openwebui_url=rest.url, openwebui_api_key=key) as client:
        rest.trouble["/api/models"] = 500
        answer = await client.post("/api/credits/sync-all", auth=admin)
        assert answer.status_code == 200
        body = answer.json()
        assert body["status"] == "error"
        assert body["details"] == {"users": 3, "groups": 2, "user_groups": 3, "models": 0}
        assert body["errors"] == [
            {
                "kind": "models",
                "code": "bad-status",
                "message": "Open WebUI answered with status 500",
            }
        ]
        alone = (await client.post("/api/credits/sync-models", auth=admin)).json()
        assert alone["message"] == "Open WebUI answered with status 500"
        for text in (answer.text, str((await client.get("/api/sync/runs", auth=admin)).json())):
            assert key not in text
            assert "127.0.0.1" not in text


async def test_without_a_source_the_answer_says_so(serve: Any) -> None:
    async with serve() as client:
        body = (await client.post("/api/credits/sync-users", auth=admin)).json()
        assert (body["status"], body["errors"][0]["code"]) == ("error", "not-configured")
        missing = await client.post("/internal/sync/users/ben", auth=service)
        assert missing.status_code == 503


async def test_a_dry_run_and_the_drift_report_change_nothing(serve: Any, vendor: Any) -> None:
    async with serve(openwebui_sqlite=str(vendor.path)) as client:
        await client.post("/api/credits/sync-all", auth=admin)
        assert (await client.get("/api/sync/drift", auth=admin)).json()["in_sync"] is True
        vendor.execute(
            """UPDATE "user" SET name = 'Benno' WHERE id = 'ben';
            DELETE FROM "user" WHERE id = 'cid'; DELETE FROM model"""
        )
        for _ in range(2):
            body = (await client.get("/api/sync/drift", auth=admin)).json()
            assert body["in_sync"] is False
            users = body["kinds"]["users"]
            assert (users["changed"], users["closed"], users["refused"]) == (1, 1, None)
            assert users["items"][0]["before"]["name"] == "Ben"
            assert users["items"][0]["after"]["name"] == "Benno"
            assert users["items"][1] == {
                "id": "cid",
                "change": "closed",
                "before": {"name": "cid", "email": "cid@example.org", "role": "pending"},
                "after": None,
            }
            assert "empty" in body["kinds"]["models"]["refused"]
        dry = await client.post("/api/credits/sync-all?dry_run=true", auth=admin)
        assert dry.json()["dry_run"] is True
        assert dry.json()["changes"]["users"]["closed"] == 1
        assert dry.json()["status"] == "error"
        runs = (await client.get("/api/sync/runs", auth=admin)).json()["runs"]
        assert len(runs) == 1


async def test_force_is_recorded_with_the_name_of_who_did_it(serve: Any, vendor: Any) -> None:
    async with serve(openwebui_sqlite=str(vendor.path)) as client:
        await client.post("/api/credits/sync-all", auth=admin)
        vendor.execute("DELETE FROM model")
        refused = (await client.post("/api/credits/sync-models", auth=admin)).json()
        assert refused["errors"][0]["code"] == "empty"
        forced = (await client.post("/api/credits/sync-models?force=true", auth=admin)).json()
        assert forced["changes"]["models"]["closed"] == 4
        page = (await client.get("/api/sync/runs?limit=2", auth=admin)).json()
        first = page["runs"][0]
        assert (first["forced"], first["actor"], first["trigger"]) == (True, "ada", "manual")
        older = f"/api/sync/runs?before={page['next_before']}"
        rest = (await client.get(older, auth=admin)).json()
        assert ([run["id"] for run in rest["runs"]], rest["next_before"]) == ([1], None)


async def test_the_state_tells_what_is_known_and_when_it_last_worked(
    serve: Any, vendor: Any
) -> None:
    async with serve(openwebui_sqlite=str(vendor.path)) as client:
        fresh = (await client.get("/api/sync/status", auth=admin)).json()
        assert (fresh["last_run"], fresh["next_due_at"], fresh["running"]) == (None, None, False)
        await client.post("/api/credits/sync-all", auth=admin)
        vendor.execute('DROP TABLE "user"')
        await client.post("/api/credits/sync-all", auth=admin)
        state = (await client.get("/api/sync/status", auth=admin)).json()
        assert (state["last_run"]["status"], state["last_success"]["id"]) == ("failed", 1)
        assert state["totals"]["users"] == {"active": 3, "closed": 0}
        assert state["sources"]["models"] == "database"


async def test_a_single_user_is_looked_up_for_services(serve: Any, vendor: Any) -> None:
    async with serve(openwebui_sqlite=str(vendor.path)) as client:
        answer = await client.post("/internal/sync/users/ben", auth=service)
        assert answer.json() == {
            "user_id": "ben",
            "name": "Ben",
            "email": "ben@example.org",
            "role": "user",
            "group_ids": ["class", "school"],
        }
        await client.post("/internal/sync/users/ben", auth=service)
        async with client.db.reader() as connection:
            told = await connection.fetch("SELECT type FROM outbox ORDER BY sequence")
            due = await connection.fetchval("SELECT hinted_at IS NOT NULL FROM poll")
        assert [row["type"] for row in told] == ["sync.user_changed", "sync.membership_changed"]
        assert due, "his groups are not known yet"
        missing = await client.post("/internal/sync/users/nobody", auth=service)
        assert (missing.status_code, missing.json()["detail"]) == (404, "User not found")
        for strange in ("..", "a%2Fb", "%00", "x" * 300):
            strangely = await client.post(f"/internal/sync/users/{strange}", auth=service)
            assert strangely.status_code in {400, 404, 405, 422}
        vendor.execute('DROP TABLE "user"')
        away = await client.post("/internal/sync/users/ben", auth=service)
        assert (away.status_code, "retry-after" in away.headers) == (503, True)


async def test_a_hint_makes_a_poll_due_and_tells_strangers_nothing(serve: Any) -> None:
    async with serve(sync_hint_secret=HINT_SECRET) as client:

        async def hinted() -> bool:
            async with client.db.reader() as connection:
                return bool(await connection.fetchval("SELECT hinted_at IS NOT NULL FROM poll"))

        wrong = await client.post("/api/sync/hints/wrong-é", content=b"{" * 1000)
        assert (wrong.status_code, await hinted()) == (202, False)
        right = await client.post(f"/api/sync/hints/{HINT_SECRET}", json={"event": "user.created"})
        assert (right.status_code, await hinted()) == (202, True)
        assert right.content == wrong.content
    async with serve() as client:
        assert (await client.post("/api/sync/hints/")).status_code in {404, 405}
        assert (await client.post("/api/sync/hints/None")).status_code == 202
        assert await hinted_at(client) is None


async def hinted_at(client: Any) -> Any:
    async with client.db.reader() as connection:
        return await connection.fetchval("SELECT hinted_at FROM poll")


PROTECTED = [
    *(("POST", f"/api/credits/{path}") for path in PATHS),
    ("GET", "/api/sync/status"),
    ("GET", "/api/sync/runs"),
    ("GET", "/api/sync/drift"),
    ("POST", "/api/sync/publish-again"),
    ("POST", "/internal/sync/users/ben"),
]


async def test_nobody_else_may(serve: Any) -> None:
    async with serve() as client:
        for method, path in PROTECTED:
            assert (await client.request(method, path)).status_code == 401, path
            for kind in ("key", "user"):
                headers = identity_headers(kind, "somebody")
                answer = await client.request(method, path, headers=headers)
                assert answer.status_code == 403, path
            wrong = service if "internal" not in path else admin
            assert (await client.request(method, path, auth=wrong)).status_code == 403, path


async def test_telling_all_again_counts_what_it_told(serve: Any, vendor: Any) -> None:
    async with serve(openwebui_sqlite=str(vendor.path)) as client:
        await client.post("/api/credits/sync-all", auth=admin)
        body = (await client.post("/api/sync/publish-again", auth=admin)).json()
        assert body["published"] == {"groups": 2, "users": 3, "user_groups": 3, "models": 4}


async def test_a_run_that_hangs_is_cancelled_and_says_by_whom(serve: Any, rest: Any) -> None:
    rest.trouble["/api/v1/users/all"] = "hang"
    key = "sk-an-administrator-of-the-tests"
    async with serve(openwebui_url=rest.url, openwebui_api_key=key) as client:
        answer = asyncio.create_task(client.post("/api/credits/sync-all", auth=admin))

        async def running() -> Any:
            last = (await client.get("/api/sync/status", auth=admin)).json()["last_run"]
            return last if last and last["status"] == "running" else None

        run = await eventually(running)
        address = f"/api/sync/runs/{run['id']}/cancel"
        asked = [(await client.post(address, auth=admin)).json() for _ in range(2)]
        assert [one["cancelled_by"] for one in asked] == ["ada", "ada"]
        body = (await answer).json()
        assert (body["status"], {one["code"] for one in body["errors"]}) == ("error", {"cancelled"})
        told = (await client.get("/api/sync/runs", auth=admin)).json()["runs"][0]
        assert (told["status"], told["cancelled_by"]) == ("cancelled", "ada")
        assert (await client.post(address, auth=admin)).status_code == 200

        rest.trouble.clear()
        done = (await client.post("/api/credits/sync-all", auth=admin)).json()
        assert done["changes"]["users"]["created"] == 3
        late = await client.post(f"/api/sync/runs/{done['run_id']}/cancel", auth=admin)
        assert (late.status_code, late.json()["type"]) == (409, "urn:owc:problem:run-ended")
        assert (await client.post("/api/sync/runs/999/cancel", auth=admin)).status_code == 404
