"""Settings: what an empty database starts with, and what may be changed."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest
from pricing_service.commands.seed_terms import seed_terms

from shared.codec import decode
from shared.db import Database

SETTINGS = "/api/credits/settings"


async def test_the_first_start_announces_policy_and_settings_once(service: Any) -> None:
    db = Database(service.database_url)
    await db.open()
    await seed_terms(db, service.app.state.settings.seed())
    await db.close()
    (policy,) = await service.facts("pricing.unknown_model_policy_changed")
    assert policy["policy"] == "default"
    assert policy["prices"] == {"input": Decimal("0.001"), "output": Decimal("0.004")}
    (settings,) = await service.facts("pricing.settings_changed")
    assert settings == {"usd_to_credit_ratio": Decimal("1000.0"), "token_multiplier": 1000}


async def test_settings_are_answered_as_older_clients_know_them(service: Any) -> None:
    answer = await service.get(SETTINGS)
    found = decode(answer.text)
    assert found["usd_to_credit_ratio"] == Decimal("1000.0")
    assert found["token_multiplier"] == 1000
    assert b'"usd_to_credit_ratio":1000.0' in answer.content


async def test_a_change_is_answered_announced_and_audited(service: Any) -> None:
    answer = await service.post(
        SETTINGS, {"usd_to_credit_ratio": 100, "token_multiplier": 1_000_000, "actor": "mallory"}
    )
    found = decode(answer.text)
    assert (found["status"], found["usd_to_credit_ratio"]) == ("success", Decimal(100))
    assert isinstance(found["message"], str)
    assert (await service.facts("pricing.settings_changed"))[-1]["token_multiplier"] == 1_000_000
    row = await service.db.fetchrow("SELECT action, actor FROM price_change")
    assert tuple(row) == ("change_settings", "the admin")


async def test_a_new_default_price_is_announced_and_read(service: Any) -> None:
    await service.post(SETTINGS, {"default_context_price": Decimal("0.5")})
    fact = (await service.facts("pricing.unknown_model_policy_changed"))[-1]
    assert fact["prices"] == {"input": Decimal("0.5"), "output": Decimal("0.004")}
    read = await service.model("unknown")
    assert read["context_price"] == Decimal("0.5")
    assert read["version_id"] == fact["version_id"]


async def test_a_new_ratio_leaves_prices_in_credits_alone(service: Any) -> None:
    await service.price("m", "1", "2")
    await service.post(SETTINGS, {"usd_to_credit_ratio": 3})
    (row,) = decode((await service.get("/api/credits/models")).text)
    assert row["context_price"] == Decimal("1.0")
    assert row["context_price_usd"] == Decimal("0.333333333333")


@pytest.mark.parametrize(
    "body",
    [
        {"usd_to_credit_ratio": 0},
        {"usd_to_credit_ratio": -1},
        {"token_multiplier": 0},
        {"token_multiplier": Decimal("1.5")},
        {"unknown_model_policy": "guess"},
        {"default_context_price": -1},
        {"jump_percent_max": 0},
    ],
)
async def test_a_setting_that_makes_no_sense_is_refused(service: Any, body: Any) -> None:
    assert (await service.post(SETTINGS, body)).status_code == 422


async def test_an_update_without_settings_is_refused(service: Any) -> None:
    answer = await service.post(SETTINGS, {"actor": "admin"})
    assert answer.status_code == 400
    assert answer.json()["detail"] == "No valid settings provided"


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("key", 403)])
async def test_settings_are_for_administrators(service: Any, who: str, status: int) -> None:
    assert (await service.get(SETTINGS, who)).status_code == status
    assert (await service.post(SETTINGS, {"token_multiplier": 1}, who)).status_code == status


@pytest.mark.parametrize(
    "path",
    ["/api/credits/models/update-free-status", "/api/credits/models/update-restriction-status"],
)
async def test_a_flag_needs_a_model_that_exists(service: Any, path: str) -> None:
    missing = await service.post(path, {"is_free": True})
    assert (missing.status_code, missing.json()["detail"]) == (400, "model_id is required")
    assert (await service.post(path, {"model_id": "nothing"})).status_code == 404
    assert await service.db.fetchval("SELECT count(*) FROM model") == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE price_version SET is_free = true",
        "DELETE FROM price_version",
        "TRUNCATE price_version CASCADE",
        "UPDATE price_change SET actor = 'nobody'",
        "DELETE FROM price_change",
    ],
)
async def test_history_cannot_be_changed_in_the_database(service: Any, statement: str) -> None:
    await service.price("m", "1", "2")
    with pytest.raises(asyncpg.RestrictViolationError):
        await service.db.execute(statement)


@pytest.mark.parametrize("price", ["'NaN'", "-0.1", "'Infinity'", "1e18"])
async def test_the_database_refuses_a_price_that_is_none(service: Any, price: str) -> None:
    await service.price("m", "1", "2")
    with pytest.raises((asyncpg.CheckViolationError, asyncpg.NumericValueOutOfRangeError)):
        await service.db.execute(
            f"""
            INSERT INTO price_version (id, model_id, effective_from, is_free, input, output,
                source, actor, created_at)
            VALUES (gen_random_uuid(), 'm', now(), false, {price}, 1, 'test', 'test', now())
            """
        )


async def test_the_database_refuses_two_versions_for_one_moment(service: Any) -> None:
    await service.price("m", "1", "2")
    with pytest.raises(asyncpg.UniqueViolationError):
        await service.db.execute(
            """
            INSERT INTO price_version (id, model_id, effective_from, is_free, input, output,
                source, actor, created_at)
            SELECT gen_random_uuid(), model_id, effective_from, false, 1, 1, 'test', 'test', now()
            FROM price_version
            """
        )
