"""The confirmation page: what the payer sees, and the buttons that end a payment."""

from html import escape
from urllib.parse import urlencode

from aiohttp import web

from yookassa_simulator import methods, payments, timers
from yookassa_simulator.api import WORLD
from yookassa_simulator.errors import ProviderError
from yookassa_simulator.journal import Document
from yookassa_simulator.outcomes import DEFAULT_CARD, REASONS, TEST_CARDS, Outcome, parse_outcome

_STYLE = """
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:26rem;margin:3rem auto;padding:0 1rem}
.note{border:1px solid;border-radius:.5rem;padding:.5rem .75rem;font-size:.875rem;opacity:.8}
.sum{font-size:2rem;font-weight:600;margin:.5rem 0 0}
form{display:grid;gap:.75rem;margin:1.5rem 0}
button,select,input{font:inherit;padding:.6rem;border-radius:.5rem;border:1px solid}
label.box{display:flex;gap:.5rem;align-items:center}
.pay{background:#1a7f37;color:#fff;border-color:#1a7f37}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def _page(title: str, content: str, status: int = 200) -> web.Response:
    text = (
        f"<!doctype html><html lang=en><meta charset=utf-8>"
        f"<meta name=viewport content='width=device-width,initial-scale=1'>"
        f"<title>{escape(title)}</title><style>{_STYLE}</style><body>"
        f"<p class=note>Payment simulator. No money moves.</p>{content}</body></html>"
    )
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
    body = text.encode(errors="replace")
    return web.Response(
        body=body, content_type="text/html", charset="utf-8", status=status, headers=headers
    )


def _options(values: tuple[str, ...], labels: dict[str, str] | None = None) -> str:
    names = labels or {}
    return "".join(
        f"<option value='{escape(value)}'>{escape(names.get(value, value))}</option>"
        for value in values
    )


def _card_form(pay: str, *, may_save: bool) -> str:
    labels = {card: f"{card} ({outcome})" for card, outcome in TEST_CARDS.items()}
    box = "<label class=box><input type=checkbox name=save value=1> Save for later payments</label>"
    return (
        f"<form method=post><label for=card>Test card</label>"
        f"<select id=card name=card>{_options(tuple(TEST_CARDS), labels)}</select>"
        f"{box if may_save else ''}"
        f"<button class=pay name=action value=pay>{escape(pay)}</button></form>"
        f"<form method=post><label for=reason>Reason of a decline</label>"
        f"<select id=reason name=reason>{_options(REASONS)}</select>"
        f"<button name=action value=decline>Decline</button></form>"
        f"<form method=post><button name=action value=3ds>Fail the 3-D Secure check</button>"
        f"<button name=action value=leave>Leave without paying</button></form>"
    )


def _payment(request: web.Request) -> Document:
    world = request.app[WORLD]
    timers.run_due(world)
    record = world.get("payment", request.match_info["id"])
    if record is None:
        raise web.HTTPNotFound(text="No such payment")
    return record


async def show_payment(request: web.Request) -> web.Response:
    """Show a payment to its payer."""
    record = _payment(request)
    body, plan = record["body"], record["plan"]
    money = body["amount"]
    head = (
        f"<p class=sum>{escape(money['value'])} {escape(money['currency'])}</p>"
        f"<h1>{escape(body.get('description', 'Payment'))}</h1>"
        f"<p>Shop {escape(record['shop'])}, payment {escape(body['id'])}</p>"
    )
    if body["status"] != "pending":
        back = plan["return_url"]
        link = f"<p><a href='{escape(back)}'>Back to the shop</a></p>" if back else ""
        return _page("Payment", f"{head}<p>This payment is {escape(body['status'])}.</p>{link}")
    if plan["save"]:
        head += "<p>The shop will save this method and may charge it later without you.</p>"
    shop = request.app[WORLD].shop(record["shop"])
    form = _card_form("Pay", may_save=plan["save"] is None and shop["recurring"])
    return _page("Payment", head + form)


async def finish_payment(request: web.Request) -> web.StreamResponse:
    """Do what the payer chose, then send the payer back to the shop."""
    record = _payment(request)
    form = await request.post()
    outcome = _chosen(str(form.get("action")), str(form.get("card")), str(form.get("reason")))
    world = request.app[WORLD]
    if outcome is not None:
        card = str(form.get("card") or DEFAULT_CARD)
        payments.confirm(world, record, outcome, card=card, save=form.get("save") == "1")
        world.flush()
    return _back(record["plan"]["return_url"], request)


def _chosen(action: str, card: str, reason: str) -> Outcome | None:
    """Return the outcome of a button; None where the payer just leaves."""
    if action == "leave":
        return None
    texts = {
        "pay": TEST_CARDS.get(card, "succeeded"),
        "decline": f"canceled:{reason if reason in REASONS else 'general_decline'}",
        "3ds": "canceled:3d_secure_failed",
    }
    try:
        return parse_outcome(texts.get(action))
    except ProviderError:
        raise web.HTTPBadRequest(text="Unknown action") from None


def _back(return_url: str | None, request: web.Request) -> web.StreamResponse:
    # As the provider does: the address says nothing about the outcome.
    location = return_url or f"{request.path}?{urlencode({'done': 1})}"
    return web.Response(status=303, headers={"Location": location})


def _binding(request: web.Request) -> Document:
    world = request.app[WORLD]
    timers.run_due(world)
    record = world.get("method", request.match_info["id"])
    if record is None or record["status"] != "pending":
        raise web.HTTPNotFound(text="No such binding, or it is finished")
    return record


async def show_binding(request: web.Request) -> web.Response:
    """Ask the payer to bind a card without a payment."""
    record = _binding(request)
    head = f"<h1>Bind a payment method</h1><p>Shop {escape(record['shop'])}</p>"
    return _page("Bind a payment method", head + _card_form("Bind", may_save=False))


async def finish_binding(request: web.Request) -> web.StreamResponse:
    record = _binding(request)
    form = await request.post()
    return_url = record["body"]["confirmation"]["return_url"]
    card = str(form.get("card") or DEFAULT_CARD)
    outcome = _chosen(str(form.get("action")), card, str(form.get("reason")))
    if outcome is not None:
        world = request.app[WORLD]
        methods.bind(world, record, accepted=outcome.reason is None, card=card)
        world.flush()
    return _back(return_url, request)


def add_routes(app: web.Application) -> None:
    app.router.add_get("/checkout/payments/{id}", show_payment)
    app.router.add_post("/checkout/payments/{id}", finish_payment)
    app.router.add_get("/checkout/payment-methods/{id}", show_binding)
    app.router.add_post("/checkout/payment-methods/{id}", finish_binding)
