"""What a process refuses to start with, and the documentation of what it serves."""

from typing import Any

import pytest
from billing_service.main import create_app
from billing_service.settings import OFFICIAL_API, Settings
from pydantic import ValidationError

SOUND: dict[str, Any] = {
    "env": "production",
    "database_url": "postgresql://127.0.0.1/x",
    "redis_url": "redis://127.0.0.1/0",
    "internal_secret": "identity-signature-of-test-runs-0123456789",
    "yookassa_shop_id": "1",
    "yookassa_secret_key": "live_key",
    "yookassa_webhook_token": "webhook-address-of-test-runs-0123456789",
}


def test_production_takes_the_official_shop() -> None:
    settings = Settings(**SOUND)
    config = settings.provider()
    assert config is not None
    assert config.api_url == OFFICIAL_API
    assert settings.checks_sender
    assert settings.policy().is_test_shop is False
    assert settings.policy().return_hosts == frozenset()


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"yookassa_api_url": "http://127.0.0.1:8089/v3"}, f"must be {OFFICIAL_API}"),
        ({"yookassa_secret_key": "test_key"}, "test shop"),
        ({"yookassa_webhook_token": None}, "is needed in production"),
        ({"yookassa_webhook_token": "short"}, "at least 32"),
        ({"yookassa_shop_id": None}, "belong together"),
        ({"billing_receipt_vat_codes": "soon:1"}, "isoformat"),
        ({"billing_credits_per_unit": 0}, "greater than 0"),
        ({"billing_top_up_packages": "500,lots"}, "decimal"),
        ({"webhook_senders": "everywhere"}, "IPv4"),
        ({"smtp_url": "smtps://mail"}, "OWC_SMTP_FROM belong together"),
        ({"smtp_url": "ftp://mail", "smtp_from": "a@b.org"}, "OWC_SMTP_URL must be"),
        ({"mail_language": "fr"}, "'en' or 'ru'"),
    ],
    ids=str,
)
def test_production_refuses_what_could_cost_money(wrong: dict[str, Any], text: str) -> None:
    with pytest.raises(ValidationError, match=text):
        Settings(**SOUND | wrong)


def test_without_a_shop_there_is_no_provider() -> None:
    bare = SOUND | {"yookassa_shop_id": None, "yookassa_secret_key": None}
    assert Settings(**bare).provider() is None


def test_every_route_is_documented_under_both_prefixes() -> None:
    paths = create_app(Settings(**SOUND)).openapi()["paths"]
    own = {path for path in paths if path.startswith(("/billing", "/admin/billing"))}
    assert own
    assert {f"/api/v1{path}" for path in own} == {p for p in paths if p.startswith("/api/v1")}
    ids = [operation["operationId"] for methods in paths.values() for operation in methods.values()]
    assert len(ids) == len(set(ids))


def test_mail_is_off_until_a_server_is_named() -> None:
    assert Settings(**SOUND, smtp_url="").policy().mails_enabled is False
    named = Settings(**SOUND, smtp_url="smtps://u:p@mail.example.org", smtp_from="a@example.org")
    assert named.policy().mails_enabled is True
    assert "p@mail" not in repr(named)
