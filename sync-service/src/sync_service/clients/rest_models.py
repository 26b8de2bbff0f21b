"""Which models Open WebUI has: the live ones of its connections, joined with its own rows.

Base models exist nowhere else than here; rows override them or derive new models from them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sync_service.clients import schema
from sync_service.clients.rest_door import NotOfferedError, RestDoor
from sync_service.clients.rest_shapes import GrantShape, LiveModel, LiveModels, ModelRow
from sync_service.clients.source import EmptyError
from sync_service.domain import access
from sync_service.domain.directory import Access, Model, State


async def read_models(door: RestDoor, *, everyone: bool) -> Mapping[str, State]:
    """All models, also those switched off; SourceError unless every list was read whole."""
    live = (await door.get("/api/models/base", LiveModels)).data
    if not live:
        raise EmptyError("Open WebUI lists no model: its connections may be down")
    effective = (await door.get("/api/models", LiveModels)).data
    try:
        rows = await door.get("/api/v1/models/all", list[ModelRow])
    except NotOfferedError:
        rows = list(_rows_of(effective))
    models = _joined(live, rows)
    models.update(_arenas(effective))
    by_grants = any(row.access_grants is not None for row in rows)
    return access.seen_by(models, everyone=everyone, by_grants=by_grants or not rows)


def _rows_of(effective: Iterable[LiveModel]) -> Iterable[ModelRow]:
    for model in effective:
        info = model.info
        if info is not None and info.id is not None:
            yield ModelRow(
                info.id,
                info.name,
                info.base_model_id,
                info.is_active,
                info.access_grants,
                info.access_control,
            )


def _joined(live: Iterable[LiveModel], rows: Iterable[ModelRow]) -> dict[str, Model]:
    models = {
        schema.clean(one.id): Model(_name(one), None, is_active=True, access="private")
        for one in live
    }
    for row in rows:
        model_id = schema.clean(row.id)
        # An override whose connection does not answer now is not usable, and not gone either.
        usable = bool(row.base_model_id) or model_id in models
        models[model_id] = Model(
            _name(row),
            schema.clean(row.base_model_id) or None,
            is_active=row.is_active and usable,
            access=_access(row.access_grants, row.access_control),
        )
    return models


def _arenas(effective: Iterable[LiveModel]) -> dict[str, Model]:
    return {
        schema.clean(one.id): Model(
            _name(one),
            None,
            is_active=True,
            access=_access(one.info.meta.access_grants or [], None)
            if one.info and one.info.meta
            else "private",
        )
        for one in effective
        if one.arena
    }


def _name(one: LiveModel | ModelRow) -> str:
    return schema.clean(one.name).strip() or schema.clean(one.id)


def _access(grants: list[GrantShape] | None, access_control: Any) -> Access:
    if grants is None:
        return access.of_access_control(access_control)
    return access.of_grants(
        access.Grant(one.principal_type, one.principal_id, one.permission) for one in grants
    )
