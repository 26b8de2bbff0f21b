"""docs/problems.md: every refusal that has a name of its own, read from the source."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from pathlib import Path

from owc import catalog
from shared import problems

_TOP = """\
# Problems

Written from the source by `make docs`; a test compares. A refusal is JSON (RFC 9457), with the
`detail` that older clients read:

```json
{"detail": "Not enough credits", "type": "urn:owc:problem:insufficient-credits",
 "title": "Not enough credits", "status": 402, "trace_id": "0af7651916cd43dd8448eb211c80319c"}
```

`type` is for programs and never changes; `detail` is for people, and for 422 a list that names
each field (`loc`). Some carry more members, as `available`, `limit` or `resets_at`. `trace_id` is
also the header `X-Request-Id`: search the logs for it. 429 and 503 say when to come again
(`Retry-After`); with an idempotency key repeating is safe ([api-guide.md](api-guide.md)).

| `urn:owc:problem:` | status | said by | detail |
|---|---|---|---|
"""


@dataclass(slots=True)
class Found:
    """One name, wherever it is raised."""

    status: int
    services: set[str] = field(default_factory=set)
    details: list[str] = field(default_factory=list)


def found() -> dict[tuple[str, int], Found]:
    """Every named refusal by name and status."""
    all_: dict[tuple[str, int], Found] = {}

    def note(slug: str, status: int, service: str, detail: str) -> None:
        one = all_.setdefault((slug, status), Found(status))
        one.services.add(service)
        if detail and detail not in one.details:
            one.details.append(detail)

    for kind in _kinds():
        note(kind.default_slug, kind.status, "all", kind.title)
    for service, file in _files():
        tree = ast.parse(file.read_text())
        for slug, status, detail in _raised(tree, _constants(service)):
            note(slug, status, service, detail)
        for slug, status, title in _declared(tree):
            note(slug, status, service, title)
    return all_


def written() -> str:
    rows = (
        f"| `{slug}` | {status} | {', '.join(sorted(one.services))} | "
        f"{'; '.join(one.details[:2]).replace('|', '/') or HTTPStatus(status).phrase} |\n"
        for (slug, status), one in sorted(found().items())
    )
    return _TOP + "".join(rows)


def _kinds() -> list[type[problems.Problem]]:
    return [problems.Problem, *problems.Problem.__subclasses__()]


def _statuses() -> dict[str, int]:
    named = {
        kind.__name__: kind.status for kind in _kinds() if kind.__module__ == problems.__name__
    }
    return {"Problem": problems.Problem.status, **named}


def _files() -> Iterator[tuple[str, Path]]:
    for service in catalog.SERVICES:
        for file in sorted(catalog.source(service).rglob("*.py")):
            yield service, file
    for file in sorted((catalog.ROOT / "shared").glob("*.py")):
        yield "all", file


@cache
def _constants(service: str) -> dict[str, str]:
    """Texts that modules of a service give a name, as SLUG."""
    if service == "all":
        return {}
    known: dict[str, str] = defaultdict(str)
    for file in catalog.source(service).rglob("*.py"):
        for node in ast.parse(file.read_text()).body:
            value = getattr(node, "value", None)
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                targets = getattr(node, "targets", [getattr(node, "target", None)])
                known |= {t.id: value.value for t in targets if isinstance(t, ast.Name)}
    return known


def _raised(tree: ast.AST, constants: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    statuses = _statuses()
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in statuses:
            continue
        slug = next((k.value for k in node.keywords if k.arg == "slug"), None)
        name = _text(slug, constants) if slug else ""
        if name:
            detail = _text(node.args[0], constants) if node.args else ""
            yield name, statuses[node.func.id], detail


def _declared(tree: ast.AST) -> Iterator[tuple[str, int, str]]:
    """Classes of problems that a service declares for itself."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)):
            continue
        names = [n.id for n in node.targets[0].elts if isinstance(n, ast.Name)]
        if names == ["status", "title", "default_slug"] and isinstance(node.value, ast.Tuple):
            status, title, slug = (e.value for e in node.value.elts if isinstance(e, ast.Constant))
            yield str(slug), int(str(status)), str(title)


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name):
        return constants.get(node.id, "")
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
        )
    return ""
