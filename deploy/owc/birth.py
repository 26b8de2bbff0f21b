"""When a process was born: together with its id a name that is never given twice."""

from pathlib import Path

import psutil

PROC = Path("/proc")
_START_TICKS = 19  # of the fields behind the command, see proc(5)


def birth_of(pid: int) -> str | None:
    """A text that stays the same as long as the process lives; None if there is no such process.

    Not the wall clock: psutil derives that from the boot time, which moves when the clock is set.
    """
    boot = PROC / "sys" / "kernel" / "random" / "boot_id"
    try:
        if not boot.exists():
            return str(psutil.Process(pid).create_time())
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        ended = fields[0] in {"Z", "X"}
        return None if ended else f"{boot.read_text().strip()}/{fields[_START_TICKS]}"
    except (OSError, psutil.NoSuchProcess):
        return None
