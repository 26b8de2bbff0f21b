"""Calendar periods in UTC: every boundary is counted from the anchor, so no day is ever lost.

31 January, monthly: 28 or 29 February, then 31 March again.
"""

import calendar
from datetime import datetime, timedelta
from typing import Final, Literal

Interval = Literal["day", "week", "month", "year"]
INTERVALS: Final[tuple[Interval, ...]] = ("day", "week", "month", "year")
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "year": 12}


def boundary(anchor: datetime, interval: Interval, count: int) -> datetime:
    """Return the moment `count` intervals after `anchor`, clamped to the length of the month."""
    if interval in _DAYS:
        return anchor + timedelta(days=_DAYS[interval] * count)
    months = anchor.month - 1 + _MONTHS[interval] * count
    year, month = anchor.year + months // 12, months % 12 + 1
    day = min(anchor.day, calendar.monthrange(year, month)[1])
    return anchor.replace(year=year, month=month, day=day)
