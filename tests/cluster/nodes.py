"""Three PostgreSQL servers under Patroni and one etcd, on loopback, for as long as a test runs."""

import asyncio
import contextlib
import json
import secrets
import shutil
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import psutil

from shared.embedded.account import Account, server_account
from shared.embedded.servers import (
    HOST,
    SUPERUSER,
    RunningServer,
    free_port,
    postgres_binaries,
    start_program,
)
from shared.testing import eventually
from shared.testing.pooler import takes_connections

PATRONI: Final = Path(sys.prefix) / "cluster"
TTL_S: Final = 20
_READY_WITHIN_S: Final = 150


class MissingError(RuntimeError):
    """Something is not installed; the message says how to install it."""


@dataclass(slots=True)
class Node:
    """A PostgreSQL and the Patroni that looks after it."""

    name: str
    place: Path
    port: int = field(default_factory=free_port)
    api_port: int = field(default_factory=free_port)
    patroni: RunningServer | None = None

    def kill(self) -> None:
        """SIGKILL for Patroni, PostgreSQL and all its processes: the machine is gone."""
        assert self.patroni is not None
        postmaster = psutil.Process(
            int((self.place / "data/postmaster.pid").read_text().split()[0])
        )
        doomed = [postmaster, *postmaster.children(recursive=True)]
        self.patroni.process.kill()
        for process in doomed:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.patroni.process.wait()
        psutil.wait_procs(doomed, timeout=10)


