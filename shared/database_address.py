"""The address of a database: one server, several of which one takes writes, or a pooler.

postgresql://role:password@one:5432,two:5432/owc_ledger?target_session_attrs=read-write
postgresql://role:password@pooler:6432/owc_ledger?statement_cache_size=0
"""

from typing import Final, NamedTuple, Self
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

_SCHEMES: Final = {"postgresql", "postgres"}
# asyncpg's own name for it, which PostgreSQL would refuse to be told.
_CACHE: Final = "statement_cache_size"
_CACHE_DEFAULT: Final = 256


class DatabaseAddress(NamedTuple):
    """`urls` name the same database on each server of the list.

    PgBouncer in transaction mode gives every transaction another server process, which before 1.21
    does not know what was prepared in the last one: `statement_cache_size` must be 0 there.
    """

    urls: tuple[str, ...]
    statement_cache_size: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it; ValueError says what is wrong with it, without its password."""
        parts = urlsplit(text)
        login, at, hosts = parts.netloc.rpartition("@")
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        cache = options.pop(_CACHE, str(_CACHE_DEFAULT))
        if parts.scheme not in _SCHEMES:
            raise ValueError("must begin with postgresql://")
        if not cache.isdecimal():
            raise ValueError(f"{_CACHE} must be a number")
        rest = parts._replace(query=urlencode(options))
        urls = tuple(rest._replace(netloc=login + at + host).geturl() for host in hosts.split(","))
        return cls(urls, int(cache))

    @property
    def servers(self) -> list[SplitResult]:
        return [urlsplit(url) for url in self.urls]
