"""Sends the notices: once at once, then seven more times within 24 hours until a plain 200."""

import asyncio
import hashlib
import hmac
import json
import time
import traceback
from contextlib import suppress

from aiohttp import ClientError, ClientSession, ClientTimeout

from yookassa_simulator import notices, timers
from yookassa_simulator.clock import iso, later, parse
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

# Seconds after the event at which an unanswered notice is sent again.
RETRY_AT_S = (10, 42, 84, 168, 672, 5376, 86016)
_TIMEOUT_S = 10
_AT_ONCE_MAX = 16
_IDLE_S = 1.0
_ATTEMPTS_KEPT = 20
_ACKNOWLEDGED = 200


class Sender:
    """The loop that runs timers and deliveries when they are due."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._slots = asyncio.Semaphore(_AT_ONCE_MAX)
        self._sending: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        async with ClientSession(
            timeout=ClientTimeout(total=_TIMEOUT_S), trust_env=False
        ) as session:
            try:
                while True:
                    try:
                        await self._round(session)
                    except Exception:  # noqa: BLE001 - one broken document stops no other notice
                        traceback.print_exc()
            finally:
                for task in self._sending:
                    task.cancel()
                await asyncio.gather(*self._sending, return_exceptions=True)

    async def _round(self, session: ClientSession) -> None:
        world = self._world
        world.wake.clear()
        timers.run_due(world)
        world.flush()
        await self._slots.acquire()
        identity = world.take_due_delivery()
        if identity is not None:
            task = asyncio.create_task(self._send(session, identity))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
            return
        self._slots.release()
        pause = world.seconds_to_next()
        with suppress(TimeoutError):
            await asyncio.wait_for(world.wake.wait(), min(_IDLE_S, pause or _IDLE_S))

    async def _send(self, session: ClientSession, identity: str) -> None:
        world, delivery = self._world, self._world.all("delivery")[identity]
        due = delivery["due"]
        try:
            result = await self._post(session, delivery)
        finally:
            self._slots.release()
        # A reset forgot it, or somebody asked for a new delivery meanwhile.
        if world.get("delivery", identity) is not delivery:
            return
        attempts = [*delivery["attempts"], {"at": world.now(), "result": result}]
        delivery["attempts"] = attempts[-_ATTEMPTS_KEPT:]
        if delivery["due"] == due:
            self._schedule(delivery, delivered=result == _ACKNOWLEDGED)
        notices.release_held(world, delivery["shop"], delivery)
        world.put_delivery(identity, delivery)
        world.flush()

    def _schedule(self, delivery: Document, *, delivered: bool) -> None:
        tries = delivery["tries"]
        delivery["tries"] = tries + 1
        if delivered:
            delivery["state"] = "delivered"
        elif tries >= len(RETRY_AT_S):
            delivery["state"] = "failed"
        else:
            seconds = RETRY_AT_S[tries] * self._world.retry_scale
            delivery["due"] = iso(later(parse(delivery["event_at"]), seconds))

    async def _post(self, session: ClientSession, delivery: Document) -> int | str:
        """Return the HTTP status, or what went wrong before there was one."""
        shop = self._world.shop(delivery["shop"])
        if not shop["webhook_url"]:
            return "no address"
        body = json.dumps(delivery["body"], ensure_ascii=False).encode(errors="replace")
        try:
            async with session.post(
                shop["webhook_url"], data=body, headers=_headers(shop, body), allow_redirects=False
            ) as answer:
                return answer.status
        except (ClientError, TimeoutError, ValueError) as error:
            return type(error).__name__


def _headers(shop: Document, body: bytes) -> dict[str, str]:
    """Headers of the notice: the provider signs nothing, a trusted proxy before us may."""
    headers = {"Content-Type": "application/json"}
    if shop["forwarded_for"]:
        headers["X-Forwarded-For"] = shop["forwarded_for"]
    if shop["webhook_secret"]:
        # The receiver compares with its own clock, which is not the virtual one.
        stamp = str(int(time.time()))
        secret = shop["webhook_secret"].encode()
        signed = hmac.new(secret, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        headers["X-Webhook-Timestamp"] = stamp
        headers["X-Webhook-Signature"] = f"v1={signed}"
        headers["X-Yookassa-Signature"] = hmac.new(secret, body, hashlib.sha256).hexdigest()
    return headers
