"""The main story of each noun of the command line, on a running system."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from owc.api import Api
from owc.catalog import SERVICES
from owc.demo_openwebui import STUDENT

from shared.db import connect

GUEST, TEACHER = "demo-guest", "demo-teacher"
WHY = ("--reason", "a test")


def test_users_are_granted_adjusted_and_set(installation: Any) -> None:
    owc, exact = installation.done, Decimal("12.499999999999")
    assert owc("users", "set", GUEST, "10", "--reason", "to begin")["credits"] == 10
    assert owc("users", "grant", GUEST, "2.5", *WHY)["balance"] == Decimal("12.5")
    assert owc("users", "adjust", GUEST, "--by", "-0.000000000001", *WHY)["balance"] == exact
    shown = owc("users", "show", GUEST)
    assert shown["credits"] == exact
    assert {"manual"} <= {lot["source"] for lot in shown["lots"]}
    entries = installation.admin().get("/api/ledger/audit", user_id=GUEST)["entries"]
    assert {"to begin", "a test"} <= {entry["reason"] for entry in entries}
    assert GUEST in installation.owc("users", "list", "--search", "GUEST").stdout


def test_the_same_key_gives_once(installation: Any) -> None:
    command = ("users", "grant", TEACHER, "4", *WHY, "--idempotency-key", "once-and-only-once")
    first, second = installation.done(*command), installation.done(*command)
    assert (first["replayed"], second["replayed"]) == (False, True)
    assert first["transaction_id"] == second["transaction_id"]


def test_an_account_is_suspended_and_opened_and_has_a_credit_line(
    installation: Any,
) -> None:
    owc = installation.done
    assert owc("users", "suspend", TEACHER, *WHY)["status"] == "suspended"
    assert [u["id"] for u in owc("users", "list", "--status", "suspended")] == [TEACHER]
    assert owc("users", "open", TEACHER, *WHY)["status"] == "open"
    assert owc("users", "credit-line", TEACHER, "12", *WHY)["credit_line"] == 12
    owc("users", "credit-line", TEACHER, "0", *WHY)


def test_a_file_of_grants_is_previewed_applied_and_undone(
    installation: Any, tmp_path: Path
) -> None:
    file = tmp_path / "grants.csv"
    file.write_text(f"user_id,amount\n{STUDENT},1.5\n{TEACHER},2\n")
    before = installation.done("users", "show", STUDENT)["credits"]
    refused = installation.owc("users", "grant-file", str(file), *WHY)
    assert refused.returncode == 2
    assert "2 grants, 3.5 credits" in refused.stderr
    batch = installation.done("users", "grant-file", str(file), "--yes", *WHY)
    assert installation.done("users", "show", STUDENT)["credits"] != before
    installation.done("users", "undo", batch["id"], "--yes", *WHY)
    assert installation.done("users", "show", STUDENT)["credits"] == before
    file.write_text("user_id,amount\nnobody,1\n")
    wrong = installation.owc("users", "grant-file", str(file), "--yes", "--json", *WHY)
    assert wrong.returncode == 1
    assert "line 2: no open account of 'nobody'" in wrong.stderr


def test_an_own_group_gives_its_members_more(installation: Any) -> None:
    owc = installation.done
    owc("groups", "set", "club", "--name", "The club", "--default", "7.5", *WHY)
    owc("groups", "add", "club", GUEST, *WHY)
    assert [m["id"] for m in owc("groups", "show", "club")["members"]] == [GUEST]
    owc("groups", "set", "club", "--default", "8", *WHY)
    club = next(g for g in owc("groups", "list") if g["id"] == "club")
    assert (club["name"], club["default_credits"]) == ("The club", 8)
    waiting = owc("groups", "apply", "--dry-run")["preview"]["changes"]
    assert GUEST in {change["user_id"] for change in waiting}
    assert owc("groups", "apply", "--yes", *WHY)["users_affected"] >= 1
    owc("groups", "remove", "club", GUEST, *WHY)
    owc("groups", "delete", "club", "--yes", *WHY)
    log = installation.admin().get("/api/ledger/audit", limit=10)["entries"]
    why = {entry["log_type"]: entry["reason"] for entry in log}
    acts = ("group_members_update", "allowances_applied", "group_deleted")
    assert [why[act] for act in acts] == ["a test"] * 3
    missing = installation.owc("groups", "show", "club")
    assert (missing.returncode, "there is no group club" in missing.stderr) == (1, True)


def test_a_limit_is_set_seen_and_removed(installation: Any) -> None:
    owc = installation.done
    made = owc("limits", "set", "3", "--per", "day", "--user", GUEST, "--metric", "requests")
    assert made["cap"] == 3
    assert [limit["id"] for limit in owc("limits", "list", "--user", GUEST)] == [made["id"]]
    owc("limits", "remove", made["id"])
    assert owc("limits", "list") == []


def test_a_price_is_set_changed_in_bulk_and_has_a_history(installation: Any) -> None:
    owc = installation.done
    owc("prices", "set", "demo-large", "--input", "0.002", "--output", "0.01",
        "--unit", "cached_input=0.0005", *WHY)  # fmt: skip
    assert owc("prices", "show", "demo-large")["prices"]["cached_input"] == Decimal("0.0005")
    preview = owc("prices", "multiply", "--by", "2", "--search", "large", *WHY, "--dry-run")
    assert [change["id"] for change in preview["preview"]["changes"]] == ["demo-large"]
    owc("prices", "multiply", "--by", "2", "--search", "large", "--yes", *WHY)
    assert owc("prices", "show", "demo-large")["prices"]["input"] == Decimal("0.004")
    assert owc("prices", "free", "demo-large", *WHY)
    history = owc("prices", "history", "demo-large")["versions"]
    assert [version["reason"] for version in history[:3]] == ["a test"] * 3
    assert owc("prices", "show", "demo-large")["is_free"] is True
    owc("prices", "free", "demo-large", "--off")


def test_prices_travel_by_file_and_count_only_when_approved(
    installation: Any, tmp_path: Path
) -> None:
    owc, file = installation.done, tmp_path / "prices.csv"
    owc("prices", "export", "--to", str(file))
    file.write_text(file.read_text().replace("0.0008", "0.0009"))
    batch = owc("prices", "import", str(file))["batch_id"]
    assert owc("prices", "show", "demo-small")["prices"]["output"] == Decimal("0.0008")
    assert owc("prices", "proposals", "--batch", batch)["total"] >= 1
    owc("prices", "approve", batch, "--yes", *WHY)
    assert owc("prices", "show", "demo-small")["prices"]["output"] == Decimal("0.0009")


def test_a_key_is_issued_rotated_and_revoked(installation: Any) -> None:
    owc = installation.done
    made = owc("keys", "issue", "a script", "--scope", "credits:read", "--reason", "nightly")
    ended = installation.owc("keys", "list", OWC_API_KEY=made["key"], OWC_URL=_url(installation))
    assert ended.returncode == 1  # a key may not see keys
    new = owc("keys", "rotate", made["id"], "--overlap", "0")
    owc("keys", "revoke", new["id"], "--reason", "over")
    states = {key["id"]: key["revoked_at"] for key in owc("keys", "list")}
    assert states[new["id"]]


def test_a_transfer_is_seen_and_reversed_once(installation: Any) -> None:
    owc = installation.done
    made = owc("users", "grant", GUEST, "3", *WHY)
    newest = owc("ledger", "transfers", "--user", GUEST, "--limit", "1")["transactions"][0]
    assert newest["id"] == made["transaction_id"]
    assert owc("ledger", "reverse", str(newest["id"]), *WHY)["amount"] == -3
    again = installation.owc("ledger", "reverse", str(newest["id"]), *WHY)
    assert again.returncode == 1
    assert installation.owc("ledger", "verify").returncode == 0


def test_a_reset_keeps_its_reason(installation: Any) -> None:
    done = installation.done("ledger", "reset", "--force", "--yes", "--reason", "a new term")
    assert done["success"] is True
    entries = installation.admin().get("/api/ledger/audit")["entries"]
    assert "a new term" in {entry["reason"] for entry in entries}


def test_sync_runs_and_tells_what_it_did(installation: Any) -> None:
    owc = installation.done
    assert owc("sync", "run", "users", "--dry-run")["preview"]["dry_run"] is True
    run = owc("sync", "run", "users")
    assert run["status"] == "success"
    assert run["run_id"] in {r["id"] for r in owc("sync", "runs")["runs"]}
    assert owc("sync", "drift")["in_sync"] is True
    assert owc("sync", "status")["last_success"]


def test_a_link_opens_a_users_own_page(installation: Any) -> None:
    assert "/me?code=" in installation.done("users", "link", GUEST)["url"]
    unknown = installation.owc("users", "link", "nobody")
    assert unknown.returncode == 1


def test_the_outbox_is_seen_and_published_again(installation: Any) -> None:
    states = installation.done("outbox", "status")
    assert [state["service"] for state in states] == list(SERVICES)
    assert all(state["redis"] == "up" and state["outbox"]["relay_seen_until"] for state in states)
    assert installation.done("outbox", "replay", "sync", *WHY)["facts"] > 0
    log = installation.done("outbox", "status")[-1]["replays"]
    assert (log[0]["what"], log[0]["reason"], log[0]["actor"]) == ("outbox", "a test", "admin")


async def test_dead_letters_are_listed_and_tried_again(installation: Any) -> None:
    event_id = str(uuid4())
    user = {"user_id": "late", "name": "Late", "email": "", "role": "user", "status": "active"}
    fields = {
        "id": event_id,
        "type": "sync.user_changed",
        "aggregate": "late",
        "sequence": "1",
        "at": "2026-01-02T03:04:05+00:00",
        "trace": "",
        "data": json.dumps(user),
    }
    servers = json.loads((installation.home / "state" / "databases.json").read_text())
    connection = await connect(servers["ledger"])
    try:
        await connection.execute(
            "INSERT INTO dead_letter (event_id, stream, fields, error) VALUES ($1, $2, $3, $4)",
            event_id,
            "owc:{sync}",
            json.dumps(fields),
            "ValueError: once",
        )
    finally:
        await connection.close()
    owc = installation.done
    assert [letter["event_id"] for letter in owc("dead-letters", "list")] == [event_id]
    refused = installation.owc("dead-letters", "replay", "ledger", *WHY)
    assert refused.returncode == 2
    assert owc("dead-letters", "replay", "ledger", event_id, "--yes", *WHY)["replayed"] == [
        event_id
    ]
    assert owc("dead-letters", "list", "--service", "ledger") == []
    assert owc("users", "show", "late")["id"] == "late"


def test_plans_and_payments_are_seen(installation: Any) -> None:
    admin = installation.admin()
    plan = {"id": "gift", "name": "Gift", "price": 0, "interval": "month"}
    admin.post("/api/v1/admin/billing/plans", plan)
    owc = installation.done
    assert "gift" in {row["plan"]["id"] for row in owc("plans", "list")}
    assert "Gift" in installation.owc("plans", "show", "gift").stdout
    owc("plans", "assign", TEACHER, "gift")
    assert "gift" in str(owc("plans", "of", TEACHER))
    assert owc("payments", "reconcile") == {"listed": 0, "changed": 0, "alarms": 0}
    assert owc("payments", "alarms") == []
    assert owc("demo", "forward", "1m")["ahead_seconds"] in range(50, 61)


def _url(installation: Any) -> str:
    admin: Api = installation.admin()
    return admin.url
