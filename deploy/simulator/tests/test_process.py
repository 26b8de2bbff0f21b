"""The process: where it listens, what it refuses, and what survives kill -9."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from yookassa_simulator.remote import Simulator, simulator

Body = dict[str, Any]
WITHIN_S = 20


def start(*arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "yookassa_simulator", *arguments],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
        check=False,
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "localhost", "192.0.2.1", ""])
def test_it_binds_loopback_alone(host: str) -> None:
    ended = start("--host", host, "--port", "0")
    assert ended.returncode == 2
    assert "binds 127.0.0.1 alone" in ended.stderr


def test_it_refuses_production_and_foreign_addresses() -> None:
    assert "production" in start("--port", "0", OWC_ENV="production").stderr
    foreign = start("--port", "0", "--webhook-url", "https://shop.example/notices")
    assert (foreign.returncode, "loopback" in foreign.stderr) == (2, True)
    assert start("--port", "0", "--shop", "100500").returncode == 2


async def test_a_name_that_merely_resolves_here_is_refused(provider: Simulator) -> None:
    for path in ("/_sim/state", "/v3/me", "/health"):
        answer = await provider.send("GET", path, headers={"Host": "rebound.example"})
        assert answer.status_code == 403
    form = await provider.send("POST", "/_sim/reset", content=b"x=1")
    assert form.status_code == 415


async def test_it_says_that_it_is_ready_and_ends_in_order(provider: Simulator) -> None:
    assert (await provider.send("GET", "/health/ready")).status_code == 200
    me = (await provider.call("GET", "/me")).json()
    assert (me["account_id"], me["test"]) == ("100500", True)
    with simulator() as running:
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(WITHIN_S) == 0


async def test_names_of_a_container_network_are_as_good_as_loopback(tmp_path: Path) -> None:
    options = tmp_path / "options"
    options.write_text("--shop=100500:from-a-file\n--webhook-url=http://gateway:8000/notices\n")
    with simulator(f"@{options}", "--container-names", "payment-simulator,gateway") as near:
        for host, status in (("payment-simulator:8089", 200), ("rebound.example", 403)):
            answer = await near.send("GET", "/health", headers={"Host": host})
            assert answer.status_code == status
        (shop,) = (await near.send("GET", "/_sim/state")).json()["shop"]
        assert shop["key"] == "from-a-file"


def test_it_ends_with_whoever_started_it() -> None:
    with simulator() as running:
        assert running.process.stdin is not None
        running.process.stdin.close()
        assert running.process.wait(WITHIN_S) == 0


async def test_kill_9_loses_nothing_that_was_answered(tmp_path: Path, wish: Body) -> None:
    state = ("--state", str(tmp_path / "new" / "state.sqlite"))
    with simulator(*state) as first:
        await first.advance(1000)
        await first.fail("http:429", method="GET", path="/me")
        made = (await first.call("POST", "/payments", wish, key="k")).json()
        pending = (await first.call("POST", "/payments", wish)).json()
        paid = await first.finish(made["id"])
        first.kill()
    with simulator(*state) as second:
        assert (await second.call("GET", f"/payments/{made['id']}")).json() == paid
        replay = (await second.call("POST", "/payments", wish, key="k")).json()
        assert replay == paid
        assert (await second.call("GET", "/me")).status_code == 429
        fresh = (await second.call("POST", "/payments", wish)).json()
        assert fresh["id"] not in (made["id"], pending["id"])
        assert fresh["created_at"] > pending["created_at"]
        await second.advance(3700)
        after = (await second.call("GET", f"/payments/{pending['id']}")).json()
        assert after["status"] == "canceled"


async def test_a_notice_not_yet_acknowledged_is_sent_after_a_restart(
    tmp_path: Path, wish: Body, provider: Simulator, door: Any
) -> None:
    state = ("--state", str(tmp_path / "state.sqlite"))
    with simulator(*state, "--webhook-url", "http://127.0.0.1:9/") as first:
        made = (await first.call("POST", "/payments", wish)).json()
        await first.finish(made["id"])
        first.kill()
    with simulator(*state, "--webhook-url", door.url) as second:
        await second.advance(100_000)
        (delivery,) = await second.deliveries()
        while delivery["state"] == "waiting":
            (delivery,) = await second.deliveries()
    assert door.events == ["payment.succeeded"]


async def test_two_simulators_do_not_share_one_file(tmp_path: Path) -> None:
    path = str(tmp_path / "state.sqlite")
    with simulator("--state", path):
        ended = start("--port", "0", "--state", path)
    assert ended.returncode == 2
    assert "in use" in ended.stderr
