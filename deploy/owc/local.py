"""The commands up, down and status: what they print and with which status they end."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from owc.api import door
from owc.home import Home
from owc.running import AlreadyRunningError, ours, runner_of, stop

DETACHED_WITHIN_S = 180.0


def up(home_path: Path, port: int) -> int:
    from owc.databases import MigrationFailedError
    from owc.runner import PortTakenError, Runner, say
    from shared.embedded.servers import ServerFailedError

    home = Home.open(home_path)
    try:
        return Runner(home, port, say).run()
    except AlreadyRunningError:
        return _already(home)
    except (PortTakenError, MigrationFailedError, ServerFailedError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def up_detached(home_path: Path, port: int) -> int:
    """Start the runner in the background and repeat what it says until it is ready."""
    home = Home.open(home_path)
    if runner_of(home) is not None:
        return _already(home)
    log = home.logs / "runner.log"
    log.touch(mode=0o600)
    with log.open("ab") as output, log.open(errors="replace") as echo:
        echo.seek(0, os.SEEK_END)
        command = [sys.executable, "-m", "owc", "up", "--home", str(home.path), "--port", str(port)]
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        ready = _follow(home, child)
        sys.stdout.write(echo.read())
    child.returncode = 0 if child.returncode is None else child.returncode  # it goes on without us
    if not ready:
        sys.stderr.write("not everything became ready; see `make status` and `make logs`\n")
    return 0 if ready else 1


def _follow(home: Home, child: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + DETACHED_WITHIN_S
    while time.monotonic() < deadline and child.poll() is None:
        record = home.read("run")
        if record.get("pid") == child.pid and record.get("greeted"):
            return bool(record["ready"])
        time.sleep(0.05)
    return False


def _already(home: Home) -> int:
    port = int(home.read("run").get("port", 0))
    sys.stdout.write(
        f"already running: {door(port)} (credentials: {home.path / 'credentials.env'})\n"
    )
    return 0


def down(home_path: Path, *, purge: bool) -> int:
    """Only a folder that `up` has made is ever deleted."""
    home = Home(home_path.absolute())
    if not home.state.is_dir():
        sys.stdout.write("nothing was running\n")
        return 0
    sys.stdout.write("stopped\n" if stop(home) else "nothing was running\n")
    if purge:
        home.purge()
    return 0


def status(home_path: Path, *, as_json: bool) -> int:
    home = Home(home_path.absolute())
    rows = [_row(entry) for entry in home.read("run").get("processes", [])]
    running = runner_of(home) is not None
    if as_json:
        sys.stdout.write(json.dumps({"running": running, "processes": rows}, indent=1) + "\n")
    elif not rows:
        sys.stdout.write("not running\n")
    else:
        _table(rows)
    return 0 if running and all(row["state"] == "running" for row in rows) else 1


def _row(entry: dict[str, Any]) -> dict[str, Any]:
    process = ours(entry["pid"], entry["born"])
    row = {"name": entry["name"], "state": "ended", "port": entry["port"] or None}
    row |= {"pid": entry["pid"], "restarts": entry["restarts"], "uptime_s": None, "memory_mb": None}
    if process is not None:
        try:
            row["memory_mb"] = process.memory_info().rss // 2**20
            row["uptime_s"] = int(time.time() - process.create_time())
            row["state"] = "running"
        except psutil.NoSuchProcess:
            return row
    return row


def _table(rows: list[dict[str, Any]]) -> None:
    lines = [list(rows[0])] + [["" if v is None else str(v) for v in r.values()] for r in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
