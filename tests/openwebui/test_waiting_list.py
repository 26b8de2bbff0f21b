"""Somebody registers, is approved, and gets a real Open WebUI account."""

import functools
from typing import Any

import pytest

from tests.openwebui.credit_system import SYNC_S, CreditSystem, wait_for
from tests.openwebui.webui import ApiError, OpenWebUI, Rest

WAITING = "/api/credits/admin/waiting-list"


def register(system: CreditSystem, name: str) -> Any:
    """The entry of somebody who was asked for no password, and typed one all the same."""
    email = f"{name}@example.test"
    form = {"full_name": name.title(), "email": email, "password": f"typed-{name}-password"}
    Rest(system.url).post("/waiting-list/register", form)
    entries = system.admin("GET", WAITING)
    return next(entry for entry in entries if entry["email"] == email)


def process(system: CreditSystem, entry: Any, **form: Any) -> Any:
    return system.admin("POST", f"{WAITING}/{entry['id']}/process", form)


def is_known(system: CreditSystem, user_id: str) -> bool:
    try:
        return bool(system.user(user_id)["status"] == "open")
    except ApiError:
        return False


def test_who_is_approved_gets_an_account_and_a_password_that_we_keep_nowhere(
    openwebui: OpenWebUI, system: CreditSystem
) -> None:
    entry = register(system, "wanda")
    with pytest.raises(ApiError, match="422"):
        process(system, entry, create_account=True, role="admin")
    made = process(system, entry, create_account=True)
    password = made["temporary_password"]
    assert (made["account"], made["processed"]) == ("created", True)
    session = Rest(openwebui.base).post(
        "/api/v1/auths/signin", {"email": entry["email"], "password": password}
    )
    assert (session["name"], session["role"]) == ("Wanda", "user")
    # The account is read back at once, not at the next poll.
    assert wait_for(functools.partial(is_known, system, session["id"]), SYNC_S)

    again = process(system, entry, create_account=True)
    assert (again["account"], again["temporary_password"]) == ("created", None)
    kept = [
        file.name
        for file in system.home.rglob("*")
        if file.is_file()
        and any(word in file.read_bytes() for word in (password.encode(), b"typed-wanda-password"))
    ]
    assert kept == []


def test_who_has_an_account_already_keeps_it(openwebui: OpenWebUI, system: CreditSystem) -> None:
    made = process(system, register(system, "student"), create_account=True, role="pending")
    assert (made["account"], made["temporary_password"]) == ("existed", None)
    known = openwebui.admin.get(f"/api/v1/users/{openwebui.people['student'].user_id}")
    assert known["role"] != "pending"
