"""Waiting for what another process does and no page shows."""

import time
from collections.abc import Callable

_WITHIN_S = 20.0
_PAUSE_S = 0.1


def until(done: Callable[[], bool], what: Callable[[], str]) -> None:
    """`what` tells how it stands when time is up."""
    deadline = time.monotonic() + _WITHIN_S
    while not done():
        assert time.monotonic() < deadline, what()
        time.sleep(_PAUSE_S)
