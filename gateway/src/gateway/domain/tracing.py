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
    ids = f"{_generator.getrandbits(192):048x}"
    return f"00-{ids[:32]}-{ids[32:]}-01"
