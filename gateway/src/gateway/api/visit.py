"""One request at the door: where it came from, the headers it gets on both ways, and its end."""

import time
from typing import Final

from gateway.clients.http1.connection import Connection
from gateway.domain.addresses import Network, forwarded_for, forwarded_proto
from gateway.domain.headers import Header
from gateway.domain.routing import Route
from gateway.domain.tracing import traceparent
from shared.telemetry import Scope

_SERVER_ERROR: Final = 500


class Visit:
    """What the door finds out about a request, and what became of it.

    `sent` is the connection on which its service was asked already, on the short way, with `body`.
    """

    __slots__ = (
        "added", "answered", "body", "hosts", "method", "origin", "parent", "route", "sent",
        "started", "status", "user",
    )  # fmt: skip

    def __init__(self, scope: Scope, trusted: tuple[Network, ...]) -> None:
        self.started = time.perf_counter()
        self.method: str = scope["method"]
        self.route: Route | None = None
        self.sent: Connection | None = None
        self.body = b""
        self.status = _SERVER_ERROR
        self.answered = False
        self.user = ""
        trace = forwarded = proto = self.origin = None
        host, self.hosts = b"", 0
        for name, value in scope["headers"]:
            if name == b"host":
                host, self.hosts = value, self.hosts + 1
            elif name == b"traceparent":
                trace = value
            elif name == b"x-forwarded-for":
                forwarded = value
            elif name == b"x-forwarded-proto":
                proto = value
            elif name == b"origin":
                self.origin = value
        self.parent = traceparent(trace)
        peer = scope["client"][0] if scope.get("client") else "unknown"
        scheme = scope["scheme"]
        if proto is not None:
            scheme = forwarded_proto(peer, proto.decode("latin-1"), scheme, trusted)
        if forwarded is not None:
            peer = forwarded_for(peer, forwarded.decode("latin-1"), trusted)
        self.added: list[Header] = [
            (b"traceparent", self.parent.encode("ascii")),
            (b"x-forwarded-for", peer.encode("latin-1")),
            (b"x-forwarded-host", host),
            (b"x-forwarded-proto", scheme.encode("ascii")),
        ]

    @property
    def trace_id(self) -> str:
        return self.parent[3:35]
