"""Configuration from the environment and secret files, checked whole before anything starts."""

import sys
from pathlib import Path
from typing import ClassVar, Literal, TypeVar

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.clock import Clock
from shared.database_address import DatabaseAddress
from shared.secret_files import SECRETS_DIR

SECRET_LENGTH_MIN = 32
# A random one has more, be it hexadecimal and short.
_DIFFERENT_MIN = 8
_KNOWN_PLACEHOLDERS = ("changeme", "change-me", "your-", "placeholder")


class ServiceSettings(BaseSettings):
    """What every process needs. Names in the environment carry the prefix `OWC_`."""

    model_config = SettingsConfigDict(
        env_prefix="OWC_",
        # What compose passes on although nobody has set it.
        env_ignore_empty=True,
        secrets_dir=SECRETS_DIR if SECRETS_DIR.is_dir() else None,
        extra="ignore",
        frozen=True,
    )

    # Where the service's migrations are; each service's class says it.
    migrations: ClassVar[Path]

    env: Literal["development", "test", "production"] = Field(
        default="production", description="`production` refuses test shops and simulators"
    )
    database_url: SecretStr = Field(
        description="postgresql:// address of the service's database; several servers with commas "
        "and ?target_session_attrs=read-write, PgBouncer with ?statement_cache_size=0"
    )
    redis_url: SecretStr = Field(description="redis:// address of Redis or Valkey")
    internal_secret: SecretStr = Field(description="signs the identity that the gateway passes on")
    internal_secret_old: SecretStr | None = Field(
        default=None, description="still believed while internal_secret is being changed"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="least level of what is written to the log"
    )
    host: str = Field(default="127.0.0.1", description="address on which the door listens")
    port: int = Field(default=8000, ge=0, le=65535, description="port on which the door listens")
    body_limit_bytes: int = Field(
        default=1_048_576, ge=1024, description="largest body of a request; more is 413"
    )
    drain_s: float = Field(
        default=3,
        ge=0,
        le=60,
        description="how long a process that ends goes on answering, so that proxies notice",
    )
    database_pool_max: int = Field(
        default=10, ge=1, le=200, description="most connections to PostgreSQL of one process"
    )
    trusted_proxies: str = Field(
        default="127.0.0.1", description="addresses whose X-Forwarded-For is believed"
    )

    clock_file: Path | None = Field(
        default=None,
        description="seconds that a demonstration's time is ahead; never in production",
    )

    @field_validator("database_url")
    @classmethod
    def _address(cls, value: SecretStr) -> SecretStr:
        DatabaseAddress.parse(value.get_secret_value())
        return value

    @field_validator("internal_secret", "internal_secret_old")
    @classmethod
    def _strong(cls, value: SecretStr | None) -> SecretStr | None:
        return None if value is None else strong_secret(value)

    # Rules about several fields stand at the last of them: those of a whole object would be
    # silent until each field is right by itself.
    @field_validator("clock_file")
    @classmethod
    def _real_time(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value and in_production(info):
            raise ValueError("moves time and is refused in production")
        return value

    def clock(self) -> Clock:
        return Clock(self.clock_file)


def in_production(info: ValidationInfo) -> bool:
    """Also where `env` itself is wrong."""
    return bool(info.data.get("env", "production") == "production")


def strong_secret(value: SecretStr) -> SecretStr:
    """Refuse a secret that is short or that somebody may guess; ValueError says which."""
    text = value.get_secret_value()
    if len(text) < SECRET_LENGTH_MIN:
        raise ValueError(f"must have at least {SECRET_LENGTH_MIN} characters")
    if any(placeholder in text.lower() for placeholder in _KNOWN_PLACEHOLDERS):
        raise ValueError("looks like a placeholder; generate a random one")
    if len(set(text)) < _DIFFERENT_MIN:
        raise ValueError(f"has fewer than {_DIFFERENT_MIN} different characters; generate one")
    return value


SettingsT = TypeVar("SettingsT", bound=ServiceSettings)


def load(settings_class: type[SettingsT]) -> SettingsT:
    """Read the settings or end the process (status 2), listing all wrong fields at once."""
    try:
        return settings_class()
    except ValidationError as error:
        sys.stderr.write("".join(f"{line}\n" for line in wrong_fields(error)))
        raise SystemExit(2) from None


def wrong_fields(error: ValidationError) -> list[str]:
    """A line for each wrong field."""
    return [
        f"OWC_{'_'.join(map(str, problem['loc'])).upper()}: {problem['msg']}"
        for problem in error.errors()
    ]


def described(settings: ServiceSettings, prefixes: tuple[str, ...]) -> list[dict[str, str]]:
    """Settings whose names begin so, for people; a secret is never among them."""
    return [
        {
            "name": f"OWC_{name.upper()}",
            "value": str(getattr(settings, name)),
            "description": field.description or "",
        }
        for name, field in type(settings).model_fields.items()
        if name.startswith(prefixes) and not isinstance(getattr(settings, name), SecretStr)
    ]
