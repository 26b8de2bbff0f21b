"""Groups inside groups: a member of a group is a member of all groups above it."""

from collections.abc import Iterable, Mapping

from sync_service.domain.directory import Membership


def ancestors(group_id: str, parents: Mapping[str, str | None]) -> list[str]:
    """The groups above `group_id`; a circle, which no group screen allows, ends the walk."""
    found: list[str] = []
    current = parents.get(group_id)
    while current is not None and current not in found and current != group_id:
        found.append(current)
        current = parents.get(current)
    return found


def membership(direct: Iterable[str], parents: Mapping[str, str | None]) -> Membership:
    """The direct groups of a user and all above them; ids of groups that are gone are dropped."""
    all_of_them: set[str] = set()
    for group_id in direct:
        if group_id in parents:
            all_of_them.add(group_id)
            all_of_them.update(up for up in ancestors(group_id, parents) if up in parents)
    return Membership(tuple(sorted(all_of_them)))


def memberships(
    user_ids: Iterable[str],
    pairs: Iterable[tuple[str, str]],
    parents: Mapping[str, str | None],
) -> dict[str, Membership]:
    """The membership of every user, also of those without a group; `pairs` are (group, user)."""
    direct: dict[str, list[str]] = {user_id: [] for user_id in user_ids}
    for group_id, user_id in pairs:
        if user_id in direct:
            direct[user_id].append(group_id)
    return {user_id: membership(groups, parents) for user_id, groups in direct.items()}
