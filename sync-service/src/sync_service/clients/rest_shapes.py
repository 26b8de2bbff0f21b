"""What Open WebUI's REST API answers, reduced to the fields that are read; the rest is ignored."""

from typing import Any

import msgspec


class UserShape(msgspec.Struct):
    id: str
    name: str | None
    email: str | None
    role: str | None
    group_ids: list[str] | None = None

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "email": self.email, "role": self.role}


class UserList(msgspec.Struct):
    users: list[UserShape]
    total: int | None = None


class GroupOfUser(msgspec.Struct):
    id: str


class UserAlone(msgspec.Struct):
    id: str
    name: str | None
    email: str | None
    role: str | None
    groups: list[GroupOfUser] = []

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "email": self.email, "role": self.role}


class GroupShape(msgspec.Struct):
    """`user_ids` was there before 0.12, `parent_group_id` is there since."""

    id: str
    name: str | None
    parent_group_id: str | None = None
    user_ids: list[str] | None = None

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "parent_group_id": self.parent_group_id}


class Member(msgspec.Struct):
    id: str


class GrantShape(msgspec.Struct):
    principal_type: str
    principal_id: str
    permission: str


class ModelRow(msgspec.Struct):
    """A row of the table `model`: an override of a base model, or a derived model."""

    id: str
    name: str | None = None
    base_model_id: str | None = None
    is_active: bool = True
    access_grants: list[GrantShape] | None = None
    access_control: Any = None


class ArenaMeta(msgspec.Struct):
    access_grants: list[GrantShape] | None = None


class EffectiveInfo(msgspec.Struct):
    """`info` of a model in the list that people choose from; an arena's has only `meta`."""

    id: str | None = None
    name: str | None = None
    base_model_id: str | None = None
    is_active: bool = True
    access_grants: list[GrantShape] | None = None
    access_control: Any = None
    meta: ArenaMeta | None = None


class LiveModel(msgspec.Struct):
    id: str
    name: str | None = None
    arena: bool = False
    info: EffectiveInfo | None = None


class LiveModels(msgspec.Struct):
    data: list[LiveModel]
