"""What the routes work with, put into `app.state` when the service starts."""

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from shared.db import Database
from sync_service.clients.open_webui import OpenWebUI
from sync_service.domain.difference import Rules


@dataclass(frozen=True, slots=True)
class Terms:
    """Settings that the routes need."""

    rules: Rules
    hint_secret: str | None
    address_key: bytes
    attempts_per_address: int
    attempts_of_all: int


def _db(request: Request) -> Database:
    return cast("Database", request.app.state.db)


def _source(request: Request) -> OpenWebUI:
    return cast("OpenWebUI", request.app.state.source)


def _terms(request: Request) -> Terms:
    return cast("Terms", request.app.state.terms)


Db = Annotated[Database, Depends(_db)]
Source = Annotated[OpenWebUI, Depends(_source)]
ServiceTerms = Annotated[Terms, Depends(_terms)]
