"""Whose address a request came from, believing only proxies that were named as ours."""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network


@lru_cache(maxsize=8)
def networks(text: str) -> tuple[Network, ...]:
    """Parse a comma list of addresses and networks; ValueError names the wrong one."""
    return tuple(ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())


@lru_cache(maxsize=4096)
def _trusted(address: str, trusted: tuple[Network, ...]) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in trusted)


def forwarded_for(peer: str, claimed: str, trusted: tuple[Network, ...]) -> str:
    """The X-Forwarded-For to pass on; its last entry is the caller's address.

    Entries that our own proxies appended are cut from the right; what an unknown peer claims is
    dropped whole.
    """
    if not claimed or not _trusted(peer, trusted):
        return peer
    hops = [hop.strip() for hop in claimed.split(",")]
    while len(hops) > 1 and _trusted(hops[-1], trusted):
        hops.pop()
    return ", ".join(hops) if _is_address(hops[-1]) else peer


def forwarded_proto(peer: str, claimed: str, scheme: str, trusted: tuple[Network, ...]) -> str:
    """How the caller spoke to the outermost proxy of ours, else to us."""
    return claimed if claimed in {"http", "https"} and _trusted(peer, trusted) else scheme


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def caller_address(chain: str) -> str:
    """The caller in an X-Forwarded-For that `forwarded_for` made."""
    return chain.rpartition(",")[2].strip()
