"""What each role of an administrator may do."""

from typing import Final, Literal

Role = Literal["owner", "accountant", "support", "read-only"]
Permission = Literal["read", "people", "money", "prices", "audit", "access"]

# read: every list and report. people: waiting list and sync runs. money: balances, allowances,
# plans and payments. prices: the price book. audit: who did what. access: keys, administrators.
PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "owner": frozenset({"read", "people", "money", "prices", "audit", "access"}),
    "accountant": frozenset({"read", "people", "money", "prices", "audit"}),
    "support": frozenset({"read", "people"}),
    "read-only": frozenset({"read"}),
}
ROLES: Final = tuple(PERMISSIONS)


def permissions(role: str) -> frozenset[str]:
    """The permissions of `role`; none for a role nobody knows."""
    return PERMISSIONS.get(role, frozenset())
