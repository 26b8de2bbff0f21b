"""`owc doctor`: what is wrong, and how to mend it."""

from dataclasses import asdict

import typer

from owc.screen import View, say, show
from owc.verbs import BROKEN, DEFAULT_HOME, FAILED, OK, AsJson, Home


def doctor(home: Home = DEFAULT_HOME, *, as_json: AsJson = False) -> None:
    """Look at a running installation. Exit 1 when something is wrong, 3 when an invariant is."""
    from owc.doctor.checks import examine
    from owc.doctor.gather import gather

    found = examine(gather(home, say))
    rows = [asdict(finding) for finding in found]
    wrong = [finding for finding in found if finding.level in {"broken", "error"}]
    note = f"{len(wrong)} to mend" if wrong else "all is well"
    show(View(rows, rows, ("level", "about", "found", "mend"), note), as_json=as_json)
    broken = any(finding.level == "broken" for finding in found)
    raise typer.Exit(BROKEN if broken else FAILED if wrong else OK)
