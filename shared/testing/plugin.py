"""pytest plugin: real PostgreSQL and Valkey once per session, a fresh database per test.

TEST_DATABASE_URL and TEST_REDIS_URL replace the embedded servers, TEST_WITH=docker uses containers,
TEST_WITH=pgbouncer puts PgBouncer before PostgreSQL.
"""

import asyncio
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
import redis

from shared.embedded.account import server_account
from shared.embedded.servers import start_postgres, start_valkey
from shared.testing.databases import Databases
from shared.testing.pooler import Pooler
from shared.testing.waiting import FrozenClock

MakeDatabase = Callable[[str], Awaitable[str]]
_PASSWORD = "only-on-loopback-while-tests-run"  # noqa: S105 - dies with the session
_MEMORY = Path("/dev/shm")  # noqa: S108 - names below it are random
_ROOM_BYTES = 4 << 30
_REDIS_NUMBERS = 16  # what every server has unless configured otherwise
_redis_numbers = count()


def pytest_configure(config: pytest.Config) -> None:
    """Three things that each run needs, whoever starts it."""
    config.addinivalue_line("norecursedirs", ".hypothesis")  # examples, which it warns about
    _work_in_memory()
    # `timeout` and CI end a run by SIGTERM; without this the servers would outlive it.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _leave)


def _work_in_memory() -> None:
    """Temporary files go where there is no disk: each test makes a database of 370 files."""
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    about = os.statvfs(_MEMORY)
    if about.f_bavail * about.f_frsize >= _ROOM_BYTES and not about.f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def _leave(number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt(f"signal {number}")


@pytest.fixture(scope="session")
def server_place() -> Iterator[Path]:
    """A folder that the account of the servers owns and reaches."""
    account = server_account()
    place = Path(tempfile.mkdtemp(prefix="owc-tests-"))
    account.own(place)
    yield place
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A server on which roles and databases may be created."""
    with ExitStack() as stack:
        if given := os.environ.get("TEST_DATABASE_URL"):
            yield given
        elif os.environ.get("TEST_WITH") == "docker":
            from testcontainers.community.postgres import PostgresContainer

            image = os.environ.get("TEST_POSTGRES_IMAGE", "postgres:17-alpine")
            yield stack.enter_context(PostgresContainer(image)).get_connection_url(driver=None)
        else:
            server = start_postgres(request.getfixturevalue("server_place"), _PASSWORD)
            stack.callback(server.stop)
            yield server.url


@pytest.fixture(scope="session")
def redis_server_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A Redis or Valkey whose numbered databases may be emptied."""
    with ExitStack() as stack:
        if given := os.environ.get("TEST_REDIS_URL"):
            yield given
        elif os.environ.get("TEST_WITH") == "docker":
            from testcontainers.community.redis import RedisContainer

            image = os.environ.get("TEST_REDIS_IMAGE", "redis:7-alpine")
            container = stack.enter_context(RedisContainer(image))
            yield f"redis://{container.get_container_host_ip()}:{container.get_exposed_port(6379)}"
        else:
            server = start_valkey(request.getfixturevalue("server_place"), _PASSWORD)
            stack.callback(server.stop)
            yield server.url


@pytest.fixture(scope="session")
def pooler(request: pytest.FixtureRequest) -> Iterator[Pooler | None]:
    """PgBouncer before that server, where it is wanted."""
    if os.environ.get("TEST_WITH") != "pgbouncer":
        yield None
        return
    made = Pooler(request.getfixturevalue("postgres_url"), request.getfixturevalue("server_place"))
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def postgres(postgres_url: str, pooler: Pooler | None) -> Iterator[Databases]:
    """The maker of databases of this session."""
    databases = Databases(postgres_url, pooler.url if pooler else "")
    yield databases
    _outside_any_loop(databases.drop_templates())


@pytest.fixture
async def make_database(postgres: Databases) -> AsyncIterator[MakeDatabase]:
    """Awaited with a service's name it answers the address of a fresh, migrated database."""
    made: list[str] = []

    async def make(service: str) -> str:
        url = await postgres.create(service)
        made.append(url)
        return url

    yield make
    await postgres.drop(made)


@pytest.fixture(scope="module")
def make_module_database(postgres: Databases) -> Iterator[Callable[[str], str]]:
    """Like `make_database`, without await, and the database lives as long as the module."""
    made: list[str] = []

    def make(service: str) -> str:
        url: str = _outside_any_loop(postgres.create(service))
        made.append(url)
        return url

    yield make
    _outside_any_loop(postgres.drop(made))


@pytest.fixture
def redis_url(redis_server_url: str) -> str:
    """An empty numbered database, another one than the tests just before had."""
    number = next(_redis_numbers) % _REDIS_NUMBERS
    url: str = urlsplit(redis_server_url)._replace(path=f"/{number}").geturl()
    with redis.Redis.from_url(url) as client:
        client.flushdb()
    return url


@pytest.fixture
def frozen_clock() -> FrozenClock:
    return FrozenClock()


def _outside_any_loop(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it in a thread of its own, so that pytest's event loop is not touched."""
    answers: list[Any] = []
    failures: list[BaseException] = []

    def target() -> None:
        try:
            answers.append(asyncio.run(work))
        except BaseException as error:  # noqa: BLE001 - handed to the caller
            failures.append(error)

    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]
    return answers[0]
