"""Facts about Open WebUI's users, groups and models, as sync-service sees them."""

from typing import ClassVar, Literal

from shared.contracts import Contract

Status = Literal["active", "closed"]


class UserChanged(Contract, frozen=True, kw_only=True):
    """A user appeared, changed, or is gone (`closed`; never erased)."""

    event_type: ClassVar[str] = "sync.user_changed"
    user_id: str
    name: str
    email: str
    role: str
    status: Status


class GroupChanged(Contract, frozen=True, kw_only=True):
    """A group appeared, changed its name, or is gone (`closed`)."""

    event_type: ClassVar[str] = "sync.group_changed"
    group_id: str
    name: str
    status: Status


class MembershipChanged(Contract, frozen=True, kw_only=True):
    """All groups of one user, inherited ones included."""

    event_type: ClassVar[str] = "sync.membership_changed"
    user_id: str
    group_ids: tuple[str, ...]


class ModelChanged(Contract, frozen=True, kw_only=True):
    """`base_model_id` is set for a model derived from another one."""

    event_type: ClassVar[str] = "sync.model_changed"
    model_id: str
    name: str
    base_model_id: str | None
    is_active: bool
    access: Literal["public", "restricted", "private"]
    status: Status
