"""The OpenWebUI Credit System: what is taken from its tables `credit_*`, and in which order."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from owc.api import Api
from owc.importing.balances import import_balances
from owc.importing.history import import_history
from owc.importing.old_database import Tables
from owc.importing.report import Report
from owc.importing.terms import import_groups, import_prices, import_settings


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to take over. `decimals` None means as fine as the finest price."""

    source: str = "credit-system"
    dry_run: bool = False
    decimals: int | None = None
    zone: ZoneInfo = ZoneInfo("UTC")  # noqa: RUF009 - immutable
    only_known: bool = False
    unpriced: bool = False


def take_over(api: Api, address: str, wishes: Wishes) -> Report:
    """Balances come before the defaults of groups: those would be granted in between."""
    report = Report(wishes.source, wishes.dry_run)
    tables = Tables.open(address)
    try:
        import_settings(api, tables, report)
        import_balances(api, tables, report, decimals=wishes.decimals, only_known=wishes.only_known)
        import_groups(api, tables, report)
        import_prices(api, tables, report, with_unpriced=wishes.unpriced)
        import_history(api, tables, report, wishes.zone)
        if waiting := tables.count("credit_waiting_list"):
            said = f"{waiting} entries with passwords in plain text: not read; delete them there"
            report.tell("told", "waiting list", said)
    finally:
        tables.close()
    return report
