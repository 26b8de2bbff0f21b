"""What an import found, did and could not do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from owc.importing.figures import plain
from shared.money import ZERO

OK, FAILED, BROKEN = 0, 1, 3
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """`refused`: was not taken. `kept`: ours stays as it is. `told`: taken, but look at it."""

    kind: str
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.kind:8} {self.subject}: {self.message}"


@dataclass(slots=True)
class Sums:
    """`recorded` + `rounding` = `expected`, and what the ledger says it took must be that."""

    recorded: Decimal = ZERO
    rounding: Decimal = ZERO
    left_out: Decimal = ZERO
    taken: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        return self.taken - (self.recorded + self.rounding - self.left_out)


@dataclass(slots=True)
class Report:
    source: str
    dry_run: bool
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    sums: Sums = field(default_factory=Sums)
    findings: list[Finding] = field(default_factory=list)
    users: list[dict[str, Any]] = field(default_factory=list)

    def count(self, part: str, what: str, number: int = 1) -> None:
        counts = self.counts.setdefault(part, {})
        counts[what] = counts.get(what, 0) + number

    def tell(self, kind: str, subject: str, message: str) -> None:
        self.findings.append(Finding(kind, subject, message))

    @property
    def _history_is_whole(self) -> bool:
        return all(
            counts["read"] == counts["archived before"] + counts["archived"]
            for counts in self.counts.values()
            if "archived" in counts
        )

    @property
    def status(self) -> int:
        if self.sums.difference or not self._history_is_whole:
            return BROKEN
        return FAILED if any(finding.kind == "refused" for finding in self.findings) else OK

    def written(self, *, as_json: bool, with_users: bool) -> str:
        if not as_json:
            return self.as_text(with_users=with_users)
        content = self.as_json(with_users=with_users)
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

    def as_json(self, *, with_users: bool) -> Mapping[str, Any]:
        sums = {
            name: plain(getattr(self.sums, name))
            for name in ("recorded", "rounding", "left_out", "taken", "difference")
        }
        shown = {
            "source": self.source,
            "dry_run": self.dry_run,
            "counts": self.counts,
            "sums": sums,
            "findings": [
                {"kind": f.kind, "subject": f.subject, "message": f.message} for f in self.findings
            ],
        }
        return shown | ({"users": self.users} if with_users else {})

    def as_text(self, *, with_users: bool) -> str:
        lines = [f"{self.source}{': what would be done' if self.dry_run else ''}"]
        for part, counts in self.counts.items():
            lines.append(f"  {part:9} " + ", ".join(f"{n} {what}" for what, n in counts.items()))
        sums = self.sums
        lines.append(
            f"  sums      recorded {plain(sums.recorded)}, rounding {plain(sums.rounding)}, "
            f"left out {plain(sums.left_out)}, taken {plain(sums.taken)}, "
            f"difference {plain(sums.difference)}"
        )
        if with_users:
            lines += [
                f"  {row['user_id']}: {row['recorded']} -> {row['taken']} ({row['status']})"
                for row in self.users
            ]
        lines += self._told(everything=with_users)
        return "\n".join(lines) + "\n"

    def _told(self, *, everything: bool) -> list[str]:
        lines = []
        for kind in ("refused", "kept", "told"):
            found = [finding for finding in self.findings if finding.kind == kind]
            shown = found if everything else found[:_SHOWN]
            lines += [f"  {finding}" for finding in shown]
            if len(found) > len(shown):
                lines.append(f"  {kind:8} … and {len(found) - len(shown)} more (--users or --json)")
        return lines
