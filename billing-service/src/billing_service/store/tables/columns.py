"""Kinds of columns that the declarations share."""

from typing import Any

from sqlalchemy import DateTime, Numeric
from sqlmodel import Column, Field

MOMENT = DateTime(timezone=True)
MONEY = Numeric(12, 2)
CREDITS = Numeric(30, 12)


def column(
    kind: Any, *args: Any, key: bool = False, null: bool = False, unique: bool = False
) -> Any:
    return Field(
        sa_column=Column(kind, *args, primary_key=key, nullable=null, unique=unique or None)
    )
