"""Which administrators may change the ledger: the identity's scopes hold the role."""

from typing import Annotated, Final

from fastapi import Depends

from ledger_service.store.log import Author
from shared.auth import Admin, Principal
from shared.problems import NotPermitted

WRITERS: Final = frozenset({"owner", "accountant"})


def refuse_readers(principal: Principal) -> None:
    """NotPermitted for an administrator whose role may only read."""
    if principal.kind == "admin" and not principal.scopes & WRITERS:
        raise NotPermitted


def _accountant(admin: Admin) -> Principal:
    refuse_readers(admin)
    return admin


Accountant = Annotated[Principal, Depends(_accountant)]


def author_of(principal: Principal) -> Author:
    """Who is written down for what this principal does."""
    return Author(principal.id, principal.actor)
