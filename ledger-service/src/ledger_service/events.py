"""Which command acts on which event of the other services."""

from collections.abc import Awaitable, Callable
from typing import Any

from ledger_service.commands.expire_period_credits import expire_period_credits
from ledger_service.commands.grant_period_credits import grant_period_credits
from ledger_service.commands.grant_top_up import grant_top_up
from ledger_service.commands.record_entitlement import record_entitlement
from ledger_service.commands.record_group import record_group
from ledger_service.commands.record_log_entry import record_log_entry
from ledger_service.commands.record_membership import record_membership
from ledger_service.commands.record_price import record_price
from ledger_service.commands.record_unknown_model_policy import record_unknown_model_policy
from ledger_service.commands.record_user import record_user
from ledger_service.commands.take_back_credits import take_back_credits
from ledger_service.store.books import Books
from shared.contracts import Contract, Event
from shared.contracts.billing import (
    EntitlementChanged,
    PeriodCut,
    PeriodStarted,
    RefundSucceeded,
    TopUpPaid,
)
from shared.contracts.log import GatewayLogged, PricingLogged, SyncLogged
from shared.contracts.pricing import PricePublished, UnknownModelPolicyChanged
from shared.contracts.sync import GroupChanged, MembershipChanged, UserChanged
from shared.inbox import Handlers

COMMANDS: dict[type[Contract], Callable[[Books, Event[Any]], Awaitable[None]]] = {
    UserChanged: record_user,
    GroupChanged: record_group,
    MembershipChanged: record_membership,
    PricePublished: record_price,
    UnknownModelPolicyChanged: record_unknown_model_policy,
    PeriodStarted: grant_period_credits,
    PeriodCut: expire_period_credits,
    TopUpPaid: grant_top_up,
    RefundSucceeded: take_back_credits,
    EntitlementChanged: record_entitlement,
    PricingLogged: record_log_entry,
    SyncLogged: record_log_entry,
    GatewayLogged: record_log_entry,
}


def handlers(books: Books) -> Handlers:
    """The table above, bound to this process's books."""

    def bind(command: Callable[[Books, Event[Any]], Awaitable[None]]) -> Any:
        return lambda _, event: command(books, event)

    return {contract: bind(command) for contract, command in COMMANDS.items()}
