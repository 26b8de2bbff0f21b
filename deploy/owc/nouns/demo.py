"""`owc demo`: time and luck of an installation whose payments are simulated."""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final

import typer

from owc import payment_simulator
from owc.api import Api, ApiError, segment
from owc.home import Home as Installation
from owc.screen import View, show
from owc.verbs import DEFAULT_HOME, AsJson, Home

app = typer.Typer(no_args_is_help=True, help="Time and luck, where payments are simulated.")
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days"}


def _span(text: str) -> timedelta:
    known = re.fullmatch(r"([1-9]\d{0,4})([mhd])", text)
    if known is None:
        raise typer.BadParameter(f"{text!r} is no span: 30d, 12h or 45m")
    return timedelta(**{_UNITS[known[2]]: int(known[1])})


Span = Annotated[timedelta, typer.Argument(parser=_span, metavar="SPAN", help="30d, 12h or 45m.")]
Outcomes = Annotated[
    list[str],
    typer.Argument(
        metavar="OUTCOME...",
        help="succeeded, canceled:REASON or pending->succeeded:30s, one for each charge to come.",
    ),
]


def _hand(home: Installation) -> Api:
    """The hidden hand of the simulator of this installation."""
    port = home.read("ports").get(payment_simulator.NAME)
    hand = Api(f"http://127.0.0.1:{port}/_sim")
    try:
        hand.get("/faults")
    except ApiError:
        raise ApiError(0, "no simulator of payments runs in this OWC_HOME") from None
    return hand


@app.command()
def forward(span: Span, home: Home = DEFAULT_HOME, *, as_json: AsJson = False) -> None:
    """Move time on for billing, ledger and the simulator; it never moves back."""
    installation = Installation(home)
    hand = _hand(installation)
    now = hand.post("/clock", {"advance_seconds": span.total_seconds()})["now"]
    ahead = datetime.fromisoformat(now) - datetime.now(UTC)
    payment_simulator.set_clock(installation, ahead)
    show(View({"now": now, "ahead_seconds": int(ahead.total_seconds())}), as_json=as_json)


@app.command()
def charges(outcomes: Outcomes, home: Home = DEFAULT_HOME, *, as_json: AsJson = False) -> None:
    """Say what the next charges of every saved payment method bring."""
    hand = _hand(Installation(home))
    found = [method for method in _kept(hand, "method") if method["status"] == "active"]
    for method in found:
        path = f"/payment_methods/{segment(method['body']['id'])}/script"
        hand.send("PUT", path, {"script": outcomes})
    rows = [{"method": method["body"]["id"], "charges": outcomes} for method in found]
    show(View(rows, rows, ("method", "charges"), f"{len(rows)} methods"), as_json=as_json)


@app.command()
def tamper(
    payment: Annotated[str, typer.Argument(help="The payment's id at the provider.")],
    amount: Annotated[str, typer.Argument(help="What the provider shall say was paid.")],
    home: Home = DEFAULT_HOME,
    *,
    as_json: AsJson = False,
) -> None:
    """Let the provider tell of another amount than was agreed, before the payer pays."""
    hand = _hand(Installation(home))
    wrong = {"amount": {"value": amount, "currency": "RUB"}}
    show(
        View(hand.parse(hand.send("PATCH", f"/payments/{segment(payment)}", wrong))),
        as_json=as_json,
    )


def _kept(hand: Api, kind: str) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = hand.get("/state")[kind]
    return kept
