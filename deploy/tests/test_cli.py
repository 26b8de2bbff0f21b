"""The rules that hold for every command: where, as whom, exit status, dry runs, documentation."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer.main
from owc.api import Api
from owc.cli import app
from owc.demo_openwebui import STUDENT

WHY = ("--reason", "a test")
ANY_ID = "7b1f3c1e-57b5-4f9e-9d1b-3a1c4b1f0a11"
_USERS: list[tuple[str, ...]] = [
    ("users", "grant", STUDENT, "5", *WHY),
    ("users", "grant-file", "{csv}", *WHY),
    ("users", "undo", ANY_ID, *WHY),
    ("users", "adjust", STUDENT, "--by", "-1", *WHY),
    ("users", "set", STUDENT, "7", *WHY),
    ("users", "suspend", STUDENT, *WHY),
    ("users", "open", STUDENT, *WHY),
    ("users", "close", STUDENT, *WHY),
    ("users", "credit-line", STUDENT, "3", *WHY),
    ("users", "link", STUDENT),
    ("groups", "set", "demo-students", "--default", "9", *WHY),
    ("groups", "add", "mine", STUDENT),
    ("groups", "remove", "mine", STUDENT),
    ("groups", "delete", "mine"),
    ("groups", "apply"),
    ("limits", "set", "5", "--per", "day"),
    ("limits", "remove", ANY_ID),
    ("holds", "release", ANY_ID, *WHY),
]
CHANGES: list[tuple[str, ...]] = [
    *_USERS,
    ("prices", "set", "demo-small", "--input", "1", "--output", "2", *WHY),
    ("prices", "multiply", "--by", "2", *WHY),
    ("prices", "free", "demo-small"),
    ("prices", "restrict", "demo-small"),
    ("prices", "withdraw", ANY_ID, *WHY),
    ("prices", "import", "{csv}"),
    ("prices", "approve", ANY_ID, *WHY),
    ("prices", "reject", ANY_ID, *WHY),
    ("plans", "assign", STUDENT, "basic"),
    ("payments", "refund", ANY_ID, *WHY),
    ("payments", "reconcile", "--hours", "1"),
    ("payments", "resolve", "1", *WHY),
    ("keys", "issue", "script", "--scope", "credits:read"),
    ("keys", "rotate", "abc"),
    ("keys", "revoke", "abc"),
    ("ledger", "reverse", "1", *WHY),
    ("ledger", "reset", "--force", *WHY),
    ("sync", "run"),
    ("sync", "cancel", "1"),
    ("outbox", "replay", "ledger", *WHY),
    ("dead-letters", "replay", "ledger", *WHY),
]


def _commands(
    command: Any = None, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    command = command or typer.main.get_command(app)
    if not hasattr(command, "commands"):
        yield path, command
        return
    for name, inner in command.commands.items():
        yield from _commands(inner, (*path, name))


def _everything(api: Api, since: datetime) -> dict[str, Any]:
    paths = (
        "/api/credits/users",
        "/api/credits/groups",
        "/api/credits/limits",
        "/api/credits/models",
        "/api/credits/models/proposals",
        "/api/credits/transactions",
        "/api/ledger/grant-batches",
        "/api/admin/keys",
    )
    # What was done before may be told late: the log of other services comes as events.
    acts = api.get("/api/ledger/audit", since=since.isoformat(), actor="admin")["entries"]
    # Whoever looks has logged in before, and that is recorded.
    acts = [act for act in acts if "login" not in f"{act['log_type']} {act['message']}".lower()]
    return {"acts": acts, **{path: api.get(path) for path in paths}}


def test_a_dry_run_says_what_would_be_sent_and_changes_nothing(
    installation: Any, tmp_path: Path
) -> None:
    file = tmp_path / "some.csv"
    file.write_text(f"user_id,amount\n{STUDENT},5\n")
    began = datetime.now(UTC)
    before = _everything(installation.admin(), began)
    for command in CHANGES:
        arguments = [part.format(csv=file) for part in command]
        said = installation.done(*arguments, "--dry-run")
        assert said["dry_run"] is True, command
        assert said["would_send"]["method"] in {"POST", "PUT", "DELETE"}, command
        assert said["would_send"]["url"].startswith(f"http://127.0.0.1:{installation.port}/")
    assert _everything(installation.admin(), began) == before


def test_every_command_that_changes_something_has_a_dry_run_and_the_test_above_knows_it() -> None:
    with_dry_run = {
        path
        for path, command in _commands()
        if any("--dry-run" in p.opts for p in command.params)
        and path[0] not in {"import", "backup"}
    }
    assert with_dry_run == {command[:2] for command in CHANGES}


def test_every_command_of_a_noun_answers_json() -> None:
    mute = [
        path for path, command in _commands() if not any("--json" in p.opts for p in command.params)
    ]
    assert sorted(mute) == [("down",), ("logs",), ("up",)]


def test_money_moves_only_with_a_reason() -> None:
    money = {"grant", "grant-file", "undo", "adjust", "set", "credit-line", "reverse", "reset"}
    for path, command in _commands():
        if path[0] in {"users", "ledger"} and path[-1] in money:
            assert any("--reason" in p.opts and p.required for p in command.params), path


def test_wrong_usage_ends_with_status_2(installation: Any) -> None:
    for arguments in (
        ("users", "grant", STUDENT, "5"),
        ("users", "grant", STUDENT, "five", *WHY),
        ("users", "grant", STUDENT, "NaN", *WHY),
        ("users", "levitate"),
        ("sync", "run", "everything"),
        ("ledger", "transfers", "--since", "yesterday"),
        ("limits", "set", "5", "--per", "day", "--user", "a", "--group", "b"),
    ):
        ended = installation.owc(*arguments)
        assert (ended.returncode, ended.stdout) == (2, ""), arguments


def test_a_refusal_ends_with_status_1_and_says_why(installation: Any) -> None:
    unknown = installation.owc("users", "grant", "nobody", "5", *WHY)
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "User not found (404, trace " in unknown.stderr
    wrong = installation.owc("users", "grant", STUDENT, "--", "-5")
    assert wrong.returncode == 2
    too_long = installation.owc("users", "grant", STUDENT, "5", "--reason", "x" * 501)
    assert too_long.returncode == 1
    assert "reason: " in too_long.stderr


def test_nobody_there_and_nobody_asking_end_with_status_1(
    installation: Any, tmp_path: Path
) -> None:
    away = installation.owc("users", "list", OWC_URL="http://127.0.0.1:9", OWC_TOKEN="x")
    assert away.returncode == 1
    assert "http://127.0.0.1:9 does not answer" in away.stderr
    nobody = installation.owc("users", "list", OWC_HOME=str(tmp_path))
    assert nobody.returncode == 1
    assert "set OWC_URL and OWC_TOKEN" in nobody.stderr
    wrong = installation.owc("users", "list", OWC_TOKEN="forged")
    assert wrong.returncode == 1
    assert "(401" in wrong.stderr


def test_written_credentials_are_sent_to_no_other_address(installation: Any) -> None:
    ended = installation.owc("users", "list", OWC_URL="http://127.0.0.1:9")
    assert ended.returncode == 1
    assert "who asks?" in ended.stderr


def test_an_administrator_of_the_environment_and_a_token_work(installation: Any) -> None:
    admin = installation.admin()
    token = admin.headers["Authorization"].removeprefix("Bearer ")
    ended = installation.owc("users", "list", "--json", OWC_URL=admin.url, OWC_TOKEN=token)
    assert STUDENT in {user["id"] for user in json.loads(ended.stdout)}


def test_much_at_once_needs_yes_where_nobody_can_be_asked(installation: Any) -> None:
    before = installation.done("prices", "list")
    ended = installation.owc("prices", "multiply", "--by", "3", *WHY)
    assert ended.returncode == 2
    assert "--yes" in ended.stderr
    assert installation.done("prices", "list") == before


def test_names_cannot_write_on_the_terminal(installation: Any) -> None:
    installation.done(
        "groups", "set", "evil", "--name", "\x1b[31m[bold]red", "--default", "0", *WHY
    )
    shown = installation.owc("groups", "list").stdout
    assert "\x1b" not in shown
    assert "[31m[bold]red" in shown
    installation.done("groups", "delete", "evil", "--yes")
