"""What time alone brings about: expiries, late outcomes, registrations of receipts."""

from collections.abc import Callable

from yookassa_simulator import methods, notices, payments, receipts, refunds
from yookassa_simulator.clock import parse
from yookassa_simulator.world import World

_ACTIONS: dict[str, Callable[[World, str, str], None]] = {
    "expire_confirmation": payments.expire_confirmation,
    "expire_hold": payments.expire_hold,
    "settle_payment": payments.settle_later,
    "settle_refund": refunds.settle_later,
    "expire_binding": methods.expire_binding,
    "register_receipt": receipts.register,
    "release_notice": notices.release,
}


def run_due(world: World) -> None:
    """Run all timers that are due, each at the moment it was due."""
    while (timer := world.take_due_timer()) is not None:
        with world.clock.pinned_at(parse(timer["due"])):
            _ACTIONS[timer["action"]](world, timer["target"], timer["argument"])
