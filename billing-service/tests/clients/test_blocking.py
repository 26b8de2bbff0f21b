"""A hanging provider costs its own callers time, and nobody else anything."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from billing_service.clients.slots import Slots
from billing_service.clients.yookassa import YooKassa
from billing_service.domain.provider import OutcomeUnknown, PaymentIntent, ProviderUnavailable
from yookassa_simulator.remote import Simulator

from shared.testing import eventually

Connect = Callable[..., YooKassa]


async def test_fifty_hanging_payments_do_not_delay_other_requests(
    connect: Connect, remote: Simulator, intent: PaymentIntent
) -> None:
    adapter = connect(calls_at_once=16, read_timeout_s=4.0)
    await remote.fail("hang:4.5", times=None, method="POST")
    hanging = [
        asyncio.create_task(adapter.create_payment(replace(intent, idempotence_key=f"k{n}")))
        for n in range(50)
    ]
    await eventually(lambda: _threads() == 16)
    outcomes = await asyncio.gather(*hanging, return_exceptions=True)
    assert sum(isinstance(outcome, OutcomeUnknown) for outcome in outcomes) == 16
    # The others were told at once that nothing was sent, so they may simply come again.
    assert sum(isinstance(outcome, ProviderUnavailable) for outcome in outcomes) == 34


async def test_the_slots_are_free_again_after_the_hang(
    connect: Connect, remote: Simulator, intent: PaymentIntent
) -> None:
    adapter = connect(calls_at_once=2, read_timeout_s=0.2)
    await remote.fail("hang:1", times=4, method="POST")
    wishes = [replace(intent, idempotence_key=f"k{n}") for n in range(4)]
    outcomes = await asyncio.gather(
        *(adapter.create_payment(wish) for wish in wishes), return_exceptions=True
    )
    assert all(isinstance(outcome, OutcomeUnknown) for outcome in outcomes)
    settled = await asyncio.gather(*(adapter.create_payment(wish) for wish in wishes))
    assert len({payment.id for payment in settled}) == 4


async def test_a_caller_that_gives_up_keeps_its_slot_taken_until_the_thread_ends() -> None:
    slots, release = Slots(at_once=1, wait_s=0.05), threading.Event()
    caller = asyncio.create_task(slots.run(release.wait, within_s=10))
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    with pytest.raises(ProviderUnavailable, match="busy"):
        await slots.run(lambda: 1, within_s=1)
    release.set()
    assert await eventually(lambda: slots.run(lambda: 1, within_s=1)) == 1


async def test_a_call_that_outlives_its_deadline_is_abandoned_and_its_failure_swallowed() -> None:
    slots, release = Slots(at_once=1, wait_s=1), threading.Event()

    def fail_late() -> None:
        release.wait()
        raise OSError("too late to tell anybody")

    with pytest.raises(TimeoutError):
        await slots.run(fail_late, within_s=0.02)
    release.set()
    assert await slots.run(lambda: 7, within_s=1) == 7


async def test_a_failure_inside_reaches_its_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        await Slots(at_once=1, wait_s=1).run(lambda: 1 // 0, within_s=1)


_HANGS_AT_EXIT = """
import asyncio, sys, threading
from billing_service.clients.slots import Slots

async def main():
    slots = Slots(at_once=1, wait_s=1)
    task = asyncio.create_task(slots.run(threading.Event().wait, within_s=60))
    await asyncio.sleep(0.05)
    await slots.close(within_s=0.05)
    task.cancel()

asyncio.run(main())
"""


def test_a_hanging_call_does_not_hold_up_the_end_of_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", _HANGS_AT_EXIT], timeout=20, check=False)
    assert ended.returncode == 0


def _threads() -> int:
    return sum(thread.name == "provider" for thread in threading.enumerate())
