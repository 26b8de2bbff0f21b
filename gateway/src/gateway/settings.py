"""What the gateway reads from its environment; a weak secret ends the start."""

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from shared.settings import ServiceSettings, in_production, strong_secret

_PASSWORD_COST_MIN = 10
_PASSWORD_LENGTH_MIN = 12
_KEY_LENGTH_MIN = 16


class GatewaySettings(ServiceSettings):
    migrations = Path(__file__).parents[2] / "migrations"

    ledger_url: str = Field(
        default="http://127.0.0.1:8001", description="address of ledger-service"
    )
    billing_url: str = Field(
        default="http://127.0.0.1:8002", description="address of billing-service"
    )
    pricing_url: str = Field(
        default="http://127.0.0.1:8003", description="address of pricing-service"
    )
    sync_url: str = Field(default="http://127.0.0.1:8004", description="address of sync-service")
    openwebui_url: str | None = Field(
        default=None, description="asked about sessions of users; without it none is accepted"
    )

    openwebui_public_url: str | None = Field(
        default=None,
        pattern=r"^(https?://[^/\s;,']+/?)?$",
        description="where browsers find Open WebUI, if not at openwebui_url",
    )
    public_url: str | None = Field(
        default=None,
        pattern=r"^(https?://[^\s?#]+)?$",
        description="where browsers find this door; default: the host of each request",
    )

    provider_url: str | None = Field(
        default=None,
        pattern=r"^https?://",
        description="OpenAI-compatible service behind the metering door, with its /v1",
    )
    provider_api_key: SecretStr | None = Field(
        default=None, description="sent to that service as a bearer token"
    )
    provider_connections: int = Field(
        default=512, ge=1, le=8192, description="most connections to it"
    )
    provider_timeout_s: float = Field(
        default=600, gt=0, le=3600, description="for its first byte, and for each next one"
    )
    openwebui_jwt_secret: SecretStr | None = Field(
        default=None,
        description="FORWARD_USER_INFO_HEADER_JWT_SECRET of Open WebUI; then no plain name counts",
    )
    meter_account: str | None = Field(
        default=None, max_length=255, description="pays for model calls that name no user"
    )
    meter_answer_tokens: int = Field(
        default=4096, ge=1, description="reserved for an answer whose request names no limit"
    )
    meter_hold_ttl_s: int = Field(
        default=600,
        ge=1,
        le=3600,
        description="life of the hold of a model call, extended while it streams",
    )

    admin_username: str = Field(
        default="admin", pattern=r"^[A-Za-z0-9._@-]{1,64}$", description="name of the first owner"
    )
    admin_password: SecretStr | None = Field(
        default=None, description="of the first owner; read only while there is no administrator"
    )
    secret_key: SecretStr = Field(description="signs admin sessions, peppers API keys")
    secret_key_old: SecretStr | None = Field(
        default=None,
        description="still opens API keys and second factors while secret_key is being changed",
    )
    credits_api_key: SecretStr | None = Field(
        default=None, description="bootstrap key with every scope, for functions set up by hand"
    )
    password_cost: int = Field(default=12, ge=4, le=16, description="bcrypt cost")
    session_minutes: int = Field(
        default=30, ge=1, le=1440, description="life of an administrator's session"
    )

    reset_status_public: bool = Field(
        default=False, description="whether GET /api/reset/status needs no administrator"
    )
    cors_origins: str = Field(default="", description="comma list of origins that may call us")
    admin_spa: str | None = Field(default=None, description="folder of the built admin app")

    connections_max: int = Field(
        default=2000,
        ge=16,
        le=65_536,
        description="most open connections; a further one gets 503, but for /health/live",
    )
    upstream_connections: int = Field(
        default=64, ge=1, le=1024, description="most connections to each service"
    )
    connect_timeout_s: float = Field(
        default=2, gt=0, le=60, description="for a connection to a service"
    )
    first_byte_timeout_s: float = Field(
        default=30, gt=0, le=600, description="for the first byte of its answer"
    )
    idle_timeout_s: float = Field(default=60, gt=0, le=600, description="for each next one")

    enable_ssl: bool = Field(default=False, description="speak TLS without a proxy")
    ssl_certfile: str | None = Field(default=None, description="its certificate, with the chain")
    ssl_keyfile: str | None = Field(default=None, validate_default=True, description="its key")

    @field_validator("secret_key", "secret_key_old")
    @classmethod
    def _strong_key(cls, value: SecretStr | None) -> SecretStr | None:
        return None if value is None else strong_secret(value)

    @field_validator("ssl_keyfile")
    @classmethod
    def _whole_tls(cls, value: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("enable_ssl") and not (info.data.get("ssl_certfile") and value):
            raise ValueError("OWC_ENABLE_SSL needs OWC_SSL_CERTFILE and OWC_SSL_KEYFILE")
        return value

    @field_validator("password_cost")
    @classmethod
    def _costly(cls, value: int, info: ValidationInfo) -> int:
        if in_production(info) and value < _PASSWORD_COST_MIN:
            raise ValueError(f"must be at least {_PASSWORD_COST_MIN} in production")
        return value

    @field_validator("admin_password", "credits_api_key")
    @classmethod
    def _long(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        is_key = info.field_name == "credits_api_key"
        least = _KEY_LENGTH_MIN if is_key else _PASSWORD_LENGTH_MIN
        if in_production(info) and value and len(value.get_secret_value()) < least:
            raise ValueError(f"needs at least {least} characters in production")
        return value

    def secret_keys(self) -> list[str]:
        """The one in force, then the one that it replaces."""
        both = (self.secret_key, self.secret_key_old)
        return [key.get_secret_value() for key in both if key is not None]

    def openwebui_origin(self) -> str:
        """Whose pages may show ours in a frame; empty where Open WebUI is not known."""
        parts = urlsplit(self.openwebui_public_url or self.openwebui_url or "")
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    def address_of(self, service: Literal["ledger", "billing", "pricing", "sync"]) -> str:
        address: str = getattr(self, f"{service}_url")
        return address
