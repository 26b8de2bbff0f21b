"""How a route is described and found; the routes themselves are in route_table.py."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from gateway.domain.roles import Permission

# "models" is the provider of models behind the metering door.
Service = Literal["gateway", "ledger", "billing", "pricing", "sync", "models"]
Who = frozenset[str]

_REST: Final = re.compile(r"\\\{\w+:path\\\}")
_SEGMENT: Final = re.compile(r"\\\{\w+\\\}")
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the table. `{x}` is one segment, `{x:path}` the rest, `/*` all that is below."""

    methods: tuple[str, ...]
    path: str
    service: Service
    who: Who
    scope: str = ""  # an API key needs it
    permission: Permission = "read"  # an administrator needs it
    repeatable: bool = False  # asking twice is as good as once, although it is no GET
    first_sight: bool = False  # an unknown user may be new in Open WebUI
    timeout_s: float | None = None
    body_limit_bytes: int | None = None
    # What every request asks, found out once.
    template: str = field(init=False)
    """The path as OpenAPI documents write it."""
    public: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "template", self.path.replace(":path}", "}"))
        object.__setattr__(self, "public", "anonymous" in self.who)

    @property
    def page(self) -> bool:
        """Read by people, signed in or not: its refusals are pages too."""
        return self.who >= {"anonymous", "user"}

    def pattern(self) -> str:
        """A regular expression of the decoded path."""
        below = self.path.endswith("/*")
        text = re.escape(self.path.removesuffix("/*"))
        text = _SEGMENT.sub("[^/]+", _REST.sub(".+", text))
        return f"{text}/.*" if below else text


class RouteTable:
    """Finds the route of a request; the first line that fits wins, fixed paths before patterns."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.routes = tuple(routes)
        self._fixed: dict[tuple[str, str], Route] = {}
        patterns: dict[str, list[Route]] = {}
        for route in self.routes:
            for method in route.methods:
                if "{" in route.path or route.path.endswith("*"):
                    patterns.setdefault(method, []).append(route)
                else:
                    self._fixed.setdefault((method, route.path), route)
        # One alternation per method; the empty group that took part names the line.
        self._patterns = {
            method: (re.compile("|".join(f"{r.pattern()}\\Z()" for r in found), re.DOTALL), found)
            for method, found in patterns.items()
        }

    def find(self, method: str, path: str) -> Route | None:
        """The route of a request, or None. HEAD goes where GET goes."""
        if method == "HEAD":
            method = "GET"
        fixed = self._fixed.get((method, path))
        if fixed is not None:
            return fixed
        compiled = self._patterns.get(method)
        if compiled is None:
            return None
        match = compiled[0].match(path)
        return compiled[1][match.lastindex - 1] if match and match.lastindex else None

    def methods(self, path: str) -> tuple[str, ...]:
        """What could be asked of `path`, for the Allow header; empty where nothing could."""
        found = {m for m in ("GET", "POST", "PUT", "PATCH", "DELETE") if self.find(m, path)}
        return tuple(sorted(found | {"HEAD"} if "GET" in found else found))


def is_safe(method: str) -> bool:
    """True where the method itself promises to change nothing."""
    return method in _SAFE


def is_idempotent(method: str) -> bool:
    """True where the method promises that twice is as good as once."""
    return method in _SAFE or method in {"PUT", "DELETE"}
