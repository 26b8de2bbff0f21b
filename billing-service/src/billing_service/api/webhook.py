"""The provider's notices. Authentic enough is stored and answered; nothing in them is believed."""

import hashlib
import hmac
from typing import Final

import structlog
from fastapi import APIRouter, Request, Response

from billing_service.api.callers import At, Desk
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import NOTICE_REFUSALS, Done
from billing_service.api.webhook_sender import sender_of
from billing_service.commands.record_notice import record_notice
from billing_service.commands.verify_notice import verify_notice
from shared import codec
from shared.http import exact
from shared.problems import NotAuthenticated, NotPermitted, TooLarge

BODY_MAX: Final = 64 * 1024
CLOCK_SLACK_S: Final = 300
_STAMP_LENGTH_MAX: Final = 12
router = APIRouter(route_class=BillingRoute, tags=["webhook"])
log = structlog.get_logger(__name__)


@router.post(
    "/webhook/yookassa",
    response_model=Done,
    responses=NOTICE_REFUSALS,
    summary="Notices of the provider; the token is in the query",
)
async def take(at: At, request: Request, token: str = "") -> Response:
    return await _take(at, request, token)


@router.post(
    "/webhook/yookassa/{token}",
    response_model=Done,
    responses=NOTICE_REFUSALS,
    summary="Notices of the provider",
)
async def take_by_path(at: At, request: Request, token: str) -> Response:
    return await _take(at, request, token)


async def _take(at: Desk, request: Request, token: str) -> Response:
    body = await _read(request)
    _check_secret(at, request, token, body)
    source = sender_of(request, at.settings)
    if source is None:
        raise NotPermitted("Untrusted webhook source", slug="untrusted-sender")
    try:
        told = codec.decode(body.decode())
        codec.refuse_unstorable(body)
    except ValueError:
        # Asking the provider to send the same nonsense again would not help.
        told = {"unreadable": body[:1000].decode("utf-8", "replace").replace("\x00", "")}
    notice_id = await record_notice(at.db, told, source, at.now())
    if at.settings.webhook_mode == "verify" and notice_id is not None and at.provider:
        await verify_notice(at.db, at.provider, at.policy, notice_id, at.now())
    return exact({"status": "ok"})


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_MAX:
            raise TooLarge(f"A notice must not exceed {BODY_MAX} bytes")
    return bytes(body)


def _check_secret(at: Desk, request: Request, token: str, body: bytes) -> None:
    secret = at.settings.webhook_proxy_secret
    signature = request.headers.get("x-webhook-signature") or request.headers.get(
        "x-yookassa-signature"
    )
    if secret and signature:
        stamp = request.headers.get("x-webhook-timestamp", "")
        if not _is_near(stamp, at.now().timestamp()):
            raise NotAuthenticated("Signature timestamp is outside allowed window")
        key = secret.get_secret_value().encode()
        wanted = hmac.new(key, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        if not _same(signature.removeprefix("v1="), wanted):
            raise NotAuthenticated("Invalid signature", slug="invalid-signature")
        return
    if not any([_same(token, known) for known in at.settings.webhook_tokens]):  # noqa: C419
        # All are compared: how long it takes must not tell which one was close.
        raise NotAuthenticated("Invalid webhook token", slug="invalid-webhook-token")


def _is_near(stamp: str, now: float) -> bool:
    # Longer numbers, and digits of other scripts, are not for `int`.
    is_number = stamp.isascii() and stamp.isdigit() and len(stamp) <= _STAMP_LENGTH_MAX
    return is_number and abs(now - int(stamp)) <= CLOCK_SLACK_S


def _same(given: str, wanted: str) -> bool:
    digests = (hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in (given, wanted))
    return hmac.compare_digest(*digests)
