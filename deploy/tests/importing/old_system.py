"""Databases as the first system leaves them behind, on SQLite and on PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import asyncpg

# `{real}` is 8 bytes on SQLite and 4 on PostgreSQL, `{serial}` numbers the rows.
SCHEMA = """
CREATE TABLE credit_users (id TEXT PRIMARY KEY, balance {real} NOT NULL DEFAULT 0,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP);
CREATE TABLE credit_groups (id TEXT PRIMARY KEY, name TEXT NOT NULL,
    default_credits {real} DEFAULT 0, is_system_group BOOLEAN DEFAULT FALSE);
CREATE TABLE credit_user_groups (id {serial}, user_id TEXT NOT NULL, group_id TEXT NOT NULL,
    UNIQUE (user_id, group_id));
CREATE TABLE credit_models (id TEXT PRIMARY KEY, name TEXT NOT NULL,
    context_price {real} DEFAULT 0.001, generation_price {real} DEFAULT 0.004,
    is_available BOOLEAN DEFAULT TRUE, is_free BOOLEAN DEFAULT FALSE,
    is_restricted BOOLEAN DEFAULT FALSE);
CREATE TABLE credit_transactions (id {serial}, user_id TEXT NOT NULL, amount {real} NOT NULL,
    transaction_type TEXT NOT NULL, reason TEXT, actor TEXT, balance_after {real}, model_id TEXT,
    prompt_tokens INTEGER, completion_tokens INTEGER, cached_tokens INTEGER,
    reasoning_tokens INTEGER, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE credit_logs (id {serial}, log_type TEXT NOT NULL, actor TEXT, message TEXT,
    metadata TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE credit_settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, updated_at TIMESTAMP);
CREATE TABLE credit_waiting_list (id {serial}, full_name TEXT, email TEXT UNIQUE,
    password_plain TEXT NOT NULL);
"""

Rows = dict[str, Sequence[tuple[Any, ...]]]

COLUMNS = {
    "credit_users": "id, balance",
    "credit_groups": "id, name, default_credits, is_system_group",
    "credit_user_groups": "user_id, group_id",
    "credit_models": "id, name, context_price, generation_price, is_free",
    "credit_transactions": "user_id, amount, transaction_type, reason, actor, balance_after,"
    " model_id, prompt_tokens, completion_tokens, created_at",
    "credit_logs": "log_type, actor, message, metadata, created_at",
    "credit_settings": "key, value",
    "credit_waiting_list": "full_name, email, password_plain",
}


def make_sqlite(path: Path, rows: Rows) -> str:
    with closing(sqlite3.connect(path)) as database, database:
        schema = SCHEMA.format(real="REAL", serial="INTEGER PRIMARY KEY AUTOINCREMENT")
        database.executescript(schema)
        for table, values in rows.items():
            database.executemany(_insert(table, "?"), [_as_text(row) for row in values])
    return str(path)


def _as_text(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(str(v) if isinstance(v, datetime) else v for v in row)


def make_postgres(server: str, name: str, rows: Rows) -> str:
    return asyncio.run(_make_postgres(server, name, rows))


async def _make_postgres(server: str, name: str, rows: Rows) -> str:
    """A database of its own on the server at `server`."""
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
    finally:
        await connection.close()
    url = f"{server.rpartition('/')[0]}/{name}"
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(SCHEMA.format(real="REAL", serial="SERIAL PRIMARY KEY"))
        for table, values in rows.items():
            await connection.executemany(_insert(table, "$"), values)
    finally:
        await connection.close()
    return url


def _insert(table: str, mark: str) -> str:
    columns = COLUMNS[table].split(",")
    marks = ", ".join("?" if mark == "?" else f"${n + 1}" for n in range(len(columns)))
    return f"INSERT INTO {table} ({COLUMNS[table]}) VALUES ({marks})"
