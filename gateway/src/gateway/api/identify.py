"""Decides at the door who calls and whether the route admits them."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from gateway.api.authenticate import ADMIN, KEY, LINKED, USER, Authenticator, Caller
from gateway.domain.headers import Header
from gateway.domain.keys import PREFIX
from gateway.domain.routing import Route, is_safe
from shared.problems import Malformed, NotAuthenticated, NotPermitted, Problem

_BEARER: Final = b"bearer "
_KEY_ALONE: Final = frozenset({"key"})
_COOKIE_NAME: Final = b"token"
ADMIN_COOKIE: Final = "owc_admin"
_LINK_COOKIE_NAME: Final = b"owc_me"
_KEY_PREFIX: Final = PREFIX.encode()
_INVALID_KEY: Final = "Invalid or missing API key"
_INVALID_TOKEN: Final = "Could not validate credentials"  # noqa: S105 - a text


class Credentials:
    """What a request brought along, as raw bytes."""

    __slots__ = ("admin_cookie", "app", "cookie", "key", "link", "origin", "token")

    def __init__(self, headers: Sequence[Header]) -> None:
        self.key: bytes | None = None
        self.token: bytes | None = None
        self.cookie: bytes | None = None
        self.admin_cookie: bytes | None = None
        self.app = False  # only a script of our own pages can say so
        self.link: bytes | None = None
        self.origin: bytes | None = None
        for name, value in headers:
            if name == b"x-api-key":
                _refuse_second(self.key)
                self.key = value
            elif name == b"authorization":
                _refuse_second(self.token)
                if value[:7].lower() == _BEARER:
                    self.token = value[7:].strip()
            elif name == b"cookie":
                self.cookie = _cookie(value, _COOKIE_NAME)
                self.admin_cookie = _cookie(value, ADMIN_COOKIE.encode())
                self.link = _cookie(value, _LINK_COOKIE_NAME)
            elif name == b"x-owc-app":
                self.app = True
            elif name == b"origin":
                self.origin = value
        if self.key is None and self.token and self.token.startswith(_KEY_PREFIX):
            self.key, self.token = self.token, None

    @property
    def user_cookie(self) -> bytes | None:
        """What a browser of a user sends by itself: of a link, or of Open WebUI."""
        return self.link or self.cookie


def _refuse_second(first: bytes | None) -> None:
    # A proxy in front of us might have looked at the other one.
    if first is not None:
        raise Malformed("A credential was given twice")


def _cookie(header: bytes, wanted: bytes) -> bytes | None:
    for part in header.split(b";"):
        name, _, value = part.strip().partition(b"=")
        if name == wanted:
            return value
    return None


async def identify(
    route: Route, method: str, headers: Sequence[Header], authenticator: Authenticator
) -> Caller | None:
    """The caller; NotAuthenticated or NotPermitted otherwise.

    None on a public route, also where it would have greeted a user who is not signed in.
    """
    if route.public and "user" not in route.who:
        return None
    given = Credentials(headers)
    if route.public:
        return await _session(route, method, given, headers, authenticator)
    caller = None
    if route.who == _KEY_ALONE:
        # Clients of OpenAI's API send whatever key they have as a bearer token.
        given.key, given.token = given.key or given.token, None
    if "key" in route.who and given.key:
        caller = authenticator.known(KEY, given.key) or await authenticator.check(KEY, given.key)
    elif given.token or given.user_cookie or given.admin_cookie:
        caller = await _session(route, method, given, headers, authenticator)
    if caller is None:
        raise _refusal(route, given)
    _permit(route, caller)
    return caller


def identify_at_once(
    route: Route, headers: Sequence[Header], authenticator: Authenticator
) -> tuple[bool, Caller | None]:
    """(known, caller) of a public route and of an API key that was checked a short while ago.

    Not known means that `identify` has to find out, or to refuse.
    """
    if route.public:
        return "user" not in route.who, None
    given = Credentials(headers)
    key = given.key or (given.token if route.who == _KEY_ALONE else None)
    caller = authenticator.known(KEY, key) if key and "key" in route.who else None
    return caller is not None and route.scope in caller.principal.scopes, caller


async def _session(
    route: Route,
    method: str,
    given: Credentials,
    headers: Sequence[Header],
    authenticator: Authenticator,
) -> Caller | None:
    if given.token and "admin" in route.who:
        caller = await authenticator.check(ADMIN, given.token)
        if caller is not None:
            return caller
    elif given.admin_cookie and "admin" in route.who:
        caller = await _admin_app(route, method, given, headers, authenticator)
        if caller is not None:
            return caller
    if "user" not in route.who:
        return None
    if given.token:
        return await authenticator.check(USER, given.token)
    if given.user_cookie and not is_safe(method):
        refuse_foreign(given.origin, headers)
    if given.link:
        # Before Open WebUI's cookie: this one was asked for, the other is there by itself.
        caller = await authenticator.check(LINKED, given.link)
        if caller is not None:
            return caller
    return await authenticator.check(USER, given.cookie) if given.cookie else None


async def _admin_app(
    route: Route,
    method: str,
    given: Credentials,
    headers: Sequence[Header],
    authenticator: Authenticator,
) -> Caller | None:
    """The cookie of the admin app. A change needs its header, which no other site can send."""
    assert given.admin_cookie is not None  # noqa: S101 - the caller looked
    if not given.app and "user" in route.who and given.user_cookie:
        return None  # somebody signed in to both, who looks at their own account
    if not is_safe(method):
        if not given.app:
            raise NotPermitted("A change made with a cookie needs X-OWC-App", slug="csrf")
        refuse_foreign(given.origin, headers)
    return await authenticator.check(ADMIN, given.admin_cookie)


def refuse_foreign(origin: bytes | None, headers: Sequence[Header]) -> None:
    """A browser sends the cookie by itself, so a change must come from a page of this host."""
    host = next((value for name, value in headers if name == b"host"), b"")
    if origin is None:
        return
    if _host_only(urlsplit(origin.decode("latin-1")).netloc) != _host_only(host.decode("latin-1")):
        raise NotPermitted("This request comes from another site", slug="foreign-origin")


def _host_only(netloc: str) -> str:
    # Cookies do not know ports: Open WebUI and this door share a host, not a port.
    return (urlsplit(f"//{netloc}").hostname or "").lower()


def _refusal(route: Route, given: Credentials) -> Problem:
    if "key" in route.who and ("admin" not in route.who or not given.token):
        return NotAuthenticated(_INVALID_KEY)
    if given.token or given.admin_cookie or (given.user_cookie and "user" in route.who):
        return NotAuthenticated(_INVALID_TOKEN)
    return NotAuthenticated("Not authenticated")


def _permit(route: Route, caller: Caller) -> None:
    kind = caller.principal.kind
    if kind == "key":
        allowed = route.scope in caller.principal.scopes
    elif kind == "admin":
        allowed = route.permission in caller.permissions
    else:
        allowed = True
    if not allowed:
        raise NotPermitted
