"""W3C trace context: what is accepted from outside, and a new one where there is none."""

import re
from typing import Final

from shared.telemetry import new_traceparent

_TRACEPARENT: Final = re.compile(rb"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")


def traceparent(given: bytes | None) -> str:
    """`given` if it is well-formed, else a new trace."""
    if given is not None and _TRACEPARENT.fullmatch(given):
        return given.decode("ascii")
    return new_traceparent()
