"""Takes somebody off the waiting list and, if asked, makes his Open WebUI account."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import structlog

from shared.db import Database
from shared.problems import BadGateway, Conflict, NotFound
from sync_service.clients.accounts import Accounts, AccountTakenError
from sync_service.clients.source import SourceError
from sync_service.store import log as told_log
from sync_service.store import polls, waiting_list

Role = Literal["user", "pending"]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the administrator decided; `role` is that of a new account, None makes none."""

    actor: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Processed:
    """The row as it is now, and the password of a new account: shown once, stored nowhere."""

    applicant: dict[str, Any]
    password: str | None = None


async def process_applicant(
    db: Database, accounts: Accounts | None, applicant_id: int, decision: Decision, now: datetime
) -> Processed:
    """The call to Open WebUI stands between two transactions; asking again makes no second one."""
    async with db.reader() as connection:
        found = await waiting_list.one(connection, applicant_id)
    if found is None:
        raise NotFound(
            "Waiting list entry not found or could not be processed", slug="unknown-applicant"
        )
    account, password = "none", None
    if decision.role is not None and found["account"] == "none":
        account, password = await _create(accounts, found, decision.role)
    async with db.transaction() as connection:
        row = await waiting_list.process(connection, applicant_id, decision.actor, account, now)
        if account != "none":
            await polls.hint(connection)
        text = f"Waiting list entry {applicant_id} processed, account: {account}"
        await told_log.add(connection, "waiting_list_processed", text, decision.actor)
    # Somebody cleaned up meanwhile: the account exists all the same, so say what was made.
    return Processed(dict(row or found), password)


async def _create(accounts: Accounts | None, found: Any, role: Role) -> tuple[str, str | None]:
    if accounts is None:
        text = "Accounts can be made only if Open WebUI's REST API is configured"
        raise Conflict(text, slug="accounts-not-configured")
    try:
        return "created", await accounts.create(found["full_name"], found["email"], role)
    except AccountTakenError:
        return "existed", None
    except SourceError as error:
        log.warning("account_not_made", code=error.code)
        raise BadGateway(error.message, slug=f"sync-{error.code}") from None
