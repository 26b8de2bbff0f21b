"""A newcomer of the demo buys a plan and credits, with the forms that a browser would send."""

import re
from collections.abc import AsyncIterator
from decimal import Decimal
from html import unescape
from typing import Any

import httpx
import pytest

from shared.testing import eventually
from tests.system.conftest import System

USER = "demo-guest"


@pytest.fixture
async def browser(system: System) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who has opened the link, with cookies of their own."""
    link = await system.post("/api/me/links", {"user_id": USER}, system.key)
    async with httpx.AsyncClient(
        base_url=system.http.base_url, trust_env=False, timeout=15, follow_redirects=True
    ) as client:
        page = await client.get(link["url"])
        assert page.status_code == 200
        assert "code=" not in str(page.url)
        yield client


def _fields(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form with this action."""
    (form,) = re.findall(rf'<form[^>]*action="{action}".*?</form>', page, re.DOTALL)
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in found}


async def _pay(browser: httpx.AsyncClient, form_page: str, action: str, **chosen: str) -> None:
    """Send the form, then press "Pay" on the provider's page, which leads back to ours."""
    page = (await browser.get(form_page)).text
    sent = await browser.post(action, data=_fields(page, action) | chosen)
    address = sent.headers["refresh"].removeprefix("0; url=")
    back = await browser.post(address, data={"action": "pay"})
    assert back.url.path == "/me/payment"
    assert "the payment has arrived" in back.text


async def _lots(browser: httpx.AsyncClient) -> dict[str, Decimal]:
    """What was granted, by where it came from."""
    lots = (await browser.get("/api/me/balance")).json()["lots"]
    return {lot["source"]: Decimal(str(lot["amount"])) for lot in lots}


async def test_a_newcomer_buys_a_plan_and_credits(browser: httpx.AsyncClient) -> None:
    shop = (await browser.get("/me/plan")).text
    order = unescape(re.findall(r'href="(/me/plan/buy\?plan=[^"]+)"', shop)[0])
    await _pay(browser, order, "/me/plan/buy")
    own: Any = (await browser.get("/api/v1/billing/me")).json()
    assert own["subscription"]["status"] == "active"
    included = Decimal(str(own["plan"]["included_credits"]))

    async def granted(source: str, amount: Decimal) -> bool:
        assert (await _lots(browser)).get(source) == amount
        return True

    await eventually(lambda: granted("plan", included), within=15)
    await _pay(browser, "/me/top-up", "/me/top-up", amount="500.0")
    await eventually(lambda: granted("purchase", Decimal(500)), within=15)
    assert "Your plan" in (await browser.get("/me/plan")).text


async def test_a_newcomer_changes_his_mind_about_a_plan(browser: httpx.AsyncClient) -> None:
    if not (await browser.get("/api/v1/billing/subscription")).json():
        await _pay(browser, "/me/plan/buy?plan=demo-basic", "/me/plan/buy")
    for page, action, word in (
        ("/me/plan/cancel", "/me/plan/cancel", "Keep the plan after all"),
        ("/me/plan", "/me/plan/resume", "Cancel the plan"),
    ):
        form = _fields((await browser.get(page)).text, action)
        answer = await browser.post(action, data=form | {"when": "end"})
        assert 'class="note good"' in answer.text
        assert word in answer.text
