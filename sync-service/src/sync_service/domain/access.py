"""Who may use a model, as Open WebUI decides it, reduced to three words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sync_service.domain.directory import ACCESS_ORDER, Access, Model


@dataclass(frozen=True, slots=True)
class Grant:
    """One row of `access_grant`: who may do what with a model."""

    principal_type: str
    principal_id: str
    permission: str


def of_grants(grants: Iterable[Grant]) -> Access:
    """No grant to read means that owner and administrators alone may."""
    readers = [grant for grant in grants if grant.permission == "read"]
    if any(grant.principal_id == "*" for grant in readers):
        return "public"
    return "restricted" if readers else "private"


def of_access_control(value: object) -> Access:
    """The column of versions before 0.12: null is everybody, `{}` is nobody."""
    if value is None:
        return "public"
    read = value.get("read") if isinstance(value, dict) else None
    if isinstance(read, dict) and (read.get("group_ids") or read.get("user_ids")):
        return "restricted"
    return "private"


def limited_by_base(models: Mapping[str, Model]) -> dict[str, Model]:
    """A derived model needs access to every model below it; an unknown one is for admins alone."""
    return {model_id: _limited(model_id, models) for model_id in models}


def _limited(model_id: str, models: Mapping[str, Model]) -> Model:
    model = models[model_id]
    lowest, seen, below = model.access, {model_id}, model.base_model_id
    while below is not None and below not in seen:
        seen.add(below)
        base = models.get(below)
        if base is None:
            return replace(model, access="private")
        lowest = min(lowest, base.access, key=ACCESS_ORDER.index)
        below = base.base_model_id
    return replace(model, access=lowest)


def seen_by(models: Mapping[str, Model], *, everyone: bool, by_grants: bool) -> dict[str, Model]:
    """Final access: public to `everyone` where nothing is checked; bases count since grants do."""
    if everyone:
        return {model_id: replace(model, access="public") for model_id, model in models.items()}
    return limited_by_base(models) if by_grants else dict(models)
