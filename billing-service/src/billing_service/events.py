"""What billing does about facts of the other services."""

from typing import Final

from billing_service.commands.copy_transfer import copy_transfer
from billing_service.commands.copy_user import copy_user
from billing_service.commands.count_usage import count_usage
from shared.contracts.ledger import ChargePosted, TransferPosted
from shared.contracts.sync import UserChanged
from shared.inbox import Handlers

HANDLERS: Final[Handlers] = {
    UserChanged: copy_user,
    ChargePosted: count_usage,
    TransferPosted: copy_transfer,
}
