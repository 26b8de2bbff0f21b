"""Buyers who insist, a provider that errs, and a flood of notices of which few are true."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import httpx
from yookassa_simulator.remote import Simulator

from shared.testing import identity_headers
from tests.system.wreck import TOKEN, Wreck

RETURN = "http://localhost/billing"
FATES = {"paid": 6, "declined": 1, "left": 1, "tampered": 1, "alien": 1}
NOTICE_FAULTS = (
    "duplicate:3", "lose", "delay:5", "forge", "wrong_amount", "missing_metadata", "other_shop",
    "unknown_event", "test_flag_flip", "reorder",
)  # fmt: skip
REQUEST_FAULTS = (
    "drop_after_effect", "500_after_effect", "drop_before", "http:503", "bad_json", "truncate",
    "202_then_ok", "slow:300",
)  # fmt: skip
# The provider sends a notice once and seven times more, each time after a longer pause.
_PAUSES_S = (0.1, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 0)
_PAUSE_S = 0.1
_AT_ONCE = 24


@dataclass
class Market:
    """`fates` says of each of the provider's payments what becomes of it."""

    wreck: Wreck
    chance: random.Random
    fates: dict[str, str] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)

    @property
    def provider(self) -> Simulator:
        assert self.wreck.provider
        return self.wreck.provider

    def is_through(self, share: int) -> bool:
        """Say whether so many orders and notices have met their end."""
        return len(self.fates) + self.told.total() - self.told["sent again"] >= share

    def with_fate(self, *fates: str) -> set[str]:
        return {payment_id for payment_id, fate in self.fates.items() if fate in fates}

    async def open(self) -> None:
        """A plan to buy, and everything goes wrong at times."""
        plan = {"id": "pro", "name": "Pro", "price": 990, "interval": "month"}
        async with httpx.AsyncClient(base_url=self.wreck.api, trust_env=False) as http:
            answer = await http.post(
                "/admin/billing/plans",
                headers=identity_headers("admin"),
                json=plan | {"included_credits": 500},
            )
            assert answer.status_code == 200, answer.text
        for kind in NOTICE_FAULTS:
            fault: dict[str, Any] = {"kind": kind, "times": None, "probability": 0.1}
            await self.provider.control("POST", "/faults", fault)
        for kind in REQUEST_FAULTS:
            fault = {"kind": kind, "times": None, "probability": 0.04}
            await self.provider.control(
                "POST", "/faults", fault | {"match": {"path": "/payments*"}}
            )

    async def trade(self, number: int) -> None:
        """One buyer from the order to its fate."""
        fate = self.chance.choices(list(FATES), list(FATES.values()))[0]
        make = self._alien if fate == "alien" else self._order
        payment_id: str = await insist(lambda: make(number))
        self.fates[payment_id] = fate
        await insist(lambda: self._seal(payment_id, fate))

    async def _order(self, number: int) -> str:
        who = identity_headers("user", f"u{number}", scopes={"user"})
        what: tuple[str, Any] = ("payment", {"plan_id": "pro"})
        if number % 2:
            what = ("topup", {"amount_kopeks": 50_000})
        async with httpx.AsyncClient(base_url=self.wreck.api, trust_env=False, timeout=10) as http:
            answer = await http.post(
                f"/billing/{what[0]}",
                headers=who | {"Idempotency-Key": f"order-{number}"},
                json=what[1] | {"return_url": RETURN},
            )
        assert answer.status_code == 200, answer.text
        payment_id = answer.json()["payment_id"]
        assert payment_id, answer.text
        return str(payment_id)

    async def _alien(self, number: int) -> str:
        """Money that billing never asked for, in the name of one of its buyers."""
        body = {
            "amount": {"value": "990.00", "currency": "RUB"},
            "capture": True,
            "confirmation": {"type": "redirect", "return_url": RETURN},
            "metadata": {"user_id": f"u{number}", "plan_id": "pro"},
        }
        answer = await self.provider.call("POST", "/payments", body, key=f"alien-{number}")
        assert answer.status_code == 200, answer.text
        return str(answer.json()["id"])

    async def _seal(self, payment_id: str, fate: str) -> None:
        if fate == "tampered":
            wrong = {"amount": {"value": "1.00", "currency": "RUB"}}
            await self.provider.control("PATCH", f"/payments/{payment_id}", wrong)
        outcome = "canceled:general_decline" if fate == "declined" else "succeeded"
        if fate != "left":
            await self.provider.finish(payment_id, outcome)

    async def flood(self, count: int, at_once: int = _AT_ONCE) -> None:
        """Post `count` notices, each again until it is acknowledged or the provider gives up."""
        places = asyncio.Semaphore(at_once)
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(10)) as session,
            asyncio.TaskGroup() as posts,
        ):
            for _ in range(count):
                await places.acquire()
                post = posts.create_task(self._tell(session, *self._notice()))
                post.add_done_callback(lambda _: places.release())

    def _notice(self) -> tuple[str, Any]:
        """Return where to and what; of what the object says nothing may be believed."""
        known = list(self.fates) or ["nobody"]
        payment_id = self.chance.choice(known)
        forged_id = f"{self.chance.getrandbits(32):08x}-000f-5000-9000-{0:012x}"
        said = {"id": payment_id, "status": "succeeded", "paid": True}
        events: list[tuple[str, Any]] = [
            ("payment.succeeded", said),
            ("payment.succeeded", said | {"amount": {"value": "1.00", "currency": "USD"}}),
            ("payment.succeeded", said | {"id": forged_id}),
            ("payment.canceled", said | {"status": "canceled", "paid": False}),
            ("payment.waiting_for_capture", said),
            ("refund.succeeded", said | {"payment_id": payment_id}),
            ("payout.succeeded", said),
            ("payment.succeeded", [payment_id]),
        ]
        event, told = self.chance.choices(events, [6, 2, 1, 2, 1, 1, 1, 1])[0]
        hook = self.wreck.hook
        if self.chance.random() < 1 / 50:
            hook = hook.replace(TOKEN, "a-guess")
        return hook, {"type": "notification", "event": event, "object": told}

    async def _tell(self, session: aiohttp.ClientSession, hook: str, notice: Any) -> None:
        for pause in _PAUSES_S:
            try:
                async with session.post(hook, json=notice) as answer:
                    status = answer.status
            except (aiohttp.ClientError, TimeoutError):
                status = 0
            if status in (200, 401):
                assert (status == 200) is (TOKEN in hook)
                self.told["heard" if status == 200 else "refused"] += 1
                return
            self.told["sent again"] += 1
            await asyncio.sleep(pause)
        self.told["given up"] += 1


async def insist(step: Callable[[], Awaitable[Any]]) -> Any:
    """Repeat what may be repeated until it is answered."""
    while True:
        try:
            return await step()
        except (httpx.HTTPError, AssertionError, ValueError):
            await asyncio.sleep(_PAUSE_S)
