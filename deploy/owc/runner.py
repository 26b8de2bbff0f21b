"""`owc up`: the whole system on one machine, from nothing to ready, until it is told to stop."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from owc import catalog, databases, demo_openwebui, payment_simulator
from owc.birth import birth_of
from owc.children import EmbeddedServer, PythonProgram, open_log
from owc.environment import environment_of, has_openwebui
from owc.forked import load_libraries
from owc.home import Credentials, Home
from owc.running import exclusive, stop
from owc.supervisor import Supervisor
from owc.welcome import Welcome
from shared.embedded.account import server_account
from shared.embedded.servers import RunningServer, port_is_free, start_postgres, start_valkey

CHECK_EVERY_S = 0.2


class PortTakenError(RuntimeError):
    """PORT belongs to another program."""


@dataclass(slots=True)
class Runner:
    """One installation while it runs."""

    home: Home
    port: int
    say: Callable[[str], None]
    supervisor: Supervisor = field(init=False)
    credentials: Credentials = field(init=False)
    ports: dict[str, int] = field(init=False)
    ready: bool = False
    greeted: bool = False
    _stopping: threading.Event = field(default_factory=threading.Event)
    _recording: threading.Lock = field(default_factory=threading.Lock)

    def run(self) -> int:
        """Start everything, watch it until a signal comes, stop everything."""
        with exclusive(self.home), self._signals():
            stop(self.home)  # children of a runner that was killed
            if not port_is_free(self.port):
                raise PortTakenError(f"port {self.port} is taken; choose another: PORT=8001")
            self.credentials = self.home.credentials(self.port)
            self.supervisor = Supervisor(self.say, self._record)
            try:
                self._start()
                self._watch()
            finally:
                self._stop()
        return 0

    def _start(self) -> None:
        inner = [name for name in catalog.SERVICES if name != "gateway"]
        names = [*inner, "postgres", "valkey", payment_simulator.NAME]
        self.ports = {**self.home.ports(names), "gateway": self.port}
        if catalog.missing():
            self.say(f"not in this checkout: {', '.join(catalog.missing())}")
        if not has_openwebui() and demo_openwebui.create(self.home.demo_database):
            self.say("no Open WebUI is configured: made a demo Open WebUI database")
        servers = self._start_servers()
        for program in catalog.programs():
            port = self.ports[program.service] if program.is_door else 0
            environment = environment_of(program, self.home, self.credentials, self.ports, servers)
            log = self.home.logs / f"{program.name}.log"
            folder = catalog.folder(program.service)
            self.supervisor.add(
                PythonProgram(program.name, port, program.module, environment, folder, log)
            )
        if payment_simulator.is_wanted():
            self.supervisor.add(self._simulator())
        self._record()
        greeting = Welcome(self.home, self.credentials, self.ports, self.say, self._stopping)
        threading.Thread(target=self._greet, args=(greeting,), daemon=True).start()

    def _simulator(self) -> PythonProgram:
        name = payment_simulator.NAME
        port = self.ports[name]
        environment = payment_simulator.own_environment(self.home, port, self.port)
        (self.home.path / "demo").mkdir(mode=0o700, exist_ok=True)
        log = self.home.logs / f"{name}.log"
        return PythonProgram(name, port, payment_simulator.MODULE, environment, self.home.path, log)

    def _start_servers(self) -> dict[str, str]:
        """Addresses by service, and of Redis, on servers that answer and are migrated."""
        passwords = {name: self.home.secret(f"role_{name}") for name in catalog.present()}
        with ThreadPoolExecutor(1) as pool:
            # Valkey and PostgreSQL must be children of this thread; only the SQL runs beside.
            postgres = os.environ.get("DATABASE_URL") or self._embedded("postgres", start_postgres)
            self._record()
            migrations = pool.submit(databases.prepare, postgres, passwords, self.say)
            redis = os.environ.get("REDIS_URL") or self._embedded("valkey", start_valkey)
            load_libraries()
            migrations.result()
        urls = {
            name: databases.address_of(postgres, name, word) for name, word in passwords.items()
        }
        servers = {**urls, "redis": redis}
        self.home.write("databases", servers)
        return servers

    def _embedded(self, name: str, start: Callable[..., RunningServer]) -> str:
        place = self.home.servers_place(server_account())
        if not place.is_relative_to(self.home.path):
            self.say(f"{name} cannot work below {self.home.path}; its data are in {place}")
        log = self.home.logs / f"{name}.log"
        open_log(log).close()
        launch = partial(start, place, self.home.secret(name), port=self.ports[name], log=log)
        server = launch()
        child = EmbeddedServer(name, server.port, server.stop_signal, launch)
        self.supervisor.adopt(child, server.process)
        return server.url

    def _greet(self, greeting: Welcome) -> None:
        try:
            self.ready = greeting.give()
        finally:
            self.greeted = True
            self._record()

    def _watch(self) -> None:
        while not self._stopping.wait(CHECK_EVERY_S):
            self.supervisor.check()

    def _stop(self) -> None:
        self._stopping.set()
        self.say("stopping")
        began = time.monotonic()
        servers = {"postgres", "valkey"}
        self.supervisor.stop_all_but(servers)
        self.supervisor.stop_all_but(set())
        with self._recording:
            self.home.run_file.unlink(missing_ok=True)
        self.say(f"stopped in {time.monotonic() - began:.1f} s")

    def _record(self) -> None:
        """Also called from the thread that greets, which must not write after the end."""
        with self._recording:
            if not self._stopping.is_set():
                self._write_record()

    def _write_record(self) -> None:
        own = os.getpid()
        record = {
            "pid": own,
            "born": birth_of(own),
            "port": self.port,
            "ready": self.ready,
            "greeted": self.greeted,
            "processes": self.supervisor.snapshot(),
        }
        self.home.write("run", record)

    @contextmanager
    def _signals(self) -> Iterator[None]:
        def leave(_number: int, _frame: object) -> None:
            self._stopping.set()

        names = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
        before = {name: signal.signal(name, leave) for name in names}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)


def say(text: str) -> None:
    """One line for the person at the terminal, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
