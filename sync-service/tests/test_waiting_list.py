"""The waiting list: no passwords, no oracle, no formulas, no floods."""

import asyncio
import csv
import io
from typing import Any

import httpx
from sync_service.domain.applicants import normal_email, normal_name

from shared.testing import identity_headers

LIST = "/api/credits/admin/waiting-list"


def _from(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": f"203.0.113.9, {address}"}


def admin(request: httpx.Request) -> httpx.Request:
    """Signed for each request: an identity lasts only a minute."""
    request.headers.update(identity_headers("admin", "ada", name="ada"))
    return request


async def _register(
    client: Any, email: str, name: str = "Ann", sender: str = "198.51.100.1"
) -> Any:
    form = {"full_name": name, "email": email, "password": "Pass-word-1"}
    return await client.post("/waiting-list/register", json=form, headers=_from(sender))


async def test_the_answer_is_the_same_for_known_and_unknown_addresses(serve: Any) -> None:
    async with serve() as client:
        first = await _register(client, " Ann@Example.ORG ", " Ann\u00a0\tLee ")
        again = await _register(client, "ann@example.org", "Somebody else")
        assert (first.status_code, first.content) == (again.status_code, again.content)
        assert first.json() == {"status": "success", "message": "Registered to waiting list"}
        [row] = (await client.get(LIST, auth=admin)).json()
        assert (row["full_name"], row["email"]) == ("Ann Lee", "ann@example.org")
        assert (row["processed"], row["processed_at"], row["account"]) == (False, None, "none")


async def test_no_password_is_stored_anywhere(serve: Any) -> None:
    async with serve() as client:
        await _register(client, "ann@example.org")
        async with client.db.reader() as connection:
            rows = await connection.fetch("SELECT applicant::text AS whole FROM applicant")
        assert "Pass-word" not in rows[0]["whole"]
        await client.post("/waiting-list/register", json={"email": "a@b.c"})
        refused = await _register(client, "no address")
        assert refused.status_code == 422
        assert "Pass-word" not in refused.text


WRONG = [
    ("", "a@b.c"), (" \u200b ", "a@b.c"), ("x" * 201, "a@b.c"), ("Ann", ""), ("Ann", "a@b@c"),
    ("Ann", "a b@c.d"), ("Ann", "a@"), ("Ann", "@b.c"), ("Ann", "a@b..c"), ("Ann", "a@\nb.c"),
    ("Ann", "a@" + "b" * 260), ("Ann", "a@b.c,d@e.f"), ("Ann", "<a@b.c>"), ("Ann", "a\u0007@b.c"),
]  # fmt: skip


async def test_what_is_no_name_or_address_is_refused(serve: Any) -> None:
    async with serve() as client:
        for name, email in WRONG:
            assert (await _register(client, email, name)).status_code == 422, (name, email)
            form = {"full_name": name, "email": email}
            page = await client.post("/waiting-list/register", data=form)
            assert (page.status_code, 'role="alert"' in page.text) == (422, True)
        for body in ("", "[]", "{", '{"email": 1}', '{"full_name": "A"}', "NaN"):
            answer = await client.post("/waiting-list/register", content=body)
            assert (answer.status_code, isinstance(answer.json()["detail"], list)) == (422, True)
        assert (await client.get(LIST, auth=admin)).json() == []


async def test_one_address_is_slowed_down_and_others_are_not(serve: Any) -> None:
    async with serve(sync_waiting_list_per_address=3) as client:
        answers = await asyncio.gather(*(_register(client, f"a{i}@b.c") for i in range(6)))
        assert sorted(answer.status_code for answer in answers) == [200] * 3 + [429] * 3
        refused = await _register(client, "known@b.c")
        assert 0 < int(refused.headers["retry-after"]) <= 3600
        assert (await _register(client, "x@b.c", sender="198.51.100.2")).status_code == 200


async def test_one_network_of_ipv6_is_one_sender(serve: Any) -> None:
    async with serve(sync_waiting_list_per_address=2) as client:
        senders = ["2001:db8::1", "2001:db8::2:3", "2001:db8::9", "2001:db8:0:1::1"]
        answers = [await _register(client, f"{i}@b.c", sender=one) for i, one in enumerate(senders)]
        assert [answer.status_code for answer in answers] == [200, 200, 429, 200]


async def test_everybody_together_is_limited_too(serve: Any) -> None:
    async with serve(sync_waiting_list_global=4) as client:
        answers = [await _register(client, f"{i}@b.c", sender=f"192.0.2.{i}") for i in range(6)]
        assert [answer.status_code for answer in answers] == [200] * 4 + [429] * 2


async def test_addresses_are_stored_as_digests(serve: Any) -> None:
    async with serve() as client:
        await _register(client, "ann@example.org")
        async with client.db.reader() as connection:
            scopes = await connection.fetch("SELECT scope FROM attempt_count ORDER BY scope")
        assert [len(row["scope"]) for row in scopes] in ([64, 9], [9, 64])


async def test_the_page_works_without_scripts(serve: Any) -> None:
    async with serve() as client:
        page = await client.get("/waiting-list")
        assert page.headers["content-type"].startswith("text/html")
        assert "<script" not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        form = {"full_name": '"><script>', "email": "nobody"}
        wrong = await client.post("/waiting-list/register", data=form, headers=_from("192.0.2.1"))
        assert (wrong.status_code, "<script" in wrong.text) == (422, False)
        form = {"full_name": "Ann", "email": "ann@example.org"}
        sent = await client.post("/waiting-list/register", data=form, headers=_from("192.0.2.1"))
        assert (sent.status_code, "Thank you" in sent.text) == (200, True)
        again = await client.post("/waiting-list/register", data=form, headers=_from("192.0.2.1"))
        assert again.content == sent.content
    async with serve(sync_waiting_list_per_address=1) as client:
        for expected in (200, 429):
            sent = await client.post("/waiting-list/register", data=form)
            assert (sent.status_code, "retry-after" in sent.headers) == (expected, expected == 429)


async def test_entries_are_processed_once_and_come_last(serve: Any) -> None:
    async with serve() as client:
        for name in ("a", "b"):
            await _register(client, f"{name}@b.c", name)
        first, _ = (await client.get(LIST, auth=admin)).json()
        done = (await client.post(f"{LIST}/{first['id']}/process", auth=admin)).json()
        assert (done["processed"], done["processed_by"], done["account"]) == (True, "ada", "none")
        other = identity_headers("admin", "eve", name="eve")
        again = (await client.post(f"{LIST}/{first['id']}/process", headers=other)).json()
        assert again == done
        emails = [row["email"] for row in (await client.get(LIST, auth=admin)).json()]
        assert emails == ["b@b.c", "a@b.c"]
        page = await client.get(f"{LIST}?limit=1&offset=1", auth=admin)
        assert [row["email"] for row in page.json()] == ["a@b.c"]
        missing = await client.post(f"{LIST}/999/process", auth=admin)
        assert missing.json()["detail"] == "Waiting list entry not found or could not be processed"
        assert missing.status_code == 404


async def test_approval_makes_an_account_once_and_shows_its_password_once(
    serve: Any, rest: Any
) -> None:
    async with serve(openwebui_url=rest.url, openwebui_api_key="sk-an-administrator-of-the-tests") as client:  # fmt: skip  # noqa: E501
        await _register(client, "ann@example.org")
        [row] = (await client.get(LIST, auth=admin)).json()
        process = f"{LIST}/{row['id']}/process"
        answer = await client.post(process, json={"create_account": True}, auth=admin)
        done = answer.json()
        assert (done["account"], answer.headers["cache-control"]) == ("created", "no-store")
        made = rest.users[-1]
        assert (made["email"], made["role"]) == ("ann@example.org", "user")
        assert made["password"] == done["temporary_password"]
        again = await client.post(process, json={"create_account": True}, auth=admin)
        assert (again.json()["temporary_password"], len(rest.users)) == (None, 4)
        async with client.db.reader() as connection:
            assert await connection.fetchval("SELECT hinted_at IS NOT NULL FROM poll")

        await _register(client, "ben@example.org")
        waiting = (await client.get(f"{LIST}?processed=false", auth=admin)).json()[0]
        process = f"{LIST}/{waiting['id']}/process"
        rest.trouble["/api/v1/auths/add"] = 500
        failed = await client.post(process, json={"create_account": True}, auth=admin)
        assert (failed.status_code, rest.url in failed.text) == (502, False)
        assert (await client.get(f"{LIST}?processed=false", auth=admin)).json() == [waiting]


async def test_without_rest_no_account_can_be_made(serve: Any) -> None:
    async with serve() as client:
        await _register(client, "ann@example.org")
        form = {"create_account": True}
        answer = await client.post(f"{LIST}/1/process", json=form, auth=admin)
        assert answer.status_code == 409
        assert answer.json()["type"] == "urn:owc:problem:accounts-not-configured"


async def test_the_csv_runs_no_formula_and_has_no_password(serve: Any) -> None:
    async with serve() as client:
        await _register(client, "+a@b.c", '=HYPERLINK("http://x", "y")')
        await _register(client, "z@b.c", 'Ann, "Lee"')
        await client.post(f"{LIST}/2/process", auth=admin)
        answer = await client.get(f"{LIST}/download", auth=admin)
        assert 'filename="waiting_list_all.csv"' in answer.headers["content-disposition"]
        head, first, second = csv.reader(io.StringIO(answer.text))
        assert head == ["id", "full_name", "email", "password_plain", "created_at", "processed",
                        "processed_at"]  # fmt: skip
        assert first[1:4] == ['\'=HYPERLINK("http://x", "y")', "'+a@b.c", ""]
        assert (second[1], second[3], second[5]) == ('Ann, "Lee"', "", "true")
        part = await client.get(f"{LIST}/download?processed=false", auth=admin)
        assert "waiting_list_unprocessed.csv" in part.headers["content-disposition"]
        assert len(list(csv.reader(io.StringIO(part.text)))) == 2


async def test_cleaning_up_keeps_those_who_wait_unless_told_otherwise(serve: Any) -> None:
    async with serve() as client:
        for name in ("a", "b", "c"):
            await _register(client, f"{name}@b.c")
        await client.post(f"{LIST}/1/process", auth=admin)
        clear = (await client.post(f"{LIST}/cleanup?action=clear", auth=admin)).json()
        assert (clear["status"], clear["affected"]) == ("success", 0)
        assert (await client.post(f"{LIST}/cleanup", auth=admin)).json()["affected"] == 1
        assert len((await client.get(LIST, auth=admin)).json()) == 2
        everybody = await client.post(f"{LIST}/cleanup?scope=all", auth=admin)
        assert everybody.json()["affected"] == 2
        assert (await client.post(f"{LIST}/clear-hashes", auth=admin)).json()["status"] == "ok"


async def test_the_list_is_for_administrators(serve: Any) -> None:
    paths = ("/1/process", "/cleanup", "/clear-hashes")
    async with serve() as client:
        for method, path in [("GET", ""), ("GET", "/download"), *(("POST", one) for one in paths)]:
            assert (await client.request(method, LIST + path)).status_code == 401
            key = identity_headers("key", "function")
            assert (await client.request(method, LIST + path, headers=key)).status_code == 403


def test_names_and_addresses_are_made_harmless() -> None:
    assert normal_name("  Ann \x00\u202e Lee ") == "Ann Lee"
    assert normal_email("ÄNN@Example.org") == "änn@example.org"


async def test_the_list_is_searched_and_counted_by_the_server(serve: Any) -> None:
    async with serve() as client:
        for name in ("Ann", "Bert", "Anton"):
            await _register(client, f"{name}@example.org", name)

        async def found(query: str) -> tuple[list[str], int]:
            page = (await client.get(f"{LIST}/search?{query}", auth=admin)).json()
            return [row["full_name"] for row in page["applicants"]], page["total"]

        assert await found("search=AN") == (["Ann", "Anton"], 2)
        assert await found("search=bert%40") == (["Bert"], 1)
        assert await found("limit=1&offset=1") == (["Bert"], 3)
        assert await found("search=%25") == ([], 0)
        assert await found("processed=true") == ([], 0)
