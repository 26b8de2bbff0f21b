"""What differs between the mirror and a reading, and when a reading is not believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sync_service.domain.directory import Failure, Kind, Membership, Model, Origin, Reading, State

_EMPTY_NEVER: tuple[Kind, ...] = ("users", "models")


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the mirror. `settled` is false if it changed after the reading began,
    `lingers` is true if it has not changed for long.
    """

    state: State
    is_open: bool
    settled: bool = True
    lingers: bool = False
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Changes of one kind, in the order of ids: what to write, what to close."""

    kind: Kind
    seen: int = 0
    written: Mapping[str, State] = field(default_factory=dict)
    closed: tuple[str, ...] = ()
    created: int = 0
    faded: int = 0

    @property
    def changed(self) -> int:
        return len(self.written) - self.created

    def counts(self) -> dict[str, int]:
        return {
            "seen": self.seen,
            "created": self.created,
            "changed": self.changed,
            "closed": len(self.closed),
        }


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a kind one reading may close without a person's word."""

    percent_max: int
    count_free: int


@dataclass(frozen=True, slots=True)
class Rules:
    """How often to look, and what to believe."""

    interval_s: float
    limits: Limits


def difference(kind: Kind, reading: Reading, mirror: Mapping[str, Known]) -> Difference:
    """Compare; rows of the mirror that are newer than the reading are left alone."""
    written: dict[str, State] = {}
    created = 0
    for thing_id in sorted(reading.states):
        state, known = reading.states[thing_id], mirror.get(thing_id)
        if known is None:
            created += 1
            written[thing_id] = state
        elif known.settled and (known.state != state or not known.is_open):
            written[thing_id] = state
    closed: list[str] = []
    faded: dict[str, State] = {}
    for thing_id, known in sorted(mirror.items()):
        if thing_id not in reading.states and _may_close(kind, known, reading.origin):
            after = _faded(known)
            if after is None:
                closed.append(thing_id)
            elif after != known.state:
                faded[thing_id] = after
    written |= faded
    return Difference(kind, _seen(reading), written, tuple(closed), created, len(faded))


def _faded(known: Known) -> State | None:
    """A base model seen by REST, when it is absent: first unusable, None (closed) after long.

    Open WebUI leaves out the models of a connection that does not answer, without a word.
    """
    model = known.state
    if not isinstance(model, Model) or known.origin != "rest" or model.base_model_id is not None:
        return None
    return None if known.lingers and not model.is_active else replace(model, is_active=False)


def _seen(reading: Reading) -> int:
    """How many things were read; of memberships each pair of user and group."""
    return sum(
        len(state.group_ids) if isinstance(state, Membership) else 1
        for state in reading.states.values()
    )


def _may_close(kind: Kind, known: Known, origin: Origin) -> bool:
    if kind == "user_groups" or not known.is_open or not known.settled:
        # A membership has no end of its own: its user is closed, or has no groups any more.
        return False
    # Base models without a row exist only in REST, so a database cannot say that one is gone.
    model = known.state
    from_rest = isinstance(model, Model) and model.base_model_id is None and known.origin == "rest"
    return not (from_rest and origin == "database")


def disbelief(found: Difference, mirror: Mapping[str, Known], limits: Limits) -> Failure | None:
    """Why this change is too large to be true, or None. A person may force it all the same."""
    known = sum(1 for row in mirror.values() if row.is_open and not _is_empty(row.state))
    lost = _losses(found, mirror)
    if not lost:
        return None
    if found.seen == 0 and found.kind in _EMPTY_NEVER:
        return Failure(found.kind, "empty", f"The reading is empty, {known} are known")
    if lost > limits.count_free and lost * 100 > known * limits.percent_max:
        verb = "take all groups from" if found.kind == "user_groups" else "close"
        text = f"The reading would {verb} {lost} of {known}; confirm with force=true if this is so"
        return Failure(found.kind, "too-many-closed", text)
    return None


def _is_empty(state: State) -> bool:
    return isinstance(state, Membership) and not state.group_ids


def _losses(found: Difference, mirror: Mapping[str, Known]) -> int:
    if found.kind != "user_groups":
        return len(found.closed) + found.faded
    emptied = (thing_id for thing_id, state in found.written.items() if _is_empty(state))
    return sum(1 for thing_id in emptied if thing_id in mirror)
