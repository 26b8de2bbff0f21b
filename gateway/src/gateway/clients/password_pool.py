"""bcrypt outside of the event loop: a hash takes a quarter of a second of a processor.

Two threads and a short queue: logins may become slow or be refused, charges never wait for them.
"""

import asyncio
import base64
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import bcrypt

from shared.problems import TooManyRequests

_THREADS: Final = 2
_QUEUE_MAX: Final = 32
ResultT = TypeVar("ResultT")


def _prepared(password: str) -> bytes:
    # bcrypt reads 72 bytes and stops at NUL; a digest makes every password fit.
    return base64.b64encode(hashlib.sha256(password.encode()).digest())


class PasswordPool:
    """Hashes and checks passwords; TooManyRequests when too many wait already."""

    def __init__(self, cost: int) -> None:
        self._cost = cost
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="password")
        self._waiting = 0
        self._dummy: str | None = None

    async def hash(self, password: str) -> str:
        """A new hash of `password`."""
        return await self._run(self._hash, password)

    async def check(self, password: str, hashed: str | None) -> bool:
        """Whether the password is right; no hash takes as long as a wrong password."""
        if hashed is None:
            self._dummy = self._dummy or await self.hash("nobody has this password")
            await self._run(bcrypt.checkpw, _prepared(password), self._dummy.encode())
            return False
        return await self._run(bcrypt.checkpw, _prepared(password), hashed.encode())

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _hash(self, password: str) -> str:
        return bcrypt.hashpw(_prepared(password), bcrypt.gensalt(self._cost)).decode("ascii")

    async def _run(self, work: Callable[..., ResultT], *args: object) -> ResultT:
        if self._waiting >= _QUEUE_MAX:
            raise TooManyRequests("Too many logins at once", retry_after_s=2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)
        finally:
            self._waiting -= 1
