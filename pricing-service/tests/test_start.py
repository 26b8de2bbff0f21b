"""How the service starts, and how it says that it cannot work."""

from typing import Any

import pytest
from pricing_service.settings import PricingSettings

from shared.settings import load


async def test_the_service_is_ready_when_prices_are_loaded(service: Any) -> None:
    answer = await service.http.get("/health")
    assert answer.json()["status"] == "healthy"
    assert set(answer.json()["dependencies"]) == {"database", "prices"}


async def test_the_service_is_not_ready_without_its_database(service: Any) -> None:
    await service.app.state.pricing.db.close()
    answer = await service.http.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["dependencies"]["database"]["state"] == "down"
    refused = await service.post("/api/credits/settings", {"token_multiplier": 1})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")


def test_all_wrong_settings_are_named_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OWC_DATABASE_URL", "postgresql://owc_pricing@127.0.0.1/owc_pricing")
    monkeypatch.setenv("OWC_REDIS_URL", "redis://127.0.0.1")
    monkeypatch.setenv("OWC_INTERNAL_SECRET", "short")
    monkeypatch.setenv("OWC_PRICING_UNKNOWN_MODEL", "guess")
    monkeypatch.setenv("OWC_PRICING_USD_TO_CREDIT_RATIO", "0")
    monkeypatch.setenv("OWC_PRICING_DEFAULT_CONTEXT_PRICE", "NaN")
    with pytest.raises(SystemExit):
        load(PricingSettings)
    named = capsys.readouterr().err
    for name in (
        "OWC_INTERNAL_SECRET",
        "OWC_PRICING_UNKNOWN_MODEL",
        "OWC_PRICING_USD_TO_CREDIT_RATIO",
        "OWC_PRICING_DEFAULT_CONTEXT_PRICE",
    ):
        assert name in named
