"""Kinds of columns that the declarations share."""

from typing import Any

from sqlalchemy import DateTime, Numeric
from sqlalchemy.orm import registry
from sqlmodel import Column, Field, SQLModel

MOMENT = DateTime(timezone=True)
MONEY = Numeric(12, 2)
CREDITS = Numeric(30, 12)


class Table(SQLModel, registry=registry()):
    """Has its own registry: several services' tables are loaded in one test process."""


def column(
    kind: Any, *args: Any, key: bool = False, null: bool = False, unique: bool = False
) -> Any:
    return Field(
        sa_column=Column(kind, *args, primary_key=key, nullable=null, unique=unique or None)
    )
