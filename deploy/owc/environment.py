"""The environment of each process: what it needs and nothing of what its neighbours know."""

import os
from collections.abc import Mapping

from owc import payment_simulator
from owc.catalog import SERVICES, Program, programs
from owc.home import Credentials, Home

# Who alone sees a setting that a person gave to `make up`. What is not here goes to every service.
_ONLY_FOR = {
    "OWC_OPENWEBUI_": ("gateway", "sync"),
    "OWC_OPENWEBUI_JWT_SECRET": ("gateway",),
    "OWC_PROVIDER_": ("gateway",),
    "OWC_METER_": ("gateway",),
    "OWC_YOOKASSA_": ("billing",),
    "OWC_WEBHOOK_": ("billing",),
    "OWC_SMTP_": ("billing",),
    "OWC_ADMIN_": ("gateway",),
    "OWC_SECRET_KEY": ("gateway",),
    "OWC_CREDITS_API_KEY": ("gateway",),
    "OWC_SYNC_HINT_SECRET": ("sync",),
    # The addresses of the creator of databases are for the runner.
    "DATABASE_URL": (),
    "REDIS_URL": (),
}
_DEFAULT_PORT = 8000
OPENWEBUI_SOURCES = (
    "OWC_OPENWEBUI_URL",
    "OWC_OPENWEBUI_SQLITE",
    "OWC_OPENWEBUI_DATABASE_URL",
)


def has_openwebui() -> bool:
    """Did the person name an Open WebUI, or shall the demo one be used?"""
    return any(os.environ.get(name) for name in OPENWEBUI_SOURCES)


def environment_of(
    program: Program,
    home: Home,
    credentials: Credentials,
    ports: Mapping[str, int],
    servers: Mapping[str, str],
) -> dict[str, str]:
    """All variables of `program`; `servers` maps a service to its database, `redis` to Redis."""
    service = program.service
    environment = {n: value for n, value in os.environ.items() if _may_see(service, n)}
    environment |= {
        "OWC_ENV": "development",
        "OWC_DATABASE_URL": servers[service],
        "OWC_REDIS_URL": servers["redis"],
        "OWC_INTERNAL_SECRET": home.secret("internal"),
        "OWC_HOST": "127.0.0.1",
        "OWC_PORT": str(ports[service] if program.is_door else 0),
        "PYTHONUNBUFFERED": "1",
        # No proxy stands in front that would have to notice.
        "OWC_DRAIN_S": os.environ.get("OWC_DRAIN_S", "0"),
    }
    if service == "gateway":
        environment |= _gateway(home, credentials, ports)
    if service == "pricing":
        environment.setdefault("OWC_PUBLIC_URL", credentials.url)
    if service == "sync":
        environment |= _sync(home)
    if payment_simulator.is_wanted():
        if service in ("billing", "ledger"):
            environment |= payment_simulator.clock_environment(home)
        if service == "billing":
            port = ports[payment_simulator.NAME]
            environment |= payment_simulator.billing_environment(home, port)
    return environment


def known_environments(home: Home, servers: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By service, as it was at the last start; `servers` as `environment_of` takes them."""
    port = home.read("run").get("port", _DEFAULT_PORT)
    ports = {**dict.fromkeys(SERVICES, 0), **home.read("ports"), "gateway": port}
    credentials = home.known_credentials(port)
    return {
        program.service: environment_of(program, home, credentials, ports, servers)
        for program in programs()
        if program.is_door
    }


def _may_see(service: str, name: str) -> bool:
    return all(
        service in services for prefix, services in _ONLY_FOR.items() if name.startswith(prefix)
    )


def _gateway(home: Home, credentials: Credentials, ports: Mapping[str, int]) -> dict[str, str]:
    upstreams = {
        f"OWC_{name.upper()}_URL": f"http://127.0.0.1:{ports[name]}"
        for name in SERVICES
        if name != "gateway"
    }
    return {
        **upstreams,
        "OWC_ADMIN_USERNAME": credentials.admin_username,
        "OWC_ADMIN_PASSWORD": credentials.admin_password,
        "OWC_SECRET_KEY": home.secret("signing"),
        "OWC_CREDITS_API_KEY": credentials.api_key,
    }


def _sync(home: Home) -> dict[str, str]:
    chosen = {} if has_openwebui() else {"OWC_OPENWEBUI_SQLITE": str(home.demo_database)}
    return {"OWC_SYNC_INTERVAL_S": os.environ.get("OWC_SYNC_INTERVAL_S", "10"), **chosen}
