"""Copies a plan as an inactive draft right behind the original."""

from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import uuid4

from billing_service.commands.update_plan import unknown_plan
from billing_service.domain.plans import Plan, plan_id_of
from billing_service.store import audit, plans
from shared.db import Database

_NAME_MAX: Final = 100


def _marked(name: str, mark: str) -> str:
    return name[: _NAME_MAX - len(mark)] + mark


async def duplicate_plan(db: Database, plan_id: str, actor: str, now: datetime) -> Plan:
    """Everything that is sold is copied; the shop window is not."""
    async with db.transaction() as conn:
        source = await plans.get(conn, plan_id)
        if source is None:
            raise unknown_plan(plan_id)
        copy = replace(
            source,
            id=plan_id_of(f"{source.name}_copy", uuid4().hex[:8]),
            name=_marked(source.name, " (Copy)"),
            name_ru=_marked(source.name_ru, " (Копия)") if source.name_ru else source.name_ru,
            is_active=False,
            display_order=source.display_order + 1,
            created_at=now,
            updated_at=now,
        )
        await plans.insert(conn, copy)
        await audit.add(
            conn,
            actor=actor,
            action="plan_duplicated",
            entity=("plan", copy.id),
            now=now,
            metadata={"source_plan_id": plan_id},
        )
        return copy
