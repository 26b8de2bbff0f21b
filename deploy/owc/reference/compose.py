"""The part of docs/settings.md about what docker compose itself reads, from its files."""

import re
from collections.abc import Iterable
from typing import Final

from owc.catalog import ROOT

_VARIABLE: Final = re.compile(r"\$\{([A-Z_]+)(?::-([^}$]*))?")
_TOP: Final = """
## Of docker compose

In `.env` beside `docker-compose.yml`, with the settings above. Secrets that are not there are
generated: `POSTGRES_PASSWORD`, `REDIS_PASSWORD`, `GRAFANA_PASSWORD`,
`OWC_DATABASE_PASSWORD_<SERVICE>` and those of the services.

| variable | default | meaning |
|---|---|---|
"""
_MEANINGS: Final = {
    "ALERTMANAGER_CONFIG": "whom Alertmanager tells ([observability.md](observability.md))",
    "BIND": "address on which gateway and Grafana are published",
    "GRAFANA_PORT": "Grafana's port on that address",
    "HTTPS_PORT": "Caddy's port for HTTPS",
    "HTTP_PORT": "Caddy's port for HTTP, which leads to HTTPS",
    "OWC_DOMAIN": "name for which Caddy has a certificate ([https.md](https.md))",
    "OWC_TLS": "e-mail address for Let's Encrypt, or `internal`",
    "OWC_VERSION": "tag of the images that are built and run",
    "PORT": "gateway's port on `BIND`; a range for several gateways",
    "SIMULATOR_PORT": "page of the simulated payment provider, on 127.0.0.1",
    "TLS_BIND": "address on which Caddy is published",
}
_BY_ENDING: Final = {
    "IMAGE": "image of {name}; takes a digest",
    "MEMORY": "limit of memory of {name}",
    "CPUS": "processors of {name}; 0 is no limit",
}
_NAMES: Final = {
    "SERVICE": "each door",
    "WORKER": "each worker",
    "PYTHON": "Python, on which ours are built",
    "POSTGRES": "PostgreSQL",
}


def section(documented: Iterable[str]) -> str:
    """A row for each variable of the files that is none of `documented`."""
    files = [ROOT / "docker-compose.yml", *sorted((ROOT / "deploy" / "compose").glob("*.yml"))]
    found = {
        name: default for file in files for name, default in _VARIABLE.findall(file.read_text())
    }
    rows = (
        f"| `{name}` | {f'`{found[name]}`' if found[name] else ''} | {_meaning(name)} |\n"
        for name in sorted(found.keys() - set(documented))
    )
    return _TOP + "".join(rows)


def _meaning(name: str) -> str:
    if name in _MEANINGS:
        return _MEANINGS[name]
    whose, _, ending = name.rpartition("_")
    return _BY_ENDING[ending].format(name=_NAMES.get(whose, whose.capitalize()))
