"""`owc init`: the files of a new installation that docker compose runs."""

import ipaddress
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from owc.catalog import SERVICES
from owc.home import Credentials, write_private

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?\Z")
_MAIL = re.compile(r"[^\s@'\"$\\#{}]+@[^\s@'\"$\\#{}]+\.[A-Za-z]+\Z")
# Names for which no public authority gives a certificate.
_PRIVATE_NAMES = (".local", ".localhost", ".internal", ".test", ".lan", ".home.arpa")
_NAME = re.compile(r"[A-Za-z0-9._@-]{1,64}\Z")
_LOOPBACK = "127.0.0.1"
_DEFAULT_PORT = 8000


class WrongAnswersError(ValueError):
    """One line for each answer that cannot be used."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What only a person knows. An empty one stands for "not (yet)"."""

    public_url: str = ""
    acme_email: str = ""
    openwebui_url: str = ""
    openwebui_api_key: str = ""
    admin_username: str = "admin"
    yookassa_shop_id: str = ""
    yookassa_secret_key: str = ""

    @property
    def has_public_name(self) -> bool:
        """Could Let's Encrypt give a certificate for it?"""
        parts = urlsplit(self.public_url)
        host = parts.hostname or ""
        return parts.scheme == "https" and "." in host and not _is_private(host)

    def check(self) -> None:
        wrong = [
            f"{name}: {value!r} is no http(s) address"
            for name, value in (
                ("public-url", self.public_url),
                ("openwebui-url", self.openwebui_url),
            )
            if value and not _ADDRESS.match(value)
        ]
        if self.acme_email and not (_MAIL.match(self.acme_email) and self.has_public_name):
            wrong.append(
                "acme-email: an e-mail address, with a public-url of https and a public name"
            )
        if bool(self.openwebui_url) != bool(self.openwebui_api_key):
            wrong.append("openwebui-url and openwebui-api-key belong together")
        if bool(self.yookassa_shop_id) != bool(self.yookassa_secret_key):
            wrong.append("yookassa-shop-id and yookassa-secret-key belong together")
        if not _NAME.match(self.admin_username):
            wrong.append("admin-username: letters, digits and ._@- only, 64 at most")
        text = (self.openwebui_api_key, self.yookassa_shop_id, self.yookassa_secret_key)
        if any(re.search(r"[\s'\"$\\#]", value) for value in text):
            wrong.append("keys and secrets hold no spaces, quotes, $, # or backslashes")
        if wrong:
            raise WrongAnswersError("\n".join(wrong))


def _is_private(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.endswith(_PRIVATE_NAMES)
    return True


def install(answers: Answers, env_file: Path, home: Path) -> Credentials:
    """Write both files, readable for their owner alone; FileExistsError before anything is lost."""
    answers.check()
    written = home / "credentials.env"
    for file in (env_file, written):
        if file.exists():
            raise FileExistsError(f"{file} is there already; nothing was changed")
    credentials = Credentials(
        url=f"http://{_LOOPBACK}:{_DEFAULT_PORT}",
        api_key=f"owc_env.{secrets.token_hex(24)}",
        admin_username=answers.admin_username,
        admin_password=secrets.token_hex(10),
    )
    write_private(env_file, _environment(answers, credentials))
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = "".join(f"{name}={value}\n" for name, value in credentials.as_env().items())
    write_private(written, lines)
    return credentials


def _environment(answers: Answers, credentials: Credentials) -> str:
    host = urlsplit(answers.public_url).hostname or ""
    token = secrets.token_hex(24) if answers.yookassa_shop_id else ""
    databases = "\n".join(
        f"OWC_DATABASE_PASSWORD_{service.upper()}={secrets.token_hex(24)}" for service in SERVICES
    )
    # Who has no address yet may try `--profile demo`, whose shop production refuses.
    kind = "production" if answers.public_url else ""
    return f"""\
# `production` refuses weak secrets and shops for tests; it is also the default of all but the demo.
OWC_ENV={kind}

# Secrets of this installation. Keep the file private and in the backup.
OWC_INTERNAL_SECRET={secrets.token_hex(32)}
OWC_SECRET_KEY={secrets.token_hex(32)}
OWC_CREDITS_API_KEY={credentials.api_key}
OWC_ADMIN_USERNAME={credentials.admin_username}
OWC_ADMIN_PASSWORD={credentials.admin_password}
POSTGRES_PASSWORD={secrets.token_hex(24)}
REDIS_PASSWORD={secrets.token_hex(24)}
{databases}

# Your Open WebUI, as the containers reach it, and an API key of one of its administrators.
OWC_OPENWEBUI_URL={answers.openwebui_url}
OWC_OPENWEBUI_API_KEY={answers.openwebui_api_key}
# Last part of the address that Open WebUI's event webhook calls, if it is told to.
OWC_SYNC_HINT_SECRET={secrets.token_hex(24)}

# The shop at YooKassa. Its notices go to <public address>/api/v1/billing/webhook/yookassa/<token>.
OWC_YOOKASSA_SHOP_ID={answers.yookassa_shop_id}
OWC_YOOKASSA_SECRET_KEY={answers.yookassa_secret_key}
OWC_YOOKASSA_WEBHOOK_TOKEN={token}
OWC_RETURN_URL_HOSTS={host}

# How people reach it, and where the gateway is published. It is for a TLS proxy on this machine:
# nothing but loopback may see it without one.
OWC_PUBLIC_URL={answers.public_url}
OWC_DOMAIN={host}
# For --profile tls: with an e-mail address Let's Encrypt gives certificates, `internal` makes them.
OWC_TLS={answers.acme_email or "internal"}
PORT={_DEFAULT_PORT}
BIND={_LOOPBACK}
"""
