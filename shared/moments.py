"""Days and moments that callers name: ISO 8601 alone."""

import re
from datetime import date, datetime
from typing import Annotated, Final

from pydantic import AwareDatetime, BeforeValidator

_NUMBER: Final = re.compile(r"\s*[+-]?[\d.]+\s*")


def _written_out(value: object) -> object:
    # pydantic would take a bare number for seconds since 1970: a typing error becomes a date.
    if not isinstance(value, str | date | None) or (
        isinstance(value, str) and _NUMBER.fullmatch(value)
    ):
        raise ValueError("must be written as in ISO 8601")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
Moment = Annotated[datetime, BeforeValidator(_written_out)]
ZonedMoment = Annotated[AwareDatetime, BeforeValidator(_written_out)]
