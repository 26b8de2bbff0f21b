"""Configuration of ledger-service."""

from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator

from ledger_service.domain.allowance import Rule
from shared.money import ZERO, Price
from shared.settings import ServiceSettings


class Settings(ServiceSettings):
    migrations = Path(__file__).parents[2] / "migrations"

    ledger_time_zone: str = Field(
        default="UTC", description="IANA name of the zone in which allowance periods begin"
    )
    ledger_allowance_rule: Rule = Field(
        default="sum",
        description="how the defaults of a user's groups combine; of priorities the lowest wins",
    )
    ledger_carry_over_max: Price = Field(
        default=ZERO, description="credits of an allowance that may move into the next period"
    )
    ledger_hold_ttl_s: int = Field(default=300, ge=10, description="life of a hold, seconds")
    ledger_hold_ttl_max_s: int = Field(
        default=3600, ge=10, description="the longest life that a caller may ask for"
    )
    ledger_max_tokens_default: int = Field(
        default=4096, ge=1, description="output tokens reserved when the caller names no limit"
    )
    ledger_verify_hours: int = Field(
        default=24, ge=1, le=168, description="how often the worker checks every invariant"
    )

    reset_status_public: bool = Field(
        default=False, description="whether GET /api/reset/status needs no administrator"
    )

    @field_validator("ledger_time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError("is not a known time zone") from None
        return name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.ledger_time_zone)
