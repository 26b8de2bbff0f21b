"""A closed-loop load generator: N connections, each sends the next request on the answer.

Raw asyncio, so that on two cores the server and not the generator is what is measured.
"""

import asyncio
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast


@dataclass(frozen=True, slots=True)
class Result:
    """Answers, and those a second, latencies in milliseconds, how many were neither 2xx nor 304."""

    count: int
    per_second: float
    p50_ms: float
    p99_ms: float
    refused: int


class _Connection(asyncio.Protocol):
    def __init__(self, requests: Iterator[bytes], deadline: float, times: list[float]) -> None:
        self._requests = requests
        self._deadline = deadline
        self._times = times
        self._buffer = b""
        self.refused = 0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._send()

    def _send(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        if len(body) < self._length(head):
            return
        now = time.perf_counter()
        self._times.append(now - self._sent)
        self.refused += head[9:10] != b"2" and head[9:12] != b"304"
        self._buffer = b""
        if now < self._deadline:
            self._send()
        else:
            self._transport.close()

    def _length(self, head: bytes) -> int:
        """Length of the body; 0 where the head does not tell (a 304)."""
        found = head.lower().partition(b"content-length: ")[2]
        return int(found.partition(b"\r\n")[0]) if found else 0

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's name
        if not self.done.done():
            self.done.set_result(None)


async def measure(
    ports: Sequence[int], requests: Iterator[bytes], *, connections: int = 64, seconds: float = 4
) -> Result:
    """Send `requests` (endless) to these ports of 127.0.0.1, in turn by connection."""
    loop = asyncio.get_running_loop()
    times: list[float] = []
    started = time.perf_counter()
    made = []
    for n in range(connections):
        _, connection = await loop.create_connection(
            lambda: _Connection(requests, started + seconds, times),
            "127.0.0.1",
            ports[n % len(ports)],
        )
        made.append(connection)
    await asyncio.wait_for(asyncio.gather(*(c.done for c in made)), seconds + 30)
    elapsed = time.perf_counter() - started
    times.sort()
    refused = sum(c.refused for c in made)
    middle, tail = times[len(times) // 2], times[int(len(times) * 0.99)]
    return Result(len(times), len(times) / elapsed, middle * 1000, tail * 1000, refused)


def post(path: str, bodies: list[bytes], headers: dict[str, str]) -> Iterator[bytes]:
    """Endless POST requests over `bodies`, in turn."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    made = [
        f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n{lines}"
        f"content-length: {len(body)}\r\n\r\n".encode()
        + body
        for body in bodies
    ]
    return itertools.cycle(made)
