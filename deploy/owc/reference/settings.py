"""docs/settings.md: every setting of every process, from the settings classes."""

import importlib
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from owc import catalog
from owc.reference import compose
from shared.settings import ServiceSettings

_TOP = """\
# Settings

Written from the settings classes by `make docs`; a test compares. Every process reads its own from
the environment, or from a file of that name (small letters) in `/run/secrets`, which is how
secrets come in containers. A wrong value ends the start with status 2 and a line for each;
`owc config check` names them before. How they reach the processes: [running.md](running.md).

**Secret** marks what belongs into a file, never into a log. *Needed* has no default.
"""
_OTHERS = """
## Of no service

| variable | read by | meaning |
|---|---|---|
| `OTEL_EXPORTER_OTLP_ENDPOINT` | all | where traces go, OTLP over HTTP; without it there are none |
| `OTEL_TRACES_SAMPLER_ARG` | all | share of the requests that is traced, by default 0.05 |
| `OTEL_SERVICE_NAME` | all | name in traces instead of `owc-<process>` |
| `OWC_BACKUP_DIR` | `owc` | folder of [backups](backup.md); empty: made in another way |

`make up` reads more ([running.md](running.md)), and so does `owc` ([cli.md](cli.md)).
"""


def classes() -> dict[str, type[ServiceSettings]]:
    """The settings class of each service."""
    return {service: _class_of(service) for service in catalog.SERVICES}


def _class_of(service: str) -> type[ServiceSettings]:
    package = catalog.package(service)
    module = importlib.import_module(f"{package}.settings")
    (found,) = (
        item
        for item in vars(module).values()
        if isinstance(item, type)
        and issubclass(item, ServiceSettings)
        and item is not ServiceSettings
    )
    return found


def written() -> str:
    shared = ServiceSettings.model_fields
    parts = [_TOP, _section("Of every service", shared.items())]
    for service, settings in classes().items():
        own = [
            (name, field)
            for name, field in settings.model_fields.items()
            if name not in shared or field.default != shared[name].default
        ]
        parts.append(_section(service, own))
    parts.append(_OTHERS)
    documented = re.findall(r"^\| `(\w+)` ", "".join(parts), re.MULTILINE)
    return "".join([*parts, compose.section(documented)])


def _section(title: str, fields: Any) -> str:
    rows = "".join(_row(name, field) for name, field in fields)
    return f"\n## {title}\n\n| variable | default | meaning |\n|---|---|---|\n{rows}"


def _row(name: str, field: FieldInfo) -> str:
    text = (field.description or "").replace("|", "\\|")
    marks = "**Secret**, " if _is_secret(field.annotation) else ""
    choices = " · ".join(f"`{choice}`" for choice in _choices(field.annotation))
    meaning = marks + text + (f": {choices}" if choices else "")
    return f"| `OWC_{name.upper()}` | {_default(field)} | {meaning} |\n"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "*needed*"
    value = field.default
    if value is None or value == "":
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _is_secret(annotation: Any) -> bool:
    return annotation is SecretStr or SecretStr in get_args(annotation)


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
