"""The declared tables are what the migrations make, and every key leads with the account."""

from ledger_service.store.tables import METADATA

from shared.db import connect
from shared.testing.plugin import MakeDatabase
from shared.testing.schema import schema_differences

# One charge touches the rows of one account, so the ledger can be divided by account as long as no
# uniqueness spans accounts. These tables may be whole on every part, or in one place beside them.
NOT_BY_ACCOUNT = {
    "alembic_version": "one row about the schema itself",
    "archive_entry_by_id": "numbers the pages of another system's history; charges never touch it",
    "dead_letter": "delivery: by event",
    "grant_batch": "a file of an administrator; each of its rows posts to one account by itself",
    "grant_batch_row": "part of its file, by line",
    "idempotency": "what an administrator was answered, by who asked",
    "inbox": "delivery: by event",
    "ledger_log": "what administrators did, also where no account is meant",
    "limit_rule": "reference: small, read with every hold, written by administrators",
    "member_group": "reference: groups and their defaults",
    "migration": "which changes of the schema were applied",
    "outbox": "delivery: in order of commit",
    "price": "reference: the copy of the price book",
    "price_book": "reference: its revision",
    "relay": "delivery: position of the one producer",
    "replay_log": "delivery: what administrators asked for",
    "reset_run": "a walk over all accounts, which remembers how far it came",
    "unknown_model_policy": "reference: one row",
    "usage_by_model": "delivery: sums over all accounts, added to by the worker",
    "usage_position": "delivery: position of the roll-ups in the outbox",
    "usage_window": "delivery: who used most of all accounts, kept by the worker",
    "verification": "reference: a row for each invariant",
}
_UNIQUE = """
    SELECT t.relname AS on_table, i.relname AS name, a.attname AS leading
    FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
    WHERE x.indisunique AND t.relnamespace = 'public'::regnamespace
"""
# Foreign keys that do not go along with an account: from which table to which.
_FOREIGN = """
    SELECT k.conrelid::regclass::text AS on_table, k.confrelid::regclass::text AS target
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'account_id'
    WHERE k.contype = 'f' AND k.conparentid = 0 AND NOT a.attnum = ANY (k.conkey)
"""
_KEYLESS = """
    SELECT relname FROM pg_class t
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_index x WHERE x.indrelid = t.oid AND x.indisprimary)
"""


async def test_tables_and_migrations_agree(make_database: MakeDatabase) -> None:
    assert await schema_differences(await make_database("ledger"), METADATA) == []


async def test_every_key_leads_with_the_account_or_says_why_not(
    make_database: MakeDatabase,
) -> None:
    connection = await connect(await make_database("ledger"))
    unique = await connection.fetch(_UNIQUE)
    foreign = await connection.fetch(_FOREIGN)
    keyless = await connection.fetch(_KEYLESS)
    await connection.close()
    excused = set()
    for key in unique:
        if key["leading"] != "account_id":
            reasons = NOT_BY_ACCOUNT.keys() & {key["on_table"], key["name"]}
            assert reasons, f"{key['name']} of {key['on_table']} leads with {key['leading']}"
            excused |= reasons
    assert excused == NOT_BY_ACCOUNT.keys(), "an exception that nothing needs"
    assert not keyless
    astray = [key for key in foreign if key["target"] not in NOT_BY_ACCOUNT]
    assert not astray
