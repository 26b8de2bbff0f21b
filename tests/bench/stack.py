"""How long the whole stack takes to be ready, and the memory and idle processor time it keeps."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

import psutil

from shared.embedded.servers import free_port
from tests.bench.servers import processor_s, table

STARTS = 3
IDLE_S = 20
MB = 1_000_000


def owc(home: Path, port: int, *arguments: str) -> str:
    inherited = {n: v for n, v in os.environ.items() if not n.startswith("OWC_")}
    return subprocess.run(
        [sys.executable, "-m", "owc", *arguments],
        env={**inherited, "OWC_HOME": str(home), "PORT": str(port)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def start(home: Path, port: int) -> float:
    """Seconds until `owc up` says that all is ready."""
    started = time.perf_counter()
    owc(home, port, "up", "--detach")
    return time.perf_counter() - started


def service_of(name: str) -> str:
    return name.removesuffix("-worker")


def memory_mb(pids: list[int]) -> float:
    """Memory of these processes and what they started; shared pages count once for all."""
    whole = 0.0
    for pid in pids:
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            whole += each.memory_full_info().pss
    return whole / MB


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="owc-bench-") as folder:
        home, port = Path(folder) / "home", free_port()
        first = start(home, port)
        again = []
        for _ in range(STARTS):
            owc(home, port, "down")
            again.append(start(home, port))
        try:
            processes = json.loads(owc(home, port, "status", "--json"))["processes"]
            of: dict[str, list[int]] = defaultdict(list)
            for process in processes:
                of[service_of(process["name"])].append(process["pid"])
            before = {name: processor_s(*pids) for name, pids in of.items()}
            time.sleep(IDLE_S)
            idle = {name: (processor_s(*of[name]) - before[name]) / IDLE_S for name in of}
            memory = {name: memory_mb(pids) for name, pids in of.items()}
        finally:
            owc(home, port, "down", "--purge")
    print("## The whole stack\n")
    print(
        f"`make up` with demo data, from the command to ready: {first:.1f} s for the first start "
        f"(databases are made and migrated), {median(again):.1f} s for a later one (median of "
        f"{STARTS}; goal 5 s). Memory is proportional: a page that processes share counts once. "
        f"Idle is the share of one core over {IDLE_S} s in which nobody asks for anything.\n"
    )
    rows = [(name, f"{memory[name]:.0f}", f"{idle[name] * 100:.1f} %") for name in sorted(of)]
    rows.append(("together", f"{sum(memory.values()):.0f}", f"{sum(idle.values()) * 100:.1f} %"))
    print(table(("service and its worker", "MB", "idle"), rows))
    print("\nGoal: 600 MB.")


if __name__ == "__main__":
    run()
