"""Makes accounts in Open WebUI through its REST API."""

import secrets
import string
from typing import Any, Final, Protocol

from sync_service.clients.rest_door import NotOfferedError, RestDoor
from sync_service.clients.source import SourceError

# Whatever rule an Open WebUI has for passwords asks for some of these.
_ALPHABETS: Final = (string.ascii_lowercase, string.ascii_uppercase, string.digits, "-_.!+")
_LENGTH: Final = 20


class AccountTakenError(SourceError):
    code, message = "account-taken", "Open WebUI has an account with this e-mail address"


class AccountRefusedError(SourceError):
    code, message = "account-refused", "Open WebUI refused to make the account"


class Accounts(Protocol):
    """Makes an account and answers its first password, which is kept nowhere."""

    async def create(self, name: str, email: str, role: str) -> str: ...


class RestAccounts:
    def __init__(self, door: RestDoor) -> None:
        self._door = door

    async def create(self, name: str, email: str, role: str) -> str:
        password = _password()
        body = {"name": name, "email": email, "role": role, "password": password}
        try:
            await self._door.post("/api/v1/auths/add", dict[str, Any], body)
        except NotOfferedError as error:
            said = error.detail.lower()
            if "already registered" in said or "taken" in said:
                raise AccountTakenError from None
            raise AccountRefusedError from None
        return password


def _password() -> str:
    characters = [secrets.choice(alphabet) for alphabet in _ALPHABETS]
    every = "".join(_ALPHABETS)
    characters += [secrets.choice(every) for _ in range(_LENGTH - len(characters))]
    secrets.SystemRandom().shuffle(characters)
    return "".join(characters)
