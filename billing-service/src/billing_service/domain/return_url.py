"""Where a payer may be sent back to: only to hosts that the owner of the installation named."""

from typing import Final
from urllib.parse import urlsplit

LENGTH_MAX: Final = 2048


def checked_return_url(text: str, hosts: frozenset[str]) -> str:
    """Return the address in canonical form; ValueError if it may not be used.

    Without the list of hosts a link to our shop could lead anybody anywhere afterwards.
    """
    url = text.strip()
    if not url or len(url) > LENGTH_MAX or any(char <= " " or char == "\\" for char in url):
        raise ValueError("Invalid return_url")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError("Invalid return_url") from None
    has_user = "@" in parts.netloc
    if parts.scheme not in ("http", "https") or not parts.hostname or has_user or parts.fragment:
        raise ValueError("Invalid return_url")
    name = parts.hostname if port is None else f"{parts.hostname}:{port}"
    if name not in hosts and parts.hostname not in hosts:
        raise ValueError("Invalid return_url")
    return parts._replace(path=parts.path or "/").geturl()
