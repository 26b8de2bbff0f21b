"""Settings of billing: one shop, what it sells besides plans, and whose notices are believed."""

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from ipaddress import ip_network
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from billing_service.domain.mail_address import smtp_config_of
from billing_service.domain.mails import Language, SmtpConfig
from billing_service.domain.policy import Policy
from billing_service.domain.provider import ProviderConfig, ReceiptConfig
from shared.settings import ServiceSettings, in_production, strong_secret

OFFICIAL_API: Final = "https://api.yookassa.ru/v3"
OFFICIAL_SENDERS: Final = (
    "185.71.76.0/27,185.71.77.0/27,77.75.153.0/25,77.75.154.128/25,"
    "77.75.156.11,77.75.156.35,2a02:5180::/32"
)


class Settings(ServiceSettings):
    migrations = Path(__file__).parents[2] / "migrations"

    yookassa_shop_id: str | None = Field(
        default=None, description="number of the shop; without it nothing is sold"
    )
    yookassa_secret_key: SecretStr | None = Field(
        default=None,
        validate_default=True,
        description="secret key of the shop; `test_…` of a test shop",
    )
    yookassa_api_url: str = Field(
        default=OFFICIAL_API, description="address of the provider; another one is for tests"
    )
    yookassa_webhook_token: SecretStr | None = Field(
        default=None,
        validate_default=True,
        description="last part of the address that the provider's cabinet calls",
    )
    yookassa_webhook_token_old: SecretStr | None = Field(
        default=None, description="still accepted while the token is being changed"
    )
    webhook_mode: Literal["inbox", "verify"] = Field(
        default="inbox",
        description="`inbox` answers at once and asks the provider afterwards, `verify` asks first",
    )
    webhook_proxy_secret: SecretStr | None = Field(
        default=None, description="HMAC key of a trusted proxy that signs notices"
    )
    webhook_check_sender: bool | None = Field(
        default=None, description="check the sender's address; default: in production"
    )
    webhook_senders: str = Field(
        default=OFFICIAL_SENDERS, description="networks from which the provider sends notices"
    )
    return_url_hosts: str = Field(default="", description="hosts a payer may be sent back to")

    enable_billing_subscriptions: bool = Field(default=True, description="offer plans")
    enable_billing_wallet: bool = Field(default=True, description="offer top-ups")
    enable_billing_recurring: bool = Field(
        default=False, description="charge saved methods; the provider must have allowed it"
    )
    billing_currency: Literal["RUB", "USD", "EUR"] = Field(
        default="RUB", description="of plans and top-ups"
    )
    billing_credits_per_unit: Decimal = Field(
        default=Decimal(1), gt=0, description="credits for one unit of the currency"
    )
    billing_top_up_packages: str = Field(
        default="500,1000,2000", description="amounts that are offered, comma list"
    )
    billing_top_up_any_amount: bool = Field(
        default=True, description="whether other amounts may be paid"
    )
    billing_top_up_min: Decimal = Field(
        default=Decimal(100), ge=1, description="smallest such amount"
    )
    billing_top_up_max: Decimal = Field(
        default=Decimal(350_000), ge=1, description="largest such amount"
    )
    smtp_url: SecretStr | None = Field(
        default=None, description="smtp, smtp+starttls or smtps://user:password@host:port"
    )
    smtp_from: str | None = Field(
        default=None, validate_default=True, description="sender of e-mail notices"
    )
    mail_language: Language = Field(default="en", description="of who has chosen none")
    billing_low_balance: Decimal = Field(
        default=Decimal(10), ge=0, description="credits below which a mail is sent; 0: never"
    )
    billing_receipt_enabled: bool = Field(
        default=False, description="send data for fiscal receipts (54-FZ) with payments"
    )
    billing_receipt_vat_codes: str = Field(
        default="2000-01-01:1", description="date:code pairs, oldest first"
    )
    billing_receipt_payment_mode: str = Field(
        default="full_payment", description="payment_mode of each line of a receipt"
    )
    billing_receipt_payment_subject: str = Field(
        default="service", description="payment_subject of each line of a receipt"
    )
    billing_receipt_tax_system_code: int | None = Field(
        default=None, ge=1, le=6, description="tax system of the shop, 1 to 6, if it has several"
    )

    @field_validator("yookassa_webhook_token", "yookassa_webhook_token_old", "webhook_proxy_secret")
    @classmethod
    def _strong_token(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value is None or not value.get_secret_value() else strong_secret(value)

    @field_validator("billing_receipt_vat_codes")
    @classmethod
    def _vat_codes(cls, value: str) -> str:
        _vat_codes_of(value)
        return value

    @field_validator("billing_top_up_packages")
    @classmethod
    def _packages(cls, value: str) -> str:
        try:
            _amounts_of(value)
        except InvalidOperation:
            raise ValueError("must be decimal numbers, separated by commas") from None
        return value

    @field_validator("webhook_senders")
    @classmethod
    def _senders(cls, value: str) -> str:
        for item in _listed(value):
            ip_network(item, strict=False)
        return value

    @field_validator("yookassa_secret_key")
    @classmethod
    def _own_shop(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        key = cls._secret(value)
        if bool(info.data.get("yookassa_shop_id")) != bool(key):
            raise ValueError("OWC_YOOKASSA_SHOP_ID and OWC_YOOKASSA_SECRET_KEY belong together")
        if in_production(info) and key.startswith("test_"):
            raise ValueError("is of a test shop")
        return value

    @field_validator("yookassa_api_url")
    @classmethod
    def _official(cls, value: str, info: ValidationInfo) -> str:
        if value != OFFICIAL_API and _sells_in_production(info):
            raise ValueError(f"must be {OFFICIAL_API} in production")
        return value

    @field_validator("yookassa_webhook_token")
    @classmethod
    def _private(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if not cls._secret(value) and _sells_in_production(info):
            raise ValueError("is needed in production")
        return value

    @field_validator("smtp_from")
    @classmethod
    def _whole_mail(cls, value: str | None, info: ValidationInfo) -> str | None:
        url = cls._secret(info.data.get("smtp_url"))
        if bool(url) != bool(value):
            raise ValueError("OWC_SMTP_URL and OWC_SMTP_FROM belong together")
        if url and value:
            smtp_config_of(url, value, "en")
        return value

    @property
    def has_shop(self) -> bool:
        return bool(self.yookassa_shop_id and self._secret(self.yookassa_secret_key))

    @property
    def checks_sender(self) -> bool:
        if self.webhook_check_sender is None:
            return self.env == "production"
        return self.webhook_check_sender

    @property
    def webhook_tokens(self) -> tuple[str, ...]:
        both = (self.yookassa_webhook_token, self.yookassa_webhook_token_old)
        return tuple(text for token in both if (text := self._secret(token)))

    @staticmethod
    def _secret(value: SecretStr | None) -> str:
        return value.get_secret_value() if value else ""

    def provider(self) -> ProviderConfig | None:
        """Return the shop, None where none is configured."""
        if not self.has_shop:
            return None
        receipt = ReceiptConfig(
            vat_codes=_vat_codes_of(self.billing_receipt_vat_codes),
            payment_subject=self.billing_receipt_payment_subject,
            payment_mode=self.billing_receipt_payment_mode,
            tax_system_code=self.billing_receipt_tax_system_code,
        )
        return ProviderConfig(
            shop_id=self.yookassa_shop_id or "",
            secret_key=self._secret(self.yookassa_secret_key),
            api_url=self.yookassa_api_url.rstrip("/"),
            receipt=receipt if self.billing_receipt_enabled else None,
        )

    def smtp(self) -> SmtpConfig | None:
        """Return the mail server, None where no mail is sent."""
        url = self._secret(self.smtp_url)
        if not url or not self.smtp_from:
            return None
        return smtp_config_of(url, self.smtp_from, self.mail_language)

    def _return_hosts(self) -> frozenset[str]:
        hosts = frozenset(_listed(self.return_url_hosts))
        # On a developer's machine everything is at home.
        return hosts if self.env == "production" else hosts | {"localhost", "127.0.0.1"}

    def policy(self) -> Policy:
        """Return the rules of this installation."""
        key = self._secret(self.yookassa_secret_key)
        return Policy(
            shop_id=self.yookassa_shop_id,
            is_test_shop=key.startswith("test_") if self.has_shop else None,
            currency=self.billing_currency,
            subscriptions_enabled=self.enable_billing_subscriptions,
            top_ups_enabled=self.enable_billing_wallet,
            recurring_enabled=self.enable_billing_recurring,
            return_hosts=self._return_hosts(),
            credits_per_unit=self.billing_credits_per_unit,
            top_up_min=self.billing_top_up_min,
            top_up_max=self.billing_top_up_max,
            top_up_packages=_amounts_of(self.billing_top_up_packages),
            top_up_any_amount=self.billing_top_up_any_amount,
            mails_enabled=self.smtp() is not None,
            low_balance=self.billing_low_balance,
        )


def _sells_in_production(info: ValidationInfo) -> bool:
    return in_production(info) and bool(info.data.get("yookassa_shop_id"))


def _listed(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _amounts_of(text: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(item) for item in _listed(text))


def _vat_codes_of(text: str) -> tuple[tuple[datetime, int], ...]:
    pairs = (item.partition(":") for item in _listed(text))
    return tuple(
        (datetime.fromisoformat(day).replace(tzinfo=UTC), int(code)) for day, _, code in pairs
    )