class Cluster:
    """`urls` of it list all nodes; whoever leads takes the connections."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._account = server_account()
        self._binaries = postgres_binaries(place, self._account)
        self._password = secrets.token_hex(12)
        self._etcd_port = free_port()
        self._etcd: RunningServer | None = None
        self._python, self._packages = _patroni_for(self._account, place)
        self.nodes = [Node(f"node{number}", place / f"node{number}") for number in (1, 2, 3)]

    @property
    def url(self) -> str:
        hosts = ",".join(f"{HOST}:{node.port}" for node in self.nodes)
        login = f"{SUPERUSER}:{self._password}"
        return f"postgresql://{login}@{hosts}/postgres?target_session_attrs=read-write"

    async def start(self) -> None:
        """Everything runs, and a standby confirms every commit."""
        self._etcd = self._start_etcd()
        for node in self.nodes:
            self.start_node(node)
            await eventually(lambda: self.leader() if node is self.nodes[0] else True, 60)  # noqa: B023
        await eventually(self.is_whole, _READY_WITHIN_S)

    def stop(self) -> None:
        """End what was started here: a Patroni stops its PostgreSQL before it goes."""
        for node in self.nodes:
            if node.patroni is not None:
                node.patroni.stop()
        if self._etcd is not None:
            self._etcd.stop()

    def start_node(self, node: Node) -> None:
        node.place.mkdir(mode=0o700, exist_ok=True)
        self._account.own(node.place)
        configuration = node.place / "patroni.yml"
        configuration.write_text(json.dumps(self._configuration(node)))  # JSON is YAML
        configuration.chmod(0o600)
        self._account.own(configuration)
        command = ["/usr/bin/env", f"PYTHONPATH={self._packages}", "PYTHONDONTWRITEBYTECODE=1"]
        command += [f"HOME={node.place}", self._python, "-s", "-m", "patroni", str(configuration)]
        server = RunningServer(node.name, "", node.api_port, signal.SIGTERM)
        log = self._place / f"{node.name}.log"
        node.patroni = start_program(
            server, command, log, lambda _pid: takes_connections(node.api_port)
        )

    async def members(self) -> dict[str, dict[str, Any]]:
        """By name, as the first Patroni that answers sees them."""
        async with httpx.AsyncClient(trust_env=False, timeout=3) as client:
            for node in self.nodes:
                try:
                    answer = await client.get(f"http://{HOST}:{node.api_port}/cluster")
                except httpx.TransportError:
                    continue
                return {member["name"]: member for member in answer.json()["members"]}
        raise AssertionError("no Patroni answers")

    async def leader(self) -> Node | None:
        """Who takes writes."""
        for name, member in (await self.members()).items():
            if member["role"] == "leader" and member["state"] == "running":
                return next(node for node in self.nodes if node.name == name)
        return None

    async def is_whole(self) -> bool:
        """A leader, two standbys that stream, one of which confirms commits."""
        members = (await self.members()).values()
        states = sorted((member["role"], member["state"]) for member in members)
        expected = [("leader", "running"), ("replica", "streaming"), ("sync_standby", "streaming")]
        assert states == expected, states
        return True

    def _start_etcd(self) -> RunningServer:
        program = shutil.which("etcd")
        if program is None:
            raise MissingError("etcd is missing: apt install etcd-server")
        data = self._place / "etcd"
        data.mkdir(mode=0o700)
        self._account.own(data)
        mine, peers = f"http://{HOST}:{self._etcd_port}", f"http://{HOST}:{free_port()}"
        command = [program, "--data-dir", str(data), "--name", "etcd"]
        command += ["--listen-client-urls", mine, "--advertise-client-urls", mine]
        command += ["--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers]
        command += ["--initial-cluster", f"etcd={peers}"]
        server = RunningServer("etcd", mine, self._etcd_port, signal.SIGTERM)
        log = self._place / "etcd.log"
        return start_program(server, command, log, lambda _pid: takes_connections(server.port))

    def _configuration(self, node: Node) -> dict[str, Any]:
        address, api = f"{HOST}:{node.port}", f"{HOST}:{node.api_port}"
        superuser = {"username": SUPERUSER, "password": self._password}
        replicator = {"username": "replicator", "password": self._password}
        return {
            "scope": "owc",
            "name": node.name,
            "restapi": {"listen": api, "connect_address": api},
            "etcd3": {"host": f"{HOST}:{self._etcd_port}"},
            "bootstrap": {
                "dcs": {
                    "ttl": TTL_S,
                    "loop_wait": 3,
                    "retry_timeout": 5,
                    "synchronous_mode": True,
                    "postgresql": {
                        "use_pg_rewind": True,
                        "parameters": {"max_connections": 100, "shared_buffers": "64MB"},
                    },
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, "data-checksums"],
            },
            "postgresql": {
                "listen": address,
                "connect_address": address,
                "data_dir": str(node.place / "data"),
                "bin_dir": str(self._binaries),
                "pgpass": str(node.place / "pgpass"),
                "authentication": {"superuser": superuser, "replication": replicator},
                "parameters": {
                    "unix_socket_directories": "",
                    "password_encryption": "scram-sha-256",
                },
                "pg_hba": [
                    f"host replication replicator {HOST}/32 scram-sha-256",
                    f"host all all {HOST}/32 scram-sha-256",
                ],
            },
        }


def _patroni_for(account: Account, place: Path) -> tuple[str, Path]:
    """A Python and the packages of Patroni that the account of the servers can read."""
    if not (PATRONI / "patroni").is_dir():
        raise MissingError("Patroni is missing: make test-cluster installs it")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    pythons = [Path(sys.base_prefix) / "bin" / version, Path("/usr/bin") / version]
    readable = [python for python in pythons if python.exists() and account.can_enter(python)]
    if not readable:
        raise MissingError(f"PostgreSQL must not run as root, and no {version} is open to others")
    packages = PATRONI
    if not account.can_enter(PATRONI):
        packages = place / "patroni"
        shutil.copytree(PATRONI, packages)
        for path in (packages, *packages.rglob("*")):
            account.own(path)
    return str(readable[0]), packages


async def wait_for_another_leader(cluster: Cluster, old: Node) -> Node:
    """The node that leads instead of `old`."""

    async def found() -> Node | None:
        node = await cluster.leader()
        return None if node is old else node

    node = await eventually(found, within=3 * TTL_S)
    assert node is not None
    return node


async def started(place: Path) -> Cluster:
    cluster = Cluster(place)
    try:
        await cluster.start()
    except BaseException:
        await asyncio.to_thread(cluster.stop)
        raise
    return cluster
