"""How services declare the columns of their tables."""

from typing import Any

from sqlmodel import Column, Field


def column(
    kind: Any, *args: Any, key: bool = False, null: bool = False, unique: bool = False
) -> Any:
    return Field(
        sa_column=Column(kind, *args, primary_key=key, nullable=null, unique=unique or None)
    )
