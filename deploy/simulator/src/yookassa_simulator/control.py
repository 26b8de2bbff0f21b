"""The hidden hand under /_sim: clock, faults, scripts and everything a test may look at."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from yookassa_simulator import faults, methods, notices, payments, refunds, shops, timers
from yookassa_simulator.api import WORLD
from yookassa_simulator.clock import parse
from yookassa_simulator.errors import ProviderError, invalid
from yookassa_simulator.journal import Document
from yookassa_simulator.outcomes import DEFAULT_CARD, parse_outcome
from yookassa_simulator.world import World

Action = Callable[[World, web.Request, Document], Any]
_STATE_KINDS = ("shop", "payment", "refund", "method", "receipt", "fault", "delivery")


def _route(action: Action) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Read JSON, run a synchronous action, make it durable, answer JSON."""

    async def handle(request: web.Request) -> web.Response:
        world = request.app[WORLD]
        try:
            raw = await request.read()
            body = _json(request, raw)
            if not isinstance(body, dict) and action is not plan_faults:
                raise invalid("body", "Body is not a JSON object")
            timers.run_due(world)
            answer = action(world, request, body)
            world.flush()
            world.wake.set()
            return web.json_response(answer)
        except ProviderError as error:
            return web.json_response(error.body(), status=error.status)

    return handle


def _json(request: web.Request, raw: bytes) -> Any:
    if not raw:
        return {}
    # A page in a browser can post forms across origins, but not this type without being asked.
    if request.content_type != "application/json":
        raise ProviderError(415, None, "Send application/json")
    try:
        return json.loads(raw)
    except ValueError:
        raise invalid("body", "Body is not a JSON document") from None


def _existing(world: World, kind: str, request: web.Request) -> Document:
    record = world.get(kind, request.match_info["id"])
    if record is None:
        raise ProviderError(404, "not_found", f"No such {kind}")
    return record


def state(world: World, _request: web.Request, _body: Document) -> Document:
    kinds = {kind: list(world.all(kind).values()) for kind in _STATE_KINDS}
    return {"now": world.now(), **kinds}


def reset(world: World, _request: web.Request, _body: Document) -> Document:
    world.reset()
    return {"now": world.now()}


def move_clock(world: World, _request: web.Request, body: Document) -> Document:
    """`{advance_seconds}` or `{now}` move it, `{frozen}` stops it or lets it run."""
    try:
        if "frozen" in body:
            world.clock.freeze(bool(body["frozen"]))
        if "now" in body:
            distance = parse(str(body["now"])) - world.clock.now()
            world.clock.advance(distance.total_seconds())
        world.clock.advance(float(body.get("advance_seconds", 0)))
    except (TypeError, ValueError, OverflowError) as error:
        raise invalid("advance_seconds", str(error)) from None
    world.keep_clock()
    timers.run_due(world)
    return {"now": world.now()}


def plan_faults(world: World, _request: web.Request, body: Any) -> list[Document]:
    return [faults.plan(world, wish) for wish in (body if isinstance(body, list) else [body])]


def list_faults(world: World, _request: web.Request, _body: Document) -> list[Document]:
    return list(world.all("fault").values())


def stop_faults(world: World, _request: web.Request, _body: Document) -> Document:
    stopped = list(world.all("fault"))
    for identity in stopped:
        world.remove("fault", identity)
    return {"stopped": len(stopped)}


def list_deliveries(world: World, request: web.Request, _body: Document) -> list[Document]:
    wanted = {name: request.query[name] for name in request.query}
    return [
        delivery
        for delivery in world.all("delivery").values()
        if all(str(delivery.get(name)) == value for name, value in wanted.items())
    ]


def redeliver(world: World, request: web.Request, _body: Document) -> Document:
    delivery = _existing(world, "delivery", request)
    notices.redeliver(world, delivery)
    return delivery


def notify(world: World, _request: web.Request, body: Document) -> Document:
    """Post any body to the shop's address: `{notice, shop_id?}`."""
    if not isinstance(body.get("notice"), dict):
        raise invalid("notice", "notice is an object")
    return notices.send(world, _shop(world, body), body["notice"])


def _shop(world: World, body: Document) -> Document:
    shop_id = body.get("shop_id") or next(iter(world.all("shop")))
    shop = world.get("shop", str(shop_id))
    if shop is None:
        raise ProviderError(404, "not_found", "No such shop")
    return shop


def refund_in_cabinet(world: World, _request: web.Request, body: Document) -> Document:
    """Refund as a person does it in the cabinet: the shop's program asked for nothing."""
    record = world.get("payment", str(body.get("payment_id")))
    if record is None:
        raise ProviderError(404, "not_found", "No such payment")
    wish = {"amount": record["body"]["amount"], **body}
    return refunds.create(world, world.shop(record["shop"]), wish, by_cabinet=True)


def confirm_payment(world: World, request: web.Request, body: Document) -> Document:
    """Finish a payment as its page does: `{outcome?, card?, save?}`."""
    record = _existing(world, "payment", request)
    outcome = parse_outcome(body.get("outcome", "succeeded"))
    card = str(body.get("card", DEFAULT_CARD))
    payments.confirm(world, record, outcome, card=card, save=bool(body.get("save")))
    return dict(record["body"])


def patch_payment(world: World, request: web.Request, body: Document) -> Document:
    """Replace fields of a payment, so that the API itself disagrees with the shop's books."""
    record = _existing(world, "payment", request)
    record["body"] |= body
    world.put("payment", request.match_info["id"], record)
    return dict(record["body"])


def script_method(world: World, request: web.Request, body: Document) -> Document:
    return methods.script(world, request.match_info["id"], body.get("script"))


def revoke_method(world: World, request: web.Request, _body: Document) -> Document:
    return methods.revoke(world, request.match_info["id"])


def change_shop(world: World, request: web.Request, body: Document) -> Document:
    shop = shops.change(world, request.match_info["id"], body)
    return {name: value for name, value in shop.items() if name not in ("key", "webhook_secret")}


def add_routes(app: web.Application) -> None:
    routes: tuple[tuple[str, str, Action], ...] = (
        ("GET", "/_sim/state", state),
        ("POST", "/_sim/reset", reset),
        ("POST", "/_sim/clock", move_clock),
        ("GET", "/_sim/faults", list_faults),
        ("POST", "/_sim/faults", plan_faults),
        ("DELETE", "/_sim/faults", stop_faults),
        ("GET", "/_sim/deliveries", list_deliveries),
        ("POST", "/_sim/deliveries/{id}/redeliver", redeliver),
        ("POST", "/_sim/notify", notify),
        ("POST", "/_sim/refunds", refund_in_cabinet),
        ("POST", "/_sim/payments/{id}/confirm", confirm_payment),
        ("PATCH", "/_sim/payments/{id}", patch_payment),
        ("PUT", "/_sim/payment_methods/{id}/script", script_method),
        ("POST", "/_sim/payment_methods/{id}/revoke", revoke_method),
        ("PUT", "/_sim/shops/{id}", change_shop),
    )
    for method, path, action in routes:
        app.router.add_route(method, path, _route(action))
