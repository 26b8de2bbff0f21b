"""What an answer looks like, written down as short as the answer itself, and whether one does.

A dict names its fields (more may come, none may be missing), a list holds what all its items look
like, a string names a type: `number`, `int`, `bool`, `text`, `moment`, `date`, a literal after `=`;
with `?` at the end it may be null.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

Shape = dict[str, Any] | list[Any] | str
OPTIONAL: Final = "?"


def _parses(parse: Callable[[str], object], value: Any) -> bool:
    try:
        parse(value)
    except (TypeError, ValueError):
        return False
    return True


_TYPES: Final[dict[str, Callable[[Any], bool]]] = {
    "number": lambda v: isinstance(v, int | Decimal) and not isinstance(v, bool),
    "int": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "bool": lambda v: isinstance(v, bool),
    "text": lambda v: isinstance(v, str),
    "object": lambda v: isinstance(v, dict),
    "moment": lambda v: _parses(datetime.fromisoformat, v),
    "date": lambda v: _parses(date.fromisoformat, v),
}


def differences(shape: Shape, value: Any, at: str = "") -> Iterator[str]:
    """What of `value` is not as `shape` says."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{at or '.'} is no object: {value!r}"
            return
        for name, inner in shape.items():
            if name not in value:
                yield f"{at}.{name} is missing"
            else:
                yield from differences(inner, value[name], f"{at}.{name}")
    elif isinstance(shape, list):
        if not isinstance(value, list) or not value:
            yield f"{at or '.'} is no list with something in it: {value!r}"
            return
        for number, item in enumerate(value):
            yield from differences(shape[0], item, f"{at}[{number}]")
    elif not _fits(shape, value):
        yield f"{at or '.'} is no {shape}: {value!r}"


def _fits(shape: str, value: Any) -> bool:
    if shape.endswith(OPTIONAL):
        return value is None or _fits(shape.removesuffix(OPTIONAL), value)
    if shape.startswith("="):
        return bool(value == shape[1:])
    return _TYPES[shape](value)
