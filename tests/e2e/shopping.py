"""Somebody who buys at the simulated shop, with a browser of their own."""

from decimal import Decimal
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, expect

from tests.e2e.installation import Installation, balance, link_of
from tests.e2e.waiting import until

SALES = "/api/v1/admin/billing"


def cookies_of(browser: Browser, system: Installation, user_id: str) -> Any:
    """Of a user who has opened a link. Links are few: a user gets only so many in an hour."""
    context = browser.new_context(locale="en")
    context.new_page().goto(link_of(system, user_id))
    state = context.storage_state()
    context.close()
    return state


def pay(page: Page) -> None:
    """Through our form and the provider's page, back to ours."""
    _to_the_provider(page)
    page.get_by_role("button", name="Pay", exact=True).click()
    page.wait_for_url("**/me/payment")
    expect(page.get_by_role("heading", level=1)).to_contain_text("has arrived")


def _to_the_provider(page: Page) -> None:
    page.get_by_role("button", name="Continue to payment").click()
    page.wait_for_url("**/checkout/payments/*")


class Buyer:
    """A user whom no other test wants to be without a plan."""

    id = "demo-admin"
    name = "Demo Admin"

    def __init__(self, page: Page, system: Installation, api: httpx.Client) -> None:
        self.page = page
        self._url = system.url
        self._api = api

    def buys(self, plan_id: str) -> None:
        self.page.goto(f"{self._url}/me/plan/buy?plan={plan_id}")
        pay(self.page)

    def orders_credits(self, amount: str, code: str = "") -> None:
        """The form of a top-up is filled in and not sent yet."""
        self.page.goto(f"{self._url}/me/top-up")
        self.page.get_by_label("Or another amount").fill(amount)
        if code:
            self.page.get_by_text("I have a promo code").click()
            self.page.get_by_label("Promo code").fill(code)

    def tops_up(self, amount: str, code: str = "") -> None:
        self.orders_credits(amount, code)
        pay(self.page)

    def is_declined(self, amount: str) -> None:
        self.orders_credits(amount)
        _to_the_provider(self.page)
        self.page.get_by_role("button", name="Decline").click()
        self.page.wait_for_url("**/me/payment")

    def leaves_the_plan(self) -> None:
        asked = {"user_id": self.id}
        found = self._api.get(f"{SALES}/subscriptions", params=asked).raise_for_status().json()
        for one in found["items"]:
            if one["ended_at"] is None:
                path = f"{SALES}/subscriptions/{one['id']}/cancel"
                self._api.post(path, json={"immediate": True}).raise_for_status()

    def balance(self) -> Decimal:
        return balance(self._api, self.id)

    def has(self, credits_: Decimal) -> None:
        """The ledger hears of a sale a moment later."""
        until(lambda: self.balance() == credits_, lambda: f"{self.balance()}, not {credits_}")
