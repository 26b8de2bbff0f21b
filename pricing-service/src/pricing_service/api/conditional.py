"""Answering "not modified" (RFC 9110, 13.1.2)."""


def matches(if_none_match: bytes, etag: bytes) -> bool:
    """Whether the client has the current version; weak tags compare like strong ones here."""
    if if_none_match == etag:
        return True
    tags = (tag.strip().removeprefix(b"W/") for tag in if_none_match.split(b","))
    return any(tag in (etag, b"*") for tag in tags)
