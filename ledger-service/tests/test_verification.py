"""The check of the ledger finds each kind of breach, and says whom it concerns."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import asyncpg
import pytest
from ledger_service.commands.roll_up_usage import roll_up_usage
from ledger_service.commands.verify_books import verify_books
from ledger_service.queries.verify_ledger import CHECKS, find_breaches

from shared.db import Database
from shared.testing.databases import Databases, with_database

# What has to be done to the rows of account `u` so that the invariant breaks. `u` has a grant of 10
# (sequence 1), a charge of 1 (2), a settled hold (charge of 2, 3) and a released one.
# Constraints stay in force.
TAMPERING = {
    "the balances and the house accounts sum to zero": """
        INSERT INTO account (account_id, balance) VALUES ('made-up', 1)
    """,
    "a balance is the sum of its transfers": """
        UPDATE account SET balance = balance + 0.000000000001 WHERE account_id = 'u'
    """,
    "each balance_after follows from the one before": """
        UPDATE transfer SET balance_after = balance_after + 1
        WHERE account_id = 'u' AND sequence = 2
    """,
    "sequences have no gaps": """
        DELETE FROM transfer WHERE account_id = 'u' AND sequence = 2
    """,
    "every transfer belongs to an account": """
        UPDATE transfer SET account_id = 'ghost', debit_account = 'ghost'
        WHERE account_id = 'u' AND sequence = 2
    """,
    "what is held is the sum of the open holds": """
        UPDATE account SET held = held + 1 WHERE account_id = 'u'
    """,
    "a settled hold has exactly one charge": """
        UPDATE hold SET status = 'settled' WHERE account_id = 'u' AND status = 'released'
    """,
    "a released hold has no charge": """
        UPDATE hold SET status = 'released' WHERE account_id = 'u' AND status = 'settled'
    """,
    "an expired hold was charged what it had counted": """
        UPDATE hold SET status = 'expired', counted_amount = 0.5
        WHERE account_id = 'u' AND status = 'released'
    """,
    "no hold outlives its deadline": """
        UPDATE hold SET status = 'open', ended_at = NULL, expires_at = now() - interval '1 day'
        WHERE account_id = 'u' AND status = 'released'
    """,
    "the lots hold at least the balance": """
        UPDATE lot SET remaining = 0 WHERE account_id = 'u'
    """,
    "what is reserved of limits is what the open holds took": """
        INSERT INTO limit_use (account_id, rule_id, starts_at, reserved)
        VALUES ('u', gen_random_uuid(), now(), 1)
    """,
    "a charge is the sum of its lines": """
        UPDATE transfer SET lines = '[]' WHERE account_id = 'u' AND sequence = 2
    """,
    "the summaries of usage are those of its days": """
        UPDATE usage_by_model SET users = users + 1 WHERE span = 'year' AND model_id = ''
    """,
}


async def history(ledger: Any) -> None:
    await ledger.give("10")
    await ledger.charge(1000)
    for end, body in (
        ("settle", {"prompt_tokens": 2000, "completion_tokens": 0}),
        ("release", {}),
    ):
        hold = {"user_id": "u", "model_id": "m", "amount": Decimal(2)}
        hold_id = (await ledger.post("holds", hold)).body["hold_id"]
        assert (await ledger.post(f"holds/{hold_id}/{end}", body)).status == 200
    await roll_up_usage(ledger.books)


def test_every_invariant_has_a_way_to_break_it() -> None:
    assert set(TAMPERING) == set(CHECKS)


@pytest.mark.parametrize("invariant", CHECKS)
async def test_a_broken_row_is_found(ledger: Any, postgres: Databases, invariant: str) -> None:
    await history(ledger)
    database = ledger.url.rpartition("/")[2]
    connection = await asyncpg.connect(with_database(postgres.admin_url, database))
    try:
        outside = connection.transaction()
        await outside.start()
        # A superuser's session without triggers: what no part of the system can do.
        await connection.execute("SET LOCAL session_replication_role = replica")
        await connection.execute(TAMPERING[invariant])
        found = await find_breaches(connection)
        await outside.rollback()
    finally:
        await connection.close()
    assert invariant in {breach.invariant for breach in found}
    assert await ledger.breaches() == []


async def test_what_the_regular_check_found_is_told_to_prometheus(
    ledger: Any, postgres: Databases
) -> None:
    await history(ledger)
    database = ledger.url.rpartition("/")[2]
    superuser = await asyncpg.connect(with_database(postgres.admin_url, database))
    books = Database(ledger.url)
    await books.open()
    try:
        await superuser.execute("UPDATE account SET held = held + 1 WHERE account_id = 'u'")
        assert await verify_books(books, timedelta(days=1))
        assert not await verify_books(books, timedelta(days=1))
        metrics = (await ledger.http.get("/metrics")).text
    finally:
        await superuser.execute("UPDATE account SET held = held - 1 WHERE account_id = 'u'")
        await superuser.close()
        await books.close()
    told = dict(re.findall(r'^owc_reconcile_mismatch\{check="(.+)"\} (\d)', metrics, re.MULTILINE))
    assert {check for check, breaches in told.items() if breaches != "0"} == {
        "what is held is the sum of the open holds"
    }
    assert set(told) == set(CHECKS)
    assert 'owc_reconcile_last_success_timestamp_seconds{check="ledger"}' in metrics
