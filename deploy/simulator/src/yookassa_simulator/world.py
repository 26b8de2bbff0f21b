"""All state of the simulator: documents, timers, the queue of notices. Knows no HTTP."""

import asyncio
import hashlib
import heapq
import itertools
import random
from datetime import UTC, datetime

from yookassa_simulator.clock import VirtualClock, iso, parse
from yookassa_simulator.journal import Document, Journal

# The first part of the provider's ids counts seconds from here.
_ID_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_KEPT_BY_RESET = ("shop",)
EVENTS = (
    "payment.waiting_for_capture",
    "payment.succeeded",
    "payment.canceled",
    "refund.succeeded",
    "payment_method.active",
)


class World:
    """One event loop touches it, so each handler's synchronous part is atomic."""

    def __init__(
        self,
        journal: Journal,
        *,
        public_url: str,
        seed: str = "",
        retry_scale: float = 1.0,
        names: frozenset[str] = frozenset(),
    ) -> None:
        self.journal = journal
        # Of a closed container network, which are as good as loopback: ours, and the shop's.
        self.names = names
        self.public_url = public_url
        self.seed = seed
        self.retry_scale = retry_scale
        self.random = random.Random(seed or None)  # noqa: S311 - chooses faults, guards nothing
        self.documents = journal.load()
        clock = self.documents["meta"].get("clock", {})
        self.clock = VirtualClock(clock.get("offset_s", 0.0), clock.get("frozen_at"))
        self.wake = asyncio.Event()
        self._changed: dict[tuple[str, str], None] = {}
        self._timers: list[tuple[datetime, int, str]] = []
        self._deliveries: list[tuple[datetime, int, str]] = []
        self._order = itertools.count()
        self.held: set[str] = set()
        self.resets = 0
        for identity, timer in self.documents["timer"].items():
            heapq.heappush(self._timers, (parse(timer["due"]), next(self._order), identity))
        for identity, delivery in self.documents["delivery"].items():
            if delivery["state"] == "waiting":
                self._queue_delivery(identity, delivery)
            elif delivery["state"] == "held":
                self.held.add(identity)

    # documents

    def all(self, kind: str) -> dict[str, Document]:
        return self.documents[kind]

    def get(self, kind: str, identity: str) -> Document | None:
        return self.documents[kind].get(identity)

    def put(self, kind: str, identity: str, body: Document) -> Document:
        self.documents[kind][identity] = body
        self._changed[kind, identity] = None
        return body

    def remove(self, kind: str, identity: str) -> None:
        if self.documents[kind].pop(identity, None) is not None:
            self._changed[kind, identity] = None

    def flush(self) -> None:
        """Make everything that changed durable. Called before an answer is sent."""
        if not self._changed:
            return
        changed = [
            (kind, identity, self.documents[kind].get(identity)) for kind, identity in self._changed
        ]
        self._changed = {}
        self.journal.write(changed)

    def reset(self) -> None:
        """Forget everything but the shops."""
        for kind in list(self.documents):
            if kind not in _KEPT_BY_RESET:
                for identity in list(self.documents[kind]):
                    self.remove(kind, identity)
        self._timers.clear()
        self._deliveries.clear()
        self.held.clear()
        self.resets += 1
        self.clock.offset_s, self.clock.frozen_at = 0.0, None
        self.flush()

    def shop(self, shop_id: str) -> Document:
        return self.documents["shop"][shop_id]

    def new_id(self) -> str:
        """Return an id shaped like the provider's, different in each run unless seeded."""
        counter = self.documents["meta"].get("counter", {"value": 0})["value"] + 1
        self.put("meta", "counter", {"value": counter})
        salt = self.seed or str(self.random.getrandbits(64))
        node = hashlib.sha256(f"{salt}:{counter}".encode()).hexdigest()
        seconds = int((self.clock.now() - _ID_EPOCH).total_seconds())
        return f"{seconds:08x}-000f-5000-{'89ab'[int(node[12], 16) % 4]}000-{node[:12]}"

    # time

    def now(self) -> str:
        return iso(self.clock.now())

    def keep_clock(self) -> None:
        self.put(
            "meta", "clock", {"offset_s": self.clock.offset_s, "frozen_at": self.clock.frozen_at}
        )
        self.wake.set()

    def start_timer(self, due: datetime, action: str, target: str, argument: str = "") -> None:
        identity = self.new_id()
        timer = {"due": iso(due), "action": action, "target": target, "argument": argument}
        self.put("timer", identity, timer)
        heapq.heappush(self._timers, (parse(timer["due"]), next(self._order), identity))
        self.wake.set()

    def take_due_timer(self) -> Document | None:
        now = self.clock.now()
        while self._timers and self._timers[0][0] <= now:
            identity = heapq.heappop(self._timers)[2]
            timer = self.get("timer", identity)
            if timer is not None:
                self.remove("timer", identity)
                return timer
        return None

    # notices

    def put_delivery(self, identity: str, delivery: Document) -> None:
        """Store a delivery and, when it waits, queue it for its due time."""
        self.put("delivery", identity, delivery)
        self.held.discard(identity)
        if delivery["state"] == "held":
            self.held.add(identity)
        if delivery["state"] == "waiting":
            self._queue_delivery(identity, delivery)
            self.wake.set()

    def _queue_delivery(self, identity: str, delivery: Document) -> None:
        entry = (parse(delivery["due"]), next(self._order), identity)
        heapq.heappush(self._deliveries, entry)

    def take_due_delivery(self) -> str | None:
        now = self.clock.now()
        while self._deliveries and self._deliveries[0][0] <= now:
            due, _, identity = heapq.heappop(self._deliveries)
            delivery = self.get("delivery", identity)
            # An entry whose document has another due time was overtaken by a newer entry.
            if delivery and delivery["state"] == "waiting" and parse(delivery["due"]) == due:
                return identity
        return None

    def seconds_to_next(self) -> float | None:
        """Real seconds until something is due; None while the clock stands or nothing waits."""
        heads = [queue[0][0] for queue in (self._timers, self._deliveries) if queue]
        if not heads:
            return None
        remaining = (min(heads) - self.clock.now()).total_seconds()
        if remaining > 0 and self.clock.frozen_at is not None:
            return None
        return max(0.0, remaining)
