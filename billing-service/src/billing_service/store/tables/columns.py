"""Kinds of columns that the declarations share."""

from sqlalchemy import DateTime, Numeric
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

MOMENT = DateTime(timezone=True)
MONEY = Numeric(12, 2)
CREDITS = Numeric(30, 12)


class Table(SQLModel, registry=registry()):
    """Has its own registry: several services' tables are loaded in one test process."""
