"""Writes many facts of one kind to the outbox at once: a first poll tells of 100,000 users.

Same table and columns as `shared.outbox.add`, one statement for a whole batch.
"""

from collections.abc import Mapping

from shared.codec import encode
from shared.contracts.sync import GroupChanged, MembershipChanged, ModelChanged, Status, UserChanged
from shared.db import Connection
from shared.telemetry import trace_parent
from sync_service.domain.directory import Group, Membership, State, User

Fact = UserChanged | GroupChanged | MembershipChanged | ModelChanged


def fact(thing_id: str, state: State, status: Status) -> Fact:
    """The event that tells of `state`."""
    if isinstance(state, User):
        return UserChanged(
            user_id=thing_id, name=state.name, email=state.email, role=state.role, status=status
        )
    if isinstance(state, Group):
        return GroupChanged(group_id=thing_id, name=state.name, status=status)
    if isinstance(state, Membership):
        return MembershipChanged(user_id=thing_id, group_ids=state.group_ids)
    return ModelChanged(
        model_id=thing_id,
        name=state.name,
        base_model_id=state.base_model_id,
        is_active=state.is_active,
        access=state.access,
        status=status,
    )


async def add_all(connection: Connection, states: Mapping[str, State], status: Status) -> None:
    """Record that each of `states` changed; call it inside the transaction that changed them."""
    if not states:
        return
    facts = [fact(thing_id, state, status) for thing_id, state in states.items()]
    await connection.execute(
        """
        INSERT INTO outbox (type, aggregate_id, data, traceparent)
        SELECT $1, f.aggregate_id, f.data::jsonb, $4
        FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS f (aggregate_id, data, position)
        ORDER BY f.position
        """,
        facts[0].event_type,
        list(states),
        [encode(one).decode() for one in facts],
        trace_parent.get(),
    )
