"""Consumed events and the command that each one starts."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from pricing_service.commands.apply_model_change import apply_model_change
from shared.contracts import Event
from shared.contracts.sync import ModelChanged
from shared.db import Database
from shared.inbox import Handler


def handlers(clock: Callable[[], datetime]) -> Mapping[type[Any], Handler]:
    async def model_changed(db: Database, event: Event[Any]) -> None:
        await apply_model_change(db, event, clock())

    return {ModelChanged: model_changed}
