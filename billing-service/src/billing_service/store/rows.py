"""How a database row becomes a value of the domain: column names are field names."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from shared.db import Row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ValueT = TypeVar("ValueT", bound="DataclassInstance")


def value_of(kind: type[ValueT], row: Row) -> ValueT:
    """Build `kind` from the columns that it has; the row may have more."""
    given: dict[str, Any] = {field.name: row[field.name] for field in fields(kind)}
    return kind(**given)


def found(kind: type[ValueT], row: Row | None) -> ValueT | None:
    return None if row is None else value_of(kind, row)
