"""W3C trace context: what is accepted from outside, and a new one where there is none."""

import random
import re
from typing import Final

_TRACEPARENT: Final = re.compile(rb"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
# An id to find log lines by, not a secret: no entropy of the system is spent on it.
_random: Final = random.SystemRandom().getrandbits(128)
_generator: Final = random.Random(_random)  # noqa: S311


def traceparent(given: bytes | None) -> str:
    """`given` if it is well-formed, else a new trace."""
    if given is not None and _TRACEPARENT.fullmatch(given):
        return given.decode("ascii")
    bits = _generator.getrandbits(192)
    return f"00-{bits >> 64:032x}-{bits & 0xFFFF_FFFF_FFFF_FFFF:016x}-01"
