"""From which address a notice really comes, walking back over trusted proxies only."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from fastapi import Request

from billing_service.settings import Settings

Address = IPv4Address | IPv6Address


def sender_of(request: Request, settings: Settings) -> str | None:
    """Return the sender's address; None if it is not one of the provider's and that matters."""
    trusted = networks_of(settings.trusted_proxies)
    peer = request.client.host if request.client else ""
    forwarded = ",".join(request.headers.getlist("x-forwarded-for"))
    address = client_address(peer, forwarded, trusted)
    if not settings.checks_sender:
        return str(address or peer)
    allowed = networks_of(settings.webhook_senders)
    if address is None or not any(address in network for network in allowed):
        return None
    return str(address)


def client_address(peer: str, forwarded: str, trusted: list[Any]) -> Address | None:
    """Return the first address, seen from us, that is not a trusted proxy; None if unreadable.

    The header is read from the right: whatever the sender itself wrote stands on the left.
    """
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    for hop in (peer, *reversed(hops)):
        try:
            address = ip_address(hop)
        except ValueError:
            return None
        if isinstance(address, IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        if not any(address in network for network in trusted):
            return address
    return None


def networks_of(text: str) -> list[Any]:
    """Return the networks in a comma-separated list."""
    return [ip_network(item.strip(), strict=False) for item in text.split(",") if item.strip()]
