"""Open WebUI with the metering door as its only upstream: the ledger equals the provider's log.

Its own Open WebUI and credit system, because both are set up differently than for the functions.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Self

import pytest

from tests.openwebui.comparison import BASES, PRICES, bounds
from tests.openwebui.conftest import CHARGING, PRECHECK, PURSE, install, prepare
from tests.openwebui.credit_system import ROOT, UNITS, Charge, CreditSystem, Json, wait_for
from tests.openwebui.provider import Handler, Provider, UpstreamCall
from tests.openwebui.visitor import Visitor
from tests.openwebui.webui import ApiError, OpenWebUI, Rest, free_port

TASKS = {"title_generation": True, "tags_generation": True, "follow_up_generation": True}


class EmbeddingHandler(Handler):
    def do_POST(self) -> None:  # noqa: N802 - the name that http.server calls
        if not self.path.endswith("/embeddings"):
            super().do_POST()
            return
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        message = {"role": "user", "content": " ".join(body["input"])}
        call = UpstreamCall({**body, "messages": [message]})
        call.outcome, call.usage = "ok", call.count(0)
        self.provider.calls.append(call)
        vectors = [{"object": "embedding", "index": 0, "embedding": [0.25]}]
        self.reply({"object": "list", "data": vectors, "usage": call.usage})


class EmbeddingProvider(Provider):
    def __enter__(self) -> Self:
        entered = super().__enter__()
        self.server.RequestHandlerClass = type("Bound", (EmbeddingHandler,), {"provider": self})
        return entered


@dataclass
class MeteredSystem(CreditSystem):
    provider_url: str = ""
    port: int = field(default_factory=free_port)

    def make(self, *words: str, timeout_s: float) -> None:
        own = {
            "OWC_OPENWEBUI_URL": self.openwebui.base,
            "OWC_OPENWEBUI_API_KEY": self.openwebui.people["admin"].api_key,
            "OWC_SYNC_INTERVAL_S": "300",
            "OWC_PROVIDER_URL": self.provider_url,
            "OWC_PROVIDER_API_KEY": "sk-provider",
        }
        subprocess.run(
            ["make", "--no-print-directory", *words, f"PORT={self.port}", f"OWC_HOME={self.home}"],
            cwd=ROOT,
            env={**os.environ, **own},
            check=True,
            timeout=timeout_s,
        )


@dataclass
class Door:
    """One user behind the door: what was charged, and what the provider did, since the start."""

    openwebui: OpenWebUI
    system: MeteredSystem
    provider: Provider
    before: int = 0
    balance: Decimal = Decimal(0)

    @property
    def user_id(self) -> str:
        return self.openwebui.people["student"].user_id

    @property
    def browser(self) -> Visitor:
        return Visitor(self.openwebui.base, self.openwebui.people["student"].token)

    @property
    def rest(self) -> Rest:
        token = self.openwebui.people["student"].token
        return Rest(self.openwebui.base, {"Authorization": f"Bearer {token}"})

    def begin(self, credits_: Decimal = PURSE) -> None:
        self.provider.calls.clear()
        self.system.set_balance(self.user_id, credits_)
        self.before, self.balance = len(self.system.charges(self.user_id)), credits_

    def charges(self) -> list[Charge]:
        found = self.system.charges(self.user_id)
        return found[: len(found) - self.before]

    def expect(self, calls: int) -> list[tuple[UpstreamCall, Charge]]:
        """So many calls, each charged once for what the provider says of it, and nothing else."""
        assert wait_for(lambda: len(self.charges()) >= calls)
        assert wait_for(self.nothing_is_reserved)
        charges, made = self.charges(), list(self.provider.calls)
        assert (len(charges), len(made)) == (calls, calls)
        pairs = []
        for call in made:
            charge = next((one for one in charges if fits(one, call)), None)
            assert charge is not None, (call.outcome, call.usage, charges)
            charges.remove(charge)
            pairs.append((call, charge))
        paid = sum((charge.amount for _, charge in pairs), Decimal(0))
        assert self.system.balance(self.user_id) == self.balance - paid
        return pairs

    def nothing_is_reserved(self) -> bool:
        user = self.system.user(self.user_id)
        return Decimal(user["credits"]) == Decimal(user["available"])


def fits(charge: Charge, call: UpstreamCall) -> bool:
    """The charge is of this call: same model, same counts, right price, and says if it guesses."""
    least, most = bounds([call])
    prompt, answer = PRICES[call.body["model"]]
    used = charge.usage
    return (
        charge.model_id == call.body["model"]
        and all(least[unit] <= used[unit] <= most[unit] for unit in UNITS)
        and charge.amount == prompt * used[UNITS[0]] + answer * used[UNITS[1]]
        and charge.actor == ("meter" if call.usage else "meter-estimate")
    )


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with EmbeddingProvider() as running:
        yield running


@pytest.fixture(scope="module")
def installed(
    provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[OpenWebUI, MeteredSystem]]:
    venv = Path(os.environ.get("OWUI_VENV", Path.home() / ".cache/owui/venv"))
    home = Path(tempfile.mkdtemp(prefix="credits-"))
    home.chmod(0o711)
    openwebui = OpenWebUI(venv, tmp_path_factory.mktemp("openwebui-metered"), "")
    system = MeteredSystem(home, openwebui, provider_url=provider.url)
    openwebui.provider_url = f"http://127.0.0.1:{system.port}/v1"
    openwebui.extra["ENABLE_FORWARD_USER_INFO_HEADERS"] = "True"
    try:
        openwebui.start()
        openwebui.seed()
        system.start()
        connect(openwebui, system)
        prepare(system, openwebui)
        install(openwebui, system, "--valve", "charging=gateway", "--only", CHARGING)
        install(openwebui, system, "--only", PRECHECK)
        yield openwebui, system
        system.verify()
    finally:
        openwebui.stop()
        system.stop()
        shutil.rmtree(home)


def connect(openwebui: OpenWebUI, system: MeteredSystem) -> None:
    """The key is known now; in an installation it stands in OPENAI_API_KEYS from the start."""
    form: Json = {
        "ENABLE_OPENAI_API": True,
        "OPENAI_API_BASE_URLS": [openwebui.provider_url],
        "OPENAI_API_KEYS": [system.key],
        "OPENAI_API_CONFIGS": {},
    }
    openwebui.admin.post("/openai/config/update", form)
    found = openwebui.admin.get("/api/models?refresh=true")["data"]
    assert set(PRICES) | set(BASES) <= {model["id"] for model in found}


@pytest.fixture
def door(installed: tuple[OpenWebUI, MeteredSystem], provider: Provider) -> Door:
    made = Door(*installed, provider)
    made.begin()
    return made


def test_a_turn_with_title_tags_and_follow_ups_is_four_charges(door: Door) -> None:
    seen = door.browser.chat("tasks [[words=5]]", extra={"background_tasks": TASKS})
    assert "w4" in seen.text
    pairs = door.expect(4)
    assert sum(call.is_task for call, _ in pairs) == 3


def test_every_round_of_a_tool_loop_is_charged(door: Door) -> None:
    door.browser.chat("tool loop [[tool]] [[rounds=2]] [[words=5]]", tools=("calc",))
    door.expect(3)


def test_a_streamed_and_a_plain_api_call_are_charged(door: Door) -> None:
    visitor = Visitor(door.openwebui.base, door.openwebui.people["student"].api_key)
    visitor.call("streamed [[words=5]]", stream=True)
    visitor.call("plain [[words=5]]", stream=False)
    door.expect(2)


def test_a_derived_model_is_charged_as_the_model_that_is_called(door: Door) -> None:
    door.browser.chat("derived [[words=5]]", models=("helper",))
    (pair,) = door.expect(1)
    assert pair[1].model_id == BASES["helper"]


def test_routes_that_no_filter_sees_are_charged(door: Door) -> None:
    messages = [{"role": "user", "content": "bypass [[words=5]]"}]
    form: Json = {"model": "fake-small", "messages": messages}
    door.rest.post("/openai/chat/completions", form)
    door.rest.post("/api/v1/tasks/title/completions", form)
    door.rest.post("/api/embeddings", {"model": "fake-small", "input": ["one two three"]})
    door.expect(3)


def test_stop_ends_the_call_of_the_provider_and_costs_what_was_said(door: Door) -> None:
    seen = door.browser.chat("stop [[words=60]] [[slow=0.1]]", stop_after=1.5)
    assert seen.stopped
    ((call, charge),) = door.expect(1)
    assert wait_for(lambda: call.outcome == "client_left")
    assert charge.usage["completion_tokens"] > 0


def test_a_caller_that_leaves_pays_for_what_was_said(door: Door) -> None:
    visitor = Visitor(door.openwebui.base, door.openwebui.people["student"].api_key)
    visitor.call("leaving [[words=60]] [[slow=0.1]]", stream=True, leave_after=1.5)
    door.expect(1)


def test_errors_of_the_provider_cost_nothing_before_the_first_word(door: Door) -> None:
    assert door.browser.chat("error [[err=500]]").error
    assert wait_for(door.nothing_is_reserved)
    assert not door.charges()


def test_errors_in_the_middle_cost_what_was_said(door: Door) -> None:
    door.browser.chat("broken [[err_mid]]")
    door.browser.chat("lost [[drop]]")
    door.expect(2)


def test_without_credits_the_user_reads_why_and_no_model_is_called(door: Door) -> None:
    door.begin(Decimal("0.001"))
    messages = [{"role": "user", "content": "poor"}]
    form: Json = {"model": "fake-small", "messages": messages}
    door.openwebui.admin.post(f"/api/v1/functions/id/{PRECHECK}/toggle")
    try:
        seen = door.browser.chat("poor [[words=5]]", extra={"background_tasks": TASKS})
        with pytest.raises(ApiError) as refused:
            door.rest.post("/openai/chat/completions", form)
    finally:
        door.openwebui.admin.post(f"/api/v1/functions/id/{PRECHECK}/toggle")
    assert "You do not have enough credits: 0.001 available" in seen.error
    assert "You do not have enough credits" in str(refused.value.answer)
    assert not door.provider.calls
    assert not door.charges()
