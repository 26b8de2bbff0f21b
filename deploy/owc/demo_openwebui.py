"""A small Open WebUI database for newcomers: the tables that sync reads, as in 0.12.4."""

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

STUDENT = "demo-student"

_TABLES = """
CREATE TABLE "user" (
    id VARCHAR NOT NULL PRIMARY KEY, name VARCHAR, email VARCHAR, role VARCHAR,
    profile_image_url TEXT, last_active_at BIGINT, updated_at BIGINT, created_at BIGINT,
    username VARCHAR(50), bio TEXT, gender TEXT, date_of_birth DATE, profile_banner_image_url TEXT,
    timezone VARCHAR, presence_state VARCHAR, status_emoji VARCHAR, status_message TEXT,
    status_expires_at BIGINT, oauth JSON, info JSON, settings JSON, scim JSON, variables JSON
);
CREATE TABLE "group" (
    id TEXT NOT NULL PRIMARY KEY, user_id TEXT, name TEXT, description TEXT, data JSON, meta JSON,
    permissions JSON, created_at BIGINT, updated_at BIGINT,
    parent_group_id TEXT REFERENCES "group" (id) ON DELETE SET NULL
);
CREATE TABLE group_member (
    id TEXT NOT NULL PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
    created_at BIGINT, updated_at BIGINT,
    CONSTRAINT uq_group_member_group_user UNIQUE (group_id, user_id)
);
CREATE TABLE model (
    id TEXT NOT NULL PRIMARY KEY, user_id TEXT, base_model_id TEXT, name TEXT, params TEXT,
    meta TEXT, updated_at BIGINT, created_at BIGINT, is_active BOOLEAN DEFAULT 1 NOT NULL,
    version_id TEXT
);
CREATE TABLE access_grant (
    id TEXT NOT NULL PRIMARY KEY, resource_type TEXT NOT NULL, resource_id TEXT NOT NULL,
    principal_type TEXT NOT NULL, principal_id TEXT NOT NULL, permission TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT uq_access_grant_grant
        UNIQUE (resource_type, resource_id, principal_type, principal_id, permission)
);
"""
_USERS = (
    ("demo-admin", "Demo Admin", "admin"),
    ("demo-teacher", "Demo Teacher", "user"),
    (STUDENT, "Demo Student", "user"),
    ("demo-guest", "Demo Guest", "user"),
    ("demo-applicant", "Demo Applicant", "pending"),
)
_GROUPS = (
    ("demo-students", "Students", (STUDENT, "demo-guest")),
    ("demo-teachers", "Teachers", ("demo-teacher",)),
)
# (id, base model, name, active, who may read: everybody, a group or nobody but admins)
_MODELS = (
    ("demo-small", None, "Demo Small", True, "*"),
    ("demo-large", None, "Demo Large", True, "*"),
    ("demo-tutor", "demo-small", "Demo Tutor", True, "*"),
    ("demo-research", "demo-large", "Demo Research", True, "demo-teachers"),
    ("demo-retired", None, "Demo Retired", False, "*"),
)


def create(path: Path) -> bool:
    """Make the database if it is not there; True if it was made now."""
    if path.is_file():
        return False
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as database:
        database.executescript(_TABLES)
        _fill(database, int(time.time()))
        database.commit()
    partial.replace(path)
    return True


def _fill(database: sqlite3.Connection, now: int) -> None:
    for user_id, name, role in _USERS:
        database.execute(
            'INSERT INTO "user" (id, name, email, role, settings, last_active_at, updated_at,'
            " created_at) VALUES (?, ?, ?, ?, 'null', ?, ?, ?)",
            (user_id, name, f"{user_id}@example.org", role, now, now, now),
        )
    for group_id, name, members in _GROUPS:
        database.execute(
            'INSERT INTO "group" (id, user_id, name, description, data, created_at, updated_at)'
            " VALUES (?, 'demo-admin', ?, '', '{}', ?, ?)",
            (group_id, name, now, now),
        )
        database.executemany(
            "INSERT INTO group_member VALUES (?, ?, ?, ?, ?)",
            [(f"{group_id}-{member}", group_id, member, now, now) for member in members],
        )
    for model_id, base, name, active, reader in _MODELS:
        database.execute(
            "INSERT INTO model (id, user_id, base_model_id, name, meta, params, updated_at,"
            " created_at, is_active) VALUES (?, 'demo-admin', ?, ?, ?, '{}', ?, ?, ?)",
            (model_id, base, name, json.dumps({"description": name}), now, now, active),
        )
        kind = "user" if reader == "*" else "group"
        database.execute(
            "INSERT INTO access_grant VALUES (?, 'model', ?, ?, ?, 'read', ?)",
            (f"grant-{model_id}", model_id, kind, reader, now),
        )
