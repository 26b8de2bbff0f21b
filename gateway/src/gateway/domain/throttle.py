"""How long a login must wait after failures: exact rule, no clock."""

from datetime import datetime, timedelta
from typing import Final

FORGOTTEN_AFTER: Final = timedelta(minutes=15)
# An address may belong to a whole school; an account to one person.
FREE_OF_ACCOUNT: Final = 10
FREE_OF_ADDRESS: Final = 30
_LONGEST_S: Final = 60


def blocked_until(failures: int, free: int, now: datetime) -> datetime:
    """1, 2, 4 … 60 s after each failure beyond the free ones.

    Never longer: whoever knows the name of an account must not be able to lock it for good.
    """
    beyond = failures - free
    if beyond < 0:
        return now
    return now + timedelta(seconds=min(_LONGEST_S, 2 ** min(beyond, 6)))
