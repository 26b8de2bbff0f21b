"""How the service starts, and how it says that it cannot work."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pricing_service.settings import PricingSettings

from shared.settings import load


async def test_the_service_is_ready_when_prices_are_loaded(service: Any) -> None:
    answer = await service.http.get("/health")
    assert answer.json()["status"] == "healthy"
    assert set(answer.json()["dependencies"]) == {"database", "prices", "redis"}


async def test_the_service_is_not_ready_without_its_database(service: Any) -> None:
    await service.app.state.pricing.db.close()
    answer = await service.http.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["dependencies"]["database"]["state"] == "down"
    refused = await service.post("/api/credits/settings", {"token_multiplier": 1})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")


async def test_a_demonstration_moves_the_time_of_prices(
    service_with: Callable[..., AbstractAsyncContextManager[Any]], tmp_path: Path
) -> None:
    ahead = tmp_path / "ahead"
    async with service_with(clock_file=ahead) as service:
        await service.price("m", "1", "1")
        await service.price("m", "5", "1", effective_from=datetime.now(UTC) + timedelta(hours=1))
        ahead.write_text("7200")
        assert (await service.model("m"))["context_price"] == Decimal("5.0")


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
