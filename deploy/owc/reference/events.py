"""docs/events.md: every fact that services tell each other, from the contracts."""

import importlib
import re
from typing import Any

import msgspec

from owc import catalog
from shared.contracts import Contract

_TOP = """\
# Events

Written from `shared/contracts/` by `make docs`; a test compares. A fact is written in the
transaction of its change, published to the Redis stream `owc:{producer}` at least once, and acted
on once by each consumer ([architecture.md](architecture.md)). Contracts are additive only: a new
field has a default, and none is renamed, retyped or taken away ([upgrade.md](upgrade.md)).

An entry of a stream has the fields `id` (of the fact; repeated facts have the same), `type`,
`aggregate` (whom it is about), `sequence`, `at`, `trace` (a W3C traceparent) and `data`, the JSON
below, in which decimals are numbers with all their digits.
"""


def contracts() -> list[type[Contract]]:
    """Every contract that has a name on the wire."""
    found: list[type[Contract]] = []
    for name in ("ledger", "billing", "pricing", "sync", "log"):
        module = importlib.import_module(f"shared.contracts.{name}")
        found += [
            item
            for item in vars(module).values()
            if isinstance(item, type) and issubclass(item, Contract) and hasattr(item, "event_type")
        ]
    return sorted(set(found), key=lambda contract: contract.event_type)


def written() -> str:
    return _TOP + "".join(map(_section, contracts()))


def consumers(contract: type[Contract]) -> list[str]:
    """Which services act on it: those whose table of events names it."""
    files = {name: catalog.source(name) / "events.py" for name in catalog.SERVICES}
    word = re.compile(rf"\b{contract.__name__}\b")
    return [n for n, file in files.items() if file.is_file() and word.search(file.read_text())]


def _section(contract: type[Contract]) -> str:
    about = " ".join((contract.__doc__ or "").split())
    heard = ", ".join(consumers(contract)) or "nobody of ours"
    rows = "".join(
        f"| `{field.name}` | {_type(field.type)} | {'' if field.required else 'optional'} |\n"
        for field in msgspec.structs.fields(contract)
    )
    return (
        f"\n## {contract.event_type}\n\n{about} Consumed by: {heard}.\n\n"
        f"| field | type | |\n|---|---|---|\n{rows}"
    )


def _type(annotation: Any) -> str:
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    if getattr(annotation, "__args__", None):
        text = str(annotation)
    return re.sub(r"\b(?:datetime\.|decimal\.|uuid\.|typing\.)", "", text).replace("|", "or")
