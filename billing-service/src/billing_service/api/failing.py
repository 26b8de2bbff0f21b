"""What the contract says when a route fails in a way nobody foresaw."""

from collections.abc import Callable, Coroutine
from typing import Any, Final

import structlog
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from shared.http import ExactRoute
from shared.problems import Problem

_TEXTS: Final = {
    ("GET", "/plans"): "Failed to get plans",
    ("GET", "/plans/public"): "Failed to get plans",
    ("POST", "/plans"): "Failed to create plan",
    ("GET", "/plans/{plan_id}"): "Failed to get plan",
    ("PUT", "/plans/{plan_id}"): "Failed to update plan",
    ("DELETE", "/plans/{plan_id}"): "Failed to delete plan",
    ("PATCH", "/plans/{plan_id}/toggle"): "Failed to toggle plan",
    ("POST", "/plans/{plan_id}/duplicate"): "Failed to duplicate plan",
    ("GET", "/plans/{plan_id}/subscribers"): "Failed to get plan subscribers",
    ("POST", "/subscription/cancel"): "Failed to cancel subscription",
    ("POST", "/subscription/resume"): "Failed to resume subscription",
    ("POST", "/payment"): "Failed to create payment",
    ("GET", "/transactions"): "Failed to get transactions",
    ("GET", "/usage/{metric}"): "Failed to get usage",
    ("POST", "/usage/check"): "Failed to check quota",
    ("GET", "/me"): "Failed to get billing info",
    ("POST", "/topup"): "Failed to create topup",
    ("POST", "/topup/reconcile"): "Failed to reconcile topup",
    ("GET", "/ledger"): "Failed to get ledger",
    ("GET", "/usage-events"): "Failed to get usage events",
    ("POST", "/auto-topup"): "Failed to update auto-topup settings",
    ("POST", "/settings"): "Failed to update billing settings",
    ("POST", "/webhook/yookassa"): "Failed to process webhook",
    ("POST", "/webhook/yookassa/{token}"): "Failed to process webhook",
}
_FORESEEN: Final = (Problem, HTTPException, RequestValidationError)
log = structlog.get_logger(__name__)


class BillingRoute(ExactRoute):
    """A route whose crash is logged whole and told in the contract's words, without the reason."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_or_say(request: Request) -> Response:
            try:
                return await handle(request)
            except _FORESEEN:
                raise
            except Exception as error:
                text = _TEXTS.get((request.method, self.path.rpartition("/billing")[2]))
                if text is None:
                    raise
                log.exception("unhandled", error=type(error).__name__)
                raise Problem(text) from error

        return handle_or_say
