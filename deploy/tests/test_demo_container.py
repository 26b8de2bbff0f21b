"""The profile `demo` of docker compose: sync finds a database, billing a shop that plays."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from owc import demo_charge, demo_container
from owc.configuration import check
from owc.demo_openwebui import STUDENT

TOKEN = "owc_yookassa_webhook_token"


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "secrets"
    for name in ("sync", "billing", "simulator"):
        (folder / name).mkdir(parents=True)
    monkeypatch.setattr(demo_container, "SECRETS", folder)
    monkeypatch.setattr(demo_container, "DATABASE", tmp_path / "demo" / "webui.db")
    return folder


def billing_settings(secrets: Path) -> dict[str, str]:
    return {file.name.upper(): file.read_text() for file in (secrets / "billing").iterdir()}


def test_billing_and_the_simulator_know_each_other_and_stay_acquainted(secrets: Path) -> None:
    demo_container.prepare()
    first = billing_settings(secrets)
    options = (secrets / "simulator" / "options").read_text()
    assert f"--shop=100500:{first['OWC_YOOKASSA_SECRET_KEY']}\n" in options
    assert f"token={first[TOKEN.upper()]}\n" in options
    demo_container.prepare()
    assert billing_settings(secrets) == first
    common = {
        "OWC_DATABASE_URL": "postgresql://x",
        "OWC_REDIS_URL": "redis://x",
        "OWC_INTERNAL_SECRET": "internal-secret-" * 2,
    }
    assert check(common | first, "billing").wrong == []
    refused = check(common | first | {"OWC_ENV": "production"}, "billing").wrong
    assert [line.partition(":")[0] for line in refused] == [
        "OWC_YOOKASSA_SECRET_KEY",
        "OWC_YOOKASSA_API_URL",
    ]


def test_a_real_shop_is_left_alone(secrets: Path) -> None:
    real = secrets / "billing" / "owc_yookassa_secret_key"
    real.write_text("live_key")
    demo_container.prepare()
    assert billing_settings(secrets) == {"OWC_YOOKASSA_SECRET_KEY": "live_key"}
    assert list((secrets / "simulator").iterdir()) == []


@pytest.mark.parametrize(
    ("published", "address"),
    [
        ("http://127.0.0.1:8000-8003", "http://127.0.0.1:8000"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("https://host-1", "https://host-1"),
    ],
)
def test_the_link_leads_to_one_gateway_of_several(published: str, address: str) -> None:
    assert demo_container.first_of_range(published) == address


def test_preparing_the_demo_again_leaves_what_people_changed(installation: Any) -> None:
    admin, key = installation.admin(), installation.key()
    change = {"model_id": demo_charge.MODEL, "context_price": 0.0003, "generation_price": 0.0008}
    admin.post("/api/credits/models/update", change)
    before = key.get(f"/api/credits/user/{STUDENT}")["credits"]
    demo_charge.prepare(admin, key)
    assert key.get(f"/api/credits/user/{STUDENT}")["credits"] == before
    assert key.get(f"/api/credits/model/{demo_charge.MODEL}")["context_price"] == Decimal("0.0003")
    small, large = demo_charge.PRICES[demo_charge.MODEL]
    back = {**change, "context_price": small, "generation_price": large}
    admin.post("/api/credits/models/update", back)
