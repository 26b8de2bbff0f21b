"""Consumed events and the command that each one starts."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from pricing_service.commands.apply_model_change import apply_model_change
from shared.contracts import Event
from shared.contracts.sync import ModelChanged
from shared.db import Database
from shared.inbox import Handler


async def _model_changed(db: Database, event: Event[Any]) -> None:
    await apply_model_change(db, event, datetime.now(UTC))


HANDLERS: Final[Mapping[type[Any], Handler]] = {ModelChanged: _model_changed}
