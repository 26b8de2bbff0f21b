"""What Open WebUI has, in our words: users, groups, memberships, models, and how it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal["groups", "users", "user_groups", "models"]
Access = Literal["public", "restricted", "private"]
Origin = Literal["rest", "database"]

# Also the order of publication: whoever opens an account should know the groups already.
KINDS: Final[tuple[Kind, ...]] = ("groups", "users", "user_groups", "models")
ACCESS_ORDER: Final[tuple[Access, ...]] = ("private", "restricted", "public")


@dataclass(frozen=True, slots=True)
class User:
    """A person; `pending` is a role, the ledger decides what it means."""

    name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class Group:
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """All groups of one user, inherited ones included, sorted."""

    group_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    base_model_id: str | None
    is_active: bool
    access: Access


State = User | Group | Membership | Model


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a kind could not be read or was not believed; `message` may be shown to anybody."""

    kind: Kind
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One kind, read whole. What could not be read whole has no Reading at all."""

    states: Mapping[str, State]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one look at Open WebUI found. A kind is here, or its failure is, never neither."""

    readings: Mapping[Kind, Reading] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def joined(self, other: "Snapshot") -> "Snapshot":
        """Both together; they must not speak of the same kind."""
        return Snapshot({**self.readings, **other.readings}, (*self.failures, *other.failures))


@dataclass(frozen=True, slots=True)
class Person:
    """One user looked up alone."""

    user_id: str
    user: User
    membership: Membership
