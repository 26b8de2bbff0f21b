"""What billing does about facts of the other services."""

from functools import partial

from billing_service.commands.copy_transfer import copy_transfer
from billing_service.commands.copy_user import copy_user
from billing_service.commands.count_usage import count_usage
from billing_service.commands.tell_alert import tell_alert
from billing_service.domain.policy import Policy
from shared.clock import Clock
from shared.contracts.ledger import AlertRaised, ChargePosted, TransferPosted
from shared.contracts.sync import UserChanged
from shared.inbox import Handlers


def handlers(policy: Policy, clock: Clock) -> Handlers:
    """Return the table: consumed event -> command."""
    return {
        UserChanged: partial(copy_user, clock=clock),
        ChargePosted: partial(count_usage, policy=policy),
        TransferPosted: partial(copy_transfer, policy=policy),
        AlertRaised: partial(tell_alert, policy=policy),
    }
