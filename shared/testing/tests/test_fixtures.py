"""The fixtures themselves: servers, databases, waiting, clock, identity, processes."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import jwt
import pytest
import redis.asyncio as redis

from shared.auth import IdentityVerifier
from shared.problems import NotAuthenticated
from shared.testing import INTERNAL_SECRET, FrozenClock, eventually, identity_headers, running


async def test_the_server_is_durable_and_recent(postgres_url: str) -> None:
    connection = await asyncpg.connect(postgres_url)
    try:
        assert int(await connection.fetchval("SHOW server_version_num")) >= 150000
        assert await connection.fetchval("SHOW synchronous_commit") == "on"
        assert await connection.fetchval("SHOW fsync") == "on"
    finally:
        await connection.close()


@pytest.mark.parametrize("attempt", [1, 2])
async def test_the_redis_of_a_test_is_empty(redis_url: str, attempt: int) -> None:
    async with redis.Redis.from_url(redis_url) as client:
        assert await client.dbsize() == 0
        await client.set("left-over", attempt)


async def test_eventually_returns_the_first_truthy_answer() -> None:
    answers = iter([0, None, "", "yes"])
    assert await eventually(lambda: next(answers)) == "yes"


async def test_eventually_awaits_and_raises_the_last_assertion() -> None:
    async def never() -> bool:
        await asyncio.sleep(0)
        raise AssertionError("the balance is still 5")

    with pytest.raises(AssertionError, match="still 5"):
        await eventually(never, within=0.02)


def test_a_frozen_clock_moves_only_when_told() -> None:
    clock = FrozenClock(datetime(2026, 2, 28, tzinfo=UTC))
    assert clock() == clock.now
    assert clock.advance(timedelta(days=1), seconds=2) == datetime(2026, 3, 1, 0, 0, 2, tzinfo=UTC)


def test_identity_headers_are_what_a_service_verifies() -> None:
    now = datetime.now(UTC)
    headers = identity_headers("key", id="owc_1", scopes={"read"}, now=now)
    verifier = IdentityVerifier(INTERNAL_SECRET, now.timestamp)
    principal = verifier.verify(headers["x-owc-identity"])
    assert (principal.kind, principal.id, principal.scopes) == ("key", "owc_1", frozenset({"read"}))


def test_an_identity_signed_with_the_old_secret_is_believed_while_it_is_named() -> None:
    now = datetime.now(UTC)
    old, new = "old-" + INTERNAL_SECRET, "new-" + INTERNAL_SECRET
    tokens = [identity_headers("user", secret=key, now=now)["x-owc-identity"] for key in (old, new)]
    between = IdentityVerifier(new, now.timestamp, old)
    assert {between.verify(token).kind for token in tokens} == {"user"}
    after = IdentityVerifier(new, now.timestamp)
    assert after.verify(tokens[1]).kind == "user"
    with pytest.raises(NotAuthenticated):
        after.verify(tokens[0])


def test_identity_headers_made_long_before_the_test_still_hold() -> None:
    token = identity_headers("admin")["x-owc-identity"]
    claims = jwt.decode(token, INTERNAL_SECRET, algorithms=["HS256"])
    assert claims["exp"] - claims["iat"] > 3600


async def test_a_process_that_ends_is_reported_with_its_output() -> None:
    with pytest.raises(AssertionError, match="No module named"):
        async with running("no_such_service", {}):
            pass
