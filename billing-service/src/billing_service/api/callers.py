"""Who may call what, in the words of the contract, and what every route needs at hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final, cast

from fastapi import Depends, Request

from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider
from billing_service.settings import Settings
from shared.auth import Principal, caller
from shared.clock import Clock
from shared.db import Database
from shared.problems import NotAuthenticated, Unavailable

# The contract answers 401 here, not 403, and old clients look at the status.
DENIED: Final = (
    "You do not have permission to access this resource. "
    "Please contact your administrator for assistance."
)


@dataclass(slots=True)
class Desk:
    """What a route needs to call a command. `provider` is None where no shop is configured."""

    settings: Settings
    db: Database
    policy: Policy
    clock: Clock
    provider: Provider | None = None

    def now(self) -> datetime:
        return self.clock.now()

    def shop(self) -> Provider:
        """The provider, or the contract's answer where there is none."""
        if self.provider is None:
            raise Unavailable("Payment system is not configured", slug="payments-not-configured")
        return self.provider


def _desk(request: Request) -> Desk:
    return cast("Desk", request.app.state.desk)


def is_admin(principal: Principal) -> bool:
    """Say whether it is an administrator of this system or of Open WebUI."""
    return principal.kind == "admin" or (principal.kind == "user" and "admin" in principal.scopes)


def _denied(principal: Principal) -> NotAuthenticated:
    if principal.kind == "anonymous":
        return NotAuthenticated()
    return NotAuthenticated(DENIED, slug="not-permitted")


def _member(request: Request) -> Principal:
    principal = caller(request)
    if principal.kind == "user" and principal.scopes & {"user", "admin"}:
        return principal
    raise _denied(principal)


def _reader(request: Request) -> Principal:
    principal = caller(request)
    return principal if is_admin(principal) else _member(request)


def _administrator(request: Request) -> Principal:
    principal = caller(request)
    if is_admin(principal):
        return principal
    raise _denied(principal)


At = Annotated[Desk, Depends(_desk)]
Member = Annotated[Principal, Depends(_member)]
"""A person with an active Open WebUI account."""
Reader = Annotated[Principal, Depends(_reader)]
"""A member, or an administrator who only looks."""
Administrator = Annotated[Principal, Depends(_administrator)]
