"""`owc plans` and `owc payments`: what is sold, and money that comes and goes back."""

from decimal import Decimal
from typing import Annotated

import typer

from owc.api import Api, segment
from owc.screen import View
from owc.verbs import AMOUNT, Change, Reason, change, look

plans = typer.Typer(no_args_is_help=True, help="Plans, and who has one.")
payments = typer.Typer(no_args_is_help=True, help="Refunds, and where money and books disagree.")
_ADMIN = "/api/v1/admin/billing"
Plan = Annotated[str, typer.Argument(help="The plan's id.")]
User = Annotated[str, typer.Argument(help="The user's id in Open WebUI.")]


@look(plans, "list")
def list_plans(api: Api) -> View:
    """Show all plans."""
    rows = api.get(f"{_ADMIN}/plans")
    columns = ("plan.id", "plan.name", "plan.price", "plan.currency", "plan.interval")
    more = ("active=plan.is_active", "subscribers=active_subscriptions", "mrr")
    return View(rows, rows, (*columns, *more))


@look(plans, "show")
def show_plan(api: Api, plan: Plan) -> View:
    """Show one plan."""
    return View(api.get(f"{_ADMIN}/plans/{segment(plan)}"))


@look(plans, "of")
def plan_of(api: Api, user: User) -> View:
    """Show what a user has and has used of it."""
    return View(api.get(f"{_ADMIN}/users/{segment(user)}/subscription"))


@change(plans, "assign")
def assign(
    api: Api,
    user: User,
    plan: Plan,
    *,
    reset_usage: Annotated[bool, typer.Option(help="Begin quotas anew.")] = False,
) -> Change:
    """Give a user a plan without a payment."""
    body = {"plan_id": plan, "reset_usage": reset_usage}
    path = f"{_ADMIN}/users/{segment(user)}/subscription"
    return Change(method="PUT", path=path, body=body, done=f"give {user} the plan {plan}")


@look(payments, "alarms")
def alarms(api: Api) -> View:
    """Show where money and books disagree."""
    rows = api.get(f"{_ADMIN}/alarms")
    columns = tuple(rows[0]) if rows else ("id",)
    return View(rows, rows, columns, f"{len(rows)} alarms")


@change(payments, "refund")
def refund(
    api: Api,
    payment: Annotated[str, typer.Argument(help="The payment's id.")],
    reason: Reason,
    amount: Annotated[Decimal | None, typer.Option(help="Else all that is left.", **AMOUNT)] = None,
) -> Change:
    """Give money back; the credits it bought are taken back."""
    body = {"amount": amount, "reason": reason}
    done = f"refund {amount or 'all that is left'} of payment {payment}"
    return Change(path=f"{_ADMIN}/payments/{segment(payment)}/refund", body=body, done=done)


@change(payments, "reconcile")
def reconcile(
    api: Api,
    hours: Annotated[int, typer.Option(min=1, max=24 * 31, help="How far back.")] = 72,
) -> Change:
    """Compare our payments and refunds with the provider's lists now, and heal what differs."""
    columns = ("listed", "changed", "alarms")
    done = f"compare the last {hours} hours"
    path = f"{_ADMIN}/reconcile"
    return Change(path=path, body={"hours": hours}, done=done, columns=columns)


@change(payments, "resolve")
def resolve(
    api: Api,
    alarm: Annotated[int, typer.Argument(min=1, help="The alarm's id.")],
    reason: Reason,
) -> Change:
    """Close an alarm that was dealt with."""
    path = f"{_ADMIN}/alarms/{alarm}/resolve"
    return Change(path=path, body={"reason": reason}, done=f"close alarm {alarm}")
