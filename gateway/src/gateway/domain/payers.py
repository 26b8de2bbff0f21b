"""Which account pays for a model call: whom Open WebUI names, and when that is believed. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import jwt

from gateway.domain.headers import Header
from shared.problems import NotAuthenticated

_PLAIN: Final = b"x-openwebui-user-id"
_SIGNED: Final = b"x-openwebui-user-jwt"
_CHAT: Final = b"x-openwebui-chat-id"
_MESSAGE: Final = b"x-openwebui-message-id"
_ISSUER: Final = "open-webui"
_CLOCKS_DIFFER: Final = timedelta(seconds=30)
_TEXT_MAX: Final = 255


def payer(
    headers: Sequence[Header], *, secret: str | None, fallback: str | None, now: datetime
) -> str:
    """The account of the user in `headers`; `fallback` where they name none.

    With `secret` only a signed name is believed. NotAuthenticated says what has to be set up.
    """
    name = _SIGNED if secret else _PLAIN
    given = {value for header, value in headers if header == name}
    if len(given) > 1:
        raise NotAuthenticated("The request names more than one user", slug="user-unclear")
    if given:
        text = next(iter(given)).decode("latin-1").strip()
        user = _verified(text, secret, now) if secret else text
        if user:
            return user
    elif fallback:
        return fallback
    raise NotAuthenticated(_advice(signed=bool(secret), given=bool(given)), slug="user-missing")


def conversation(headers: Sequence[Header]) -> dict[str, str]:
    """Chat and message, for people who look at a hold; a client chooses them, so no more."""
    names = {_CHAT: "chat_id", _MESSAGE: "message_id"}
    found = {names[name]: value for name, value in headers if name in names and value}
    return {name: value.decode("latin-1")[:_TEXT_MAX] for name, value in found.items()}


def _advice(*, signed: bool, given: bool) -> str:
    if signed and given:
        return (
            "The user's signed name is not valid: FORWARD_USER_INFO_HEADER_JWT_SECRET of "
            "Open WebUI and OWC_OPENWEBUI_JWT_SECRET of the credit system must be the same"
        )
    if signed:
        return (
            "No user is named: set ENABLE_FORWARD_USER_INFO_HEADERS=True and "
            "FORWARD_USER_INFO_HEADER_JWT_SECRET in the environment of Open WebUI"
        )
    return (
        "No user is named: set ENABLE_FORWARD_USER_INFO_HEADERS=True in the environment of "
        "Open WebUI"
    )


def _verified(token: str, secret: str, now: datetime) -> str | None:
    try:
        claims = jwt.decode(
            token,
            secret,
            algorithms=["HS256"],
            issuer=_ISSUER,
            options={
                "require": ["sub", "exp"],
                # `now` is a value here, so that rules can be tested without a clock.
                "verify_exp": False,
                "verify_iat": False,
            },
        )
        expired = float(claims["exp"]) < (now - _CLOCKS_DIFFER).timestamp()
    except (jwt.InvalidTokenError, ValueError, TypeError):
        return None
    return None if expired else str(claims["sub"]).strip()
