"""What can happen to one user: requests of their own, of administrators and the provider, and time.

What a rule of the service refuses is part of life, a 5xx is not, unless the provider is away.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import timedelta
from typing import Any, ClassVar

from billing_service.commands.compare_books import compare_books
from billing_service.domain.provider import ProviderError
from books import RETURN, TOKEN, Books
from distant_provider import DistantProvider

from shared.testing import identity_headers

HOOK = f"/billing/webhook/yookassa/{TOKEN}"
ADMIN = identity_headers("admin", "root")
NOBODY = {"Accept": "*/*"}
# 403: a payment whose number was lost with the answer is not known to be the asking user's.
REFUSALS = {400, 403, 404, 409}
UNREACHED = {502, 503}
TROUBLES = frozenset({"lose answer", "lose question", "silence"})
ACTIONS = (
    "buy small", "buy small", "buy big", "buy year", "order small", "order big", "order year",
    "top_up", "pay", "decline", "bind", "unbind", "deliver", "deliver", "forge", "work", "work",
    "cancel now", "cancel later", "cancel later", "resume", "trial", "trial card", "assign big",
    "refund all", "refund part", "cabinet", "unlink", "compare", "reconcile", "hour", "day",
    "month", "declines", *sorted(TROUBLES),
)  # fmt: skip


class OneUser:
    """`clients` are the copies of the service in turn; `books` their database and worker."""

    books: ClassVar[Books]
    provider: ClassVar[DistantProvider]
    clients: ClassVar[Iterator[Any]]

    def __init__(self, user_id: str) -> None:
        self.user_id = user_id
        self.user = identity_headers("user", user_id, scopes={"user"})
        self.may_be_unreached = False

    async def act(self, action: str) -> None:
        verb, _, object_ = action.partition(" ")
        await getattr(self, f"_{verb}")(object_)

    async def _send(
        self,
        path: str,
        body: Any = None,
        headers: Any = None,
        refusals: AbstractSet[int] = REFUSALS,
    ) -> None:
        client = next(self.clients)
        answer = await client.post(path, headers=headers or self.user, json=body)
        allowed = {200} | refusals | (UNREACHED if self.may_be_unreached else set())
        assert answer.status_code in allowed, (path, answer.text)

    async def _order(self, plan: str) -> None:
        self.provider.now = self.books.clock.now
        wish = {"plan_id": plan, "return_url": RETURN, "save_payment_method": True}
        await self._send("/billing/payment", wish)

    async def _buy(self, plan: str) -> None:
        await self._order(plan)
        await self._pay("")
        await self._deliver("")
        await self._work("")

    async def _top_up(self, _: str) -> None:
        self.provider.now = self.books.clock.now
        await self._send("/billing/topup", {"amount_kopeks": 50000, "return_url": RETURN})

    def _theirs(self, status: str | None = None) -> list[Any]:
        """The user's payments as the provider has them."""
        every = self.provider.payments.values()
        own = [told for told in every if told.metadata["user_id"] == self.user_id]
        return [told for told in own if status in (None, told.status)]

    async def _pay(self, _: str) -> None:
        for told in self._theirs("pending"):
            self.provider.pay(told.id)

    async def _decline(self, _: str) -> None:
        for told in self._theirs("pending")[:1]:
            self.provider.cancel(told.id, "general_decline")

    async def _declines(self, _: str) -> None:
        self.provider.autopay = ["insufficient_funds", "pending", "card_expired"]

    async def _bind(self, status: str) -> None:
        for method in await self._bindings():
            self.provider.bind(method, status or "active")
            await self._tell("payment_method.active", method)

    async def _unbind(self, _: str) -> None:
        await self._bind("inactive")

    async def _bindings(self) -> list[str]:
        rows = await self.books.rows(
            "SELECT provider_id FROM binding WHERE user_id = $1 AND status = 'pending'",
            self.user_id,
        )
        return [row["provider_id"] for row in rows]

    async def _tell(self, event: str, object_id: str) -> None:
        told = {"type": "notification", "event": event, "object": {"id": object_id}}
        # One of the copies verifies at once: 503 asks to be told again.
        await self._send(HOOK, told, NOBODY, {400, 503})

    async def _deliver(self, which: str) -> None:
        """What happened last, or ever, twice and the newest first."""
        for told in self._theirs()[None if which else -4 :][::-1] * 2:
            if told.status != "pending":
                await self._tell(f"payment.{told.status}", told.id)
        ours = {told.id for told in self._theirs()}
        for refund in list(self.provider.refunds.values()):
            if refund.payment_id in ours:
                await self._tell("refund.succeeded", refund.id)

    async def _forge(self, _: str) -> None:
        for told in self._theirs()[-3:]:
            await self._tell("payment.succeeded", told.id)
            await self._tell("payment.canceled", told.id)

    async def _work(self, _: str) -> None:
        await self.books.work()

    async def _cancel(self, when: str) -> None:
        await self._send("/billing/subscription/cancel", {"immediate": when == "now"})

    async def _resume(self, _: str) -> None:
        await self._send("/billing/subscription/resume")

    async def _trial(self, card: str) -> None:
        path = "/billing/subscription/trial" + ("/card" if card else "")
        await self._send(path, {"plan_id": "small", "return_url": RETURN})

    async def _assign(self, plan: str) -> None:
        path = f"/admin/billing/users/{self.user_id}/subscription"
        answer = await next(self.clients).put(path, headers=ADMIN, json={"plan_id": plan})
        assert answer.status_code == 200, answer.text

    async def _refund(self, how: str) -> None:
        body = {"amount": 100} if how == "part" else {}
        for payment_id in await self._paid():
            await self._send(f"/admin/billing/payments/{payment_id}/refund", body, ADMIN)

    async def _paid(self) -> list[str]:
        rows = await self.books.rows(
            "SELECT id FROM payment WHERE user_id = $1 AND status = 'succeeded' LIMIT 1",
            self.user_id,
        )
        return [str(row["id"]) for row in rows]

    async def _cabinet(self, _: str) -> None:
        self.provider.now = self.books.clock.now
        for told in self._theirs("succeeded")[-1:]:
            left = told.amount - self.provider.refunded(told.id)
            if left:
                self.provider.refund_in_cabinet(told.id, left)

    async def _unlink(self, _: str) -> None:
        await self._send("/billing/payment-methods/unlink")

    async def _compare(self, _: str) -> None:
        books, span = self.books, timedelta(days=3)
        with suppress(ProviderError):
            await compare_books(books.db, self.provider, books.policy, books.clock.now, span)

    async def _reconcile(self, _: str) -> None:
        for told in self._theirs()[-1:]:
            await self._send("/billing/topup/reconcile", {"payment_id": told.id})

    async def _hour(self, _: str) -> None:
        self.books.clock.advance(timedelta(hours=1))

    async def _day(self, _: str) -> None:
        self.books.clock.advance(timedelta(days=1))

    async def _month(self, _: str) -> None:
        self.books.clock.advance(timedelta(days=31))

    async def _lose(self, what: str) -> None:
        self.provider.fail(after=what == "answer")

    async def _silence(self, _: str) -> None:
        self.provider.unheard = 3
