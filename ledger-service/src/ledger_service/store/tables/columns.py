"""Kinds of columns that the tables are declared with."""

from typing import Any

from sqlalchemy import BigInteger, DateTime, ForeignKey, Numeric, Text
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

from shared.columns import column

__all__ = ["Table", "account", "amount", "big", "column", "text", "time"]


class Table(SQLModel, registry=registry()):
    """Has its own registry: several services' tables are loaded in one test process."""


def text(*args: Any, key: bool = False, null: bool = False) -> Any:
    return column(Text, *args, key=key, null=null)


def account(*, key: bool = False) -> Any:
    return text(ForeignKey("account.account_id"), key=key)


def amount(*, null: bool = False) -> Any:
    return column(Numeric(30, 12), null=null)


def time(*, key: bool = False, null: bool = False) -> Any:
    return column(DateTime(timezone=True), key=key, null=null)


def big(*args: Any, key: bool = False, null: bool = False) -> Any:
    return column(BigInteger, *args, key=key, null=null)
