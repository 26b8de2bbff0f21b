"""`owc logs`: the lines of all log files as they are written, each with the name of its process."""

import sys
import time
from pathlib import Path

LAST_LINES = 10
PAUSE_S = 0.2


def tail(folder: Path, *, follow: bool) -> int:
    """Print the last lines of each file, then go on with new ones until Ctrl-C."""
    if not folder.is_dir():
        sys.stderr.write(f"no logs in {folder}\n")
        return 1
    positions: dict[Path, int] = {}
    try:
        _print_new(folder, positions, first=True)
        while follow:
            time.sleep(PAUSE_S)
            _print_new(folder, positions, first=False)
    except (KeyboardInterrupt, BrokenPipeError):
        return 0
    return 0


def _print_new(folder: Path, positions: dict[Path, int], *, first: bool) -> None:
    for file in sorted(folder.glob("*.log")):
        position = positions.get(file, 0)
        if file.stat().st_size < position:
            position = 0  # put aside and begun anew
        with file.open("rb") as log:
            log.seek(position)
            whole, newline, _ = log.read().rpartition(b"\n")
        positions[file] = position + len(whole) + len(newline)
        lines = whole.decode(errors="replace").splitlines()
        for line in lines[-LAST_LINES:] if first else lines:
            sys.stdout.write(f"{file.stem:15} {line}\n")
    sys.stdout.flush()
