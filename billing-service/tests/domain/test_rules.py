"""Money rules: proration, carried money, refunds, revenue, quotas, dunning, return addresses."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from billing_service.domain.dunning import method_is_dead, next_attempt
from billing_service.domain.plans import Plan, fallen_quota, monthly_revenue, plan_id_of
from billing_service.domain.proration import CHARGE_MIN, after_carry, price_change
from billing_service.domain.refunds import credits_going_back, refusal_of
from billing_service.domain.return_url import checked_return_url
from billing_service.domain.subscriptions import Period, first_bounds
from billing_service.domain.usage import counted, metric_of
from hypothesis import given, settings
from hypothesis import strategies as st

NOBODY = UUID(int=0)
NOW = datetime(2026, 6, 1, tzinfo=UTC)
PLAN = Plan(
    id="p",
    name="P",
    name_ru=None,
    description=None,
    description_ru=None,
    price=Decimal("300.00"),
    currency="RUB",
    interval="month",
    quotas=None,
    features=None,
    included_credits=Decimal(300),
    trial_days=0,
    is_active=True,
    display_order=0,
    plan_extra_metadata=None,
    created_at=NOW,
    updated_at=NOW,
)
money = st.decimals(0, 100_000, places=2)


def current(plan: Plan, start: datetime) -> Period:
    bounds: Any = first_bounds(start, plan.interval)
    return Period(
        id=NOBODY,
        subscription_id=NOBODY,
        user_id="u",
        number=1,
        starts_at=bounds.starts_at,
        ends_at=bounds.ends_at,
        plan_id=plan.id,
        price=plan.price,
        currency="RUB",
        credits=plan.included_credits,
        quotas=None,
        interval=plan.interval,
        anchor_at=bounds.anchor_at,
        anchor_number=1,
        payment_id=None,
        begun_at=start,
    )


def test_half_a_month_of_a_dearer_plan_costs_half_the_difference() -> None:
    change = price_change(
        current(PLAN, NOW),
        replace(PLAN, price=Decimal("900.00"), included_credits=Decimal(900)),
        NOW + timedelta(days=15),
    )
    assert (change.charge, change.value, change.credits) == (
        Decimal("300.00"),
        Decimal("450.00"),
        Decimal(300),
    )


def test_a_cheaper_plan_waits_for_the_end_of_the_period() -> None:
    change = price_change(current(PLAN, NOW), replace(PLAN, price=Decimal("100.00")), NOW)
    assert not change.is_upgrade


def test_a_difference_below_the_providers_minimum_is_forgiven() -> None:
    dearer = replace(PLAN, price=Decimal("300.90"))
    change = price_change(current(PLAN, NOW), dearer, NOW)
    assert change.is_upgrade
    assert change.charge == 0


def test_another_interval_is_a_whole_period_less_what_is_unused() -> None:
    yearly = replace(PLAN, price=Decimal("3000.00"), interval="year")
    change = price_change(current(PLAN, NOW), yearly, NOW + timedelta(days=15))
    assert change.charge == Decimal("2850.00")


@settings(max_examples=300)
@given(old=money, new=money, days=st.integers(0, 40))
def test_nobody_pays_more_than_the_new_price(old: Decimal, new: Decimal, days: int) -> None:
    change = price_change(
        current(replace(PLAN, price=old), NOW),
        replace(PLAN, price=new),
        NOW + timedelta(days=days),
    )
    assert 0 <= change.charge <= change.value <= new
    assert change.charge == 0 or change.charge >= CHARGE_MIN


@settings(max_examples=300)
@given(price=money, carry=money)
def test_carried_money_is_spent_to_the_kopek(price: Decimal, carry: Decimal) -> None:
    charge, used = after_carry(price, carry)
    assert charge + used == price
    assert 0 <= used <= carry
    assert charge == 0 or charge >= min(CHARGE_MIN, price)


@settings(max_examples=300)
@given(
    lot=st.decimals(0, 10**9, places=12),
    parts=st.lists(st.integers(100, 10**6), min_size=1, max_size=6),
)
def test_all_partial_refunds_take_back_all_credits(lot: Decimal, parts: list[int]) -> None:
    amounts = [Decimal(part) / 100 for part in parts]
    paid, done, taken = sum(amounts, Decimal(0)), Decimal(0), Decimal(0)
    for amount in amounts:
        back = credits_going_back(lot, paid, done, done + amount)
        assert back >= 0
        done, taken = done + amount, taken + back
    assert taken == lot


@pytest.mark.parametrize(
    ("amount", "refunded", "is_allowed"),
    [("10", "0", True), ("10.01", "0", False), ("9.50", "0", False), ("0.50", "0", False),
     ("5", "5", True), ("6", "5", False), ("1", "8", True)],
)  # fmt: skip
def test_what_a_refund_may_take(amount: str, refunded: str, *, is_allowed: bool) -> None:
    refusal = refusal_of(Decimal(amount), Decimal(10), Decimal(refunded))
    assert (refusal is None) is is_allowed


@pytest.mark.parametrize(
    ("interval", "wanted"),
    [("month", "3000.00"), ("year", "250.00"), ("week", "12990.00"), ("day", "90000.00")],
)
def test_monthly_revenue_of_each_interval(interval: Any, wanted: str) -> None:
    assert monthly_revenue(Decimal(1000), interval, 3) == Decimal(wanted)


@pytest.mark.parametrize(
    ("old", "new", "fall"),
    [
        ({"a": 5}, {"a": 4}, ("a", 5, 4)),
        ({"a": 5}, {"a": 5}, None),
        ({"a": 5}, {}, None),
        ({"a": 5}, None, None),
        (None, {"a": 5}, ("a", None, 5)),
        ({"a": 5}, {"a": 6, "b": 1}, ("b", None, 1)),
    ],
)
def test_a_new_limit_on_an_unlimited_metric_is_a_fall(old: Any, new: Any, fall: Any) -> None:
    assert fallen_quota(old, new) == fall


def test_an_id_keeps_letters_of_any_script() -> None:
    assert plan_id_of("Про-План №1 (new)", "ab12cd34") == "про_план_1_new_ab12cd34"


def test_dunning_follows_the_reason() -> None:
    first = next_attempt("insufficient_funds", 1, NOW)
    assert first == NOW + timedelta(days=1)
    assert next_attempt("insufficient_funds", 5, NOW) is None
    assert next_attempt("card_expired", 1, NOW) is None
    assert method_is_dead("card_expired")
    assert next_attempt("something_new", 1, NOW) is not None
    assert next_attempt("something_new", 2, NOW) is None


@pytest.mark.parametrize(
    "url",
    [
        "", "javascript:alert(1)", "//evil.example", "https://evil.example/", "https://",
        "https://chat.example.org@evil.example/", "https://u:p@chat.example.org/",
        "https://chat.example.org/#top", "ftp://chat.example.org/", "https://chat.example.org\\@e",
        "https://chat.example.org.evil.example/", "https://[", "https://chat.example.org:99999/",
        "https://chat.example.org/" + "a" * 2048,
    ],
)  # fmt: skip
def test_a_payer_is_sent_back_only_to_known_hosts(url: str) -> None:
    with pytest.raises(ValueError, match="Invalid return_url"):
        checked_return_url(url, frozenset({"chat.example.org"}))


def test_an_empty_path_becomes_a_slash() -> None:
    hosts = frozenset({"chat.example.org"})
    assert checked_return_url(" https://chat.example.org?a=1 ", hosts) == (
        "https://chat.example.org/?a=1"
    )


def test_units_of_charges_become_metrics() -> None:
    counts = counted({"input": 10, "cached_input": 5, "output": 3, "reasoning": 2})
    assert metric_of(counts, "tokens_input") == 15
    assert metric_of(counts, "tokens_output") == 5
    assert metric_of(counts, "requests") == 1
    assert metric_of({"audio_second": 61}, "audio_minutes") == 2
