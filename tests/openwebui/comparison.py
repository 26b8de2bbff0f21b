"""Holds the ledger against the provider's log: one charge per turn, for what was used."""

import json
from dataclasses import dataclass, field
from decimal import Decimal

from tests.openwebui.credit_system import UNITS, Charge, CreditSystem, wait_for
from tests.openwebui.provider import Provider, UpstreamCall, spoken, text_of

PRICES = {
    "fake-small": (Decimal("0.001"), Decimal("0.004")),
    "fake-large": (Decimal("0.01"), Decimal("0.03")),
    "fake-reasoner": (Decimal("0.002"), Decimal("0.008")),
}
BASES = {"helper": "fake-small"}
# Words which the provider had sent, but Open WebUI had not yet read, when the user left.
UNREAD_WORDS = 8


@dataclass
class Row:
    scenario: str
    provider: str
    ledger: str
    cost: Decimal


@dataclass
class Books:
    """What one user was charged since the test began."""

    system: CreditSystem
    provider: Provider
    user_id: str
    rows: list[Row]
    scenario: str
    before: list[Charge] = field(init=False)
    balance: Decimal = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.system.charges(self.user_id)
        self.balance = self.system.balance(self.user_id)

    def charges(self, wanted: int) -> list[Charge]:
        """Waits for the wanted number, and until nothing is reserved any more."""

        def new() -> list[Charge]:
            now = self.system.charges(self.user_id)
            return now[: len(now) - len(self.before)]

        wait_for(lambda: len(new()) >= wanted)
        wait_for(lambda: self.reserved() == 0)
        assert self.reserved() == 0, "a hold is still open"
        return new()

    def reserved(self) -> Decimal:
        user = self.system.user(self.user_id)
        return Decimal(user["credits"]) - Decimal(user["available"])

    def expect(self, marker: str, *models: str) -> list[Charge]:
        """One charge per model, of all upstream calls which were made for it in this turn."""
        charges = self.charges(len(models))
        calls = self.provider.answered(marker)
        self.rows.append(
            Row(
                self.scenario,
                " + ".join(described(call) for call in calls) or "no call",
                " + ".join(f"{c.usage[UNITS[0]]}/{c.usage[UNITS[1]]}" for c in charges)
                or "nothing",
                sum((charge.amount for charge in charges), Decimal(0)),
            )
        )
        assert sorted(charge.model_id for charge in charges) == sorted(models)
        for charge in charges:
            base = BASES.get(charge.model_id, charge.model_id)
            own = calls if len(models) == 1 else [c for c in calls if of_model(c, charge.model_id)]
            assert all(call.body["model"] == base for call in own)
            self.compare(charge, own)
        paid = sum((charge.amount for charge in charges), Decimal(0))
        assert self.system.balance(self.user_id) == self.balance - paid
        return charges

    def compare(self, charge: Charge, calls: list[UpstreamCall]) -> None:
        least, most = bounds(calls)
        for unit in UNITS:
            assert least[unit] <= charge.usage[unit] <= most[unit], (unit, charge, least, most)
        prompt, answer = PRICES[BASES.get(charge.model_id, charge.model_id)]
        used = charge.usage
        assert charge.amount == prompt * used[UNITS[0]] + answer * used[UNITS[1]]
        estimated = any(call.usage is None for call in calls)
        assert charge.actor == ("estimate-count" if estimated else "model-usage")

    def expect_nothing(self, marker: str) -> None:
        self.expect(marker)


def of_model(call: UpstreamCall, model_id: str) -> bool:
    system = any(message["role"] == "system" for message in call.body["messages"])
    return call.body["model"] == BASES.get(model_id, model_id) and system == (model_id == "helper")


def described(call: UpstreamCall) -> str:
    if call.usage:
        return f"{call.usage['prompt_tokens']}/{call.usage['completion_tokens']}"
    return f"{call.outcome}, {len(call.written.split())} words"


def bounds(calls: list[UpstreamCall]) -> tuple[dict[str, int], dict[str, int]]:
    least, most = dict.fromkeys(UNITS, 0), dict.fromkeys(UNITS, 0)
    for call in calls:
        low, high = (reported(call), reported(call)) if call.usage else estimated(call)
        for unit in UNITS:
            least[unit] += low[unit]
            most[unit] += high[unit]
    return least, most


def reported(call: UpstreamCall) -> dict[str, int]:
    usage = call.usage or {}
    cached = usage["prompt_tokens_details"]["cached_tokens"]
    thought = usage["completion_tokens_details"]["reasoning_tokens"]
    counts = (usage["prompt_tokens"], usage["completion_tokens"], cached, thought)
    return dict(zip(UNITS, counts, strict=True))


def estimated(call: UpstreamCall) -> tuple[dict[str, int], dict[str, int]]:
    """The documented estimate, worked out anew from what the provider received and sent."""
    messages = call.body["messages"]
    chars = sum(len(text_of(message.get("content"))) for message in messages)
    asked = [tool for message in messages for tool in message.get("tool_calls") or []]
    chars += sum(len(spoken(tool)) for tool in asked)
    chars += len(json.dumps(call.body["tools"])) if call.body.get("tools") else 0
    prompt = 4 * len(messages) + -(-chars // 4)
    words = call.written.split(" ")
    lost = UNREAD_WORDS if call.outcome in ("running", "client_left") else 0
    heard = " ".join(words[: max(len(words) - lost, 0)])
    return tuple(  # type: ignore[return-value]  # two of them
        dict(zip(UNITS, (prompt, -(-len(text) // 4), 0, 0), strict=True))
        for text in (heard, call.written)
    )
