"""One running installation, and databases of the first system of both kinds."""

import json
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from owc.api import Api


@pytest.fixture(scope="session")
def installation(make_installation: Any) -> Iterator[Any]:
    """One of its own: thousands of users would be in the way of the other tests."""
    with tempfile.TemporaryDirectory(prefix="owc-importing-") as folder:
        yield from make_installation(Path(folder) / "home")


@pytest.fixture(scope="session")
def admin(installation: Any) -> Api:
    api: Api = installation.admin()
    return api


@pytest.fixture
def import_old(installation: Any) -> Callable[..., Any]:
    """The report of `owc import credit-system`."""

    def import_(address: str, source: str, *more: str, status: int = 0) -> Any:
        command = ("import", "credit-system", "--from", address, "--source", source)
        done = installation.owc(*command, "--json", "--users", *more)
        assert done.returncode == status, done.stdout + done.stderr
        return json.loads(done.stdout)

    return import_


def _old_system() -> Any:
    spec = spec_from_file_location("old_system", Path(__file__).with_name("old_system.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["sqlite", "postgres"])
def make_old(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Any], str]:
    """Called with rows it answers the address of an old database that has them."""
    old_system = _old_system()

    def make(rows: Any) -> str:
        if request.param == "sqlite":
            return str(old_system.make_sqlite(tmp_path / f"{uuid4().hex}.db", rows))
        server = request.getfixturevalue("postgres_url")
        return str(old_system.make_postgres(server, f"old_{uuid4().hex}", rows))

    make.kind = request.param  # type: ignore[attr-defined]
    return make
