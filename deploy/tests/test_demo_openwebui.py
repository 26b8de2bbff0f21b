"""The demo Open WebUI database is made once and has one of each kind that sync must handle."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from owc import demo_openwebui


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchall()


def test_it_has_users_groups_and_each_kind_of_model(tmp_path: Path) -> None:
    path = tmp_path / "demo" / "webui.db"
    assert demo_openwebui.create(path)
    roles = dict(rows(path, 'SELECT id, role FROM "user"'))
    assert set(roles.values()) == {"admin", "user", "pending"}
    assert rows(path, 'SELECT count(*) FROM "group"') == [(2,)]
    models = {
        row[0]: row[1:] for row in rows(path, "SELECT id, base_model_id, is_active FROM model")
    }
    assert models["demo-small"] == (None, 1)
    assert models["demo-tutor"] == ("demo-small", 1)
    assert models["demo-retired"] == (None, 0)
    restricted = rows(path, "SELECT resource_id FROM access_grant WHERE principal_type = 'group'")
    assert restricted == [("demo-research",)]
    assert {row[0] for row in rows(path, "SELECT user_id FROM group_member")} <= set(roles)


def test_a_second_start_leaves_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "webui.db"
    demo_openwebui.create(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("DELETE FROM group_member")
        database.commit()
    assert not demo_openwebui.create(path)
    assert rows(path, "SELECT count(*) FROM group_member") == [(0,)]
