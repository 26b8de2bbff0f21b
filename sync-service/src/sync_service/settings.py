"""Configuration of sync-service: where Open WebUI is, how often to look, what is believed."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from shared.settings import ServiceSettings, strong_secret
from sync_service.clients.open_webui import OpenWebUI, open_webui
from sync_service.domain.difference import Limits, Rules


class SyncSettings(ServiceSettings):
    """Users and groups come from a database if one is named, models from REST if it is named."""

    migrations = Path(__file__).parents[2] / "migrations"

    openwebui_api_key: SecretStr | None = Field(
        default=None, description="key or token of an Open WebUI administrator"
    )
    openwebui_sqlite: str | None = Field(default=None, description="path of webui.db, only read")
    openwebui_database_url: SecretStr | None = Field(
        default=None, description="postgresql:// address of Open WebUI's database, only read"
    )
    openwebui_url: str | None = Field(
        default=None,
        validate_default=True,
        pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?$",
        description="REST address",
    )
    sync_interval_s: float = Field(default=30, ge=1, le=86_400, description="pause between polls")
    sync_timeout_s: float = Field(default=120, ge=1, le=900, description="for one whole reading")
    sync_hint_secret: SecretStr | None = Field(
        default=None, description="last part of the address of Open WebUI's event webhook"
    )
    sync_close_percent_max: int = Field(
        default=50, ge=0, le=100, description="a reading that closes more is refused"
    )
    sync_close_count_free: int = Field(
        default=5, ge=0, description="so many may close at once whatever their share"
    )
    sync_model_access: Literal["grants", "public"] = Field(
        default="grants", description="`public` where BYPASS_MODEL_ACCESS_CONTROL is set"
    )
    sync_run_retention_days: int = Field(
        default=30, ge=1, description="how long runs are listed; those that found nothing: a day"
    )
    sync_waiting_list_per_address: int = Field(default=30, ge=1, description="attempts per hour")
    sync_waiting_list_global: int = Field(default=300, ge=1, description="attempts per hour")

    @field_validator("sync_hint_secret")
    @classmethod
    def _strong_hint(cls, value: SecretStr | None) -> SecretStr | None:
        return None if value is None else strong_secret(value)

    @field_validator(
        "openwebui_url",
        "openwebui_api_key",
        "openwebui_sqlite",
        "openwebui_database_url",
        "sync_hint_secret",
        mode="before",
    )
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("openwebui_database_url")
    @classmethod
    def _one_database(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value and info.data.get("openwebui_sqlite"):
            raise ValueError("give OWC_OPENWEBUI_SQLITE or OWC_OPENWEBUI_DATABASE_URL, not both")
        return value

    @field_validator("openwebui_url")
    @classmethod
    def _whole_rest(cls, value: str | None, info: ValidationInfo) -> str | None:
        key = info.data.get("openwebui_api_key")
        # The gateway needs the address alone, so beside a database it may stand without a key.
        databases = ("openwebui_sqlite", "openwebui_database_url")
        if value and not key and not any(info.data.get(name) for name in databases):
            raise ValueError("needs OWC_OPENWEBUI_API_KEY")
        if key and not value:
            raise ValueError("OWC_OPENWEBUI_API_KEY needs OWC_OPENWEBUI_URL")
        return value

    def source(self) -> OpenWebUI:
        """The configured ways to Open WebUI; nothing is connected yet."""
        key, address = self.openwebui_api_key, self.openwebui_database_url
        return open_webui(
            url=self.openwebui_url,
            key=key.get_secret_value() if key else None,
            sqlite=self.openwebui_sqlite,
            database_url=address.get_secret_value() if address else None,
            timeout_s=self.sync_timeout_s,
            everyone=self.sync_model_access == "public",
        )

    def rules(self) -> Rules:
        limits = Limits(self.sync_close_percent_max, self.sync_close_count_free)
        return Rules(self.sync_interval_s, limits)
