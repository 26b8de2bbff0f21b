"""`owc ledger verify`: 0 for a sound ledger, 3 and a list of breaches for a tampered one."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from shared.db import connect

MakeDatabase = Callable[[str], Awaitable[str]]


async def verify(url: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "owc", "ledger", "verify", "--database-url", url, *arguments]
    return await asyncio.to_thread(
        subprocess.run, command, check=False, capture_output=True, text=True
    )


async def test_a_sound_ledger_ends_with_status_0(make_database: MakeDatabase) -> None:
    result = await verify(await make_database("ledger"))
    assert (result.returncode, result.stdout) == (0, "every invariant holds\n")


async def test_a_balance_without_transfers_ends_with_status_3(make_database: MakeDatabase) -> None:
    url = await make_database("ledger")
    connection = await connect(url)
    try:
        await connection.execute("INSERT INTO account (account_id, balance) VALUES ('forged', 5)")
    finally:
        await connection.close()
    result = await verify(url, "--json")
    assert result.returncode == 3
    found = json.loads(result.stdout)
    assert not found["ok"]
    assert {
        "invariant": "a balance is the sum of its transfers",
        "subject": "forged",
        "detail": "balance 5.000000000000, transfers 0",
    } in found["breaches"]


async def test_a_database_that_is_away_is_an_error_and_no_breach() -> None:
    result = await verify("postgresql://nobody@127.0.0.1:9/none")
    assert result.returncode == 1
    assert "does not answer" in result.stderr


async def test_no_ledger_at_all_is_an_error(tmp_path: Path) -> None:
    result = await verify("", "--home", str(tmp_path))
    assert result.returncode == 1
    assert "no ledger" in result.stderr
