"""What the old system charged and gave: settings, prices, defaults of groups.

What somebody has set here since stays: only what still is as a new installation has it is changed.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from owc.api import Api, ApiError
from owc.importing.figures import Figure, figure, plain
from owc.importing.old_database import OldRow, Tables
from owc.importing.report import Report

_SETTINGS: Final = {"usd_to_credit_ratio": Decimal(1000), "token_multiplier": Decimal(1000)}
# What that system gave every model that nobody had priced.
_UNPRICED: Final = (Decimal("0.001"), Decimal("0.004"))
_REFUSALS: Final = frozenset({409, 422})
_TRUE: Final = frozenset({"1", "true", "t"})


def import_settings(api: Api, tables: Tables, report: Report) -> None:
    ours = api.get("/api/credits/settings")
    for row in tables.rows("credit_settings", ("key", "value"), "key"):
        name = row["key"] or ""
        if name not in _SETTINGS:
            report.tell("told", f"setting {name}", "has no counterpart here")
            continue
        theirs = figure(row["value"])
        report.count("settings", "read")
        if theirs.taken is None or theirs.taken <= 0:
            report.tell("refused", f"setting {name}", f"{theirs.recorded} is not above 0")
        elif theirs.taken == ours[name]:
            report.count("settings", "there already")
        elif ours[name] != _SETTINGS[name]:
            _keep(report, "settings", f"setting {name}", theirs, ours[name])
        else:
            whole = name == "token_multiplier"
            value = int(theirs.taken) if whole else plain(theirs.taken)
            if _post(api, report, f"setting {name}", "/api/credits/settings", {name: value}):
                report.count("settings", "set")


def import_groups(api: Api, tables: Tables, report: Report) -> None:
    ours = {group["id"]: group for group in api.get("/api/credits/groups")}
    for row in tables.rows("credit_groups", ("id", "name", "default_credits"), "id"):
        group_id, theirs = row["id"] or "", figure(row["default_credits"])
        who = f"group {row['name'] or group_id!r}"
        report.count("groups", "read")
        if theirs.taken is None or theirs.taken < 0:
            reason = theirs.reason or "is below 0"
            report.count("groups", "refused")
            report.tell("refused", who, f"default {theirs.recorded} {reason}")
            continue
        _tell_dust(report, who, theirs)
        known = ours.get(group_id)
        if known and known["default_credits"] == theirs.taken:
            report.count("groups", "there already")
        elif known and known["default_credits"]:
            _keep(report, "groups", who, theirs, known["default_credits"])
        else:
            name = known["name"] if known else row["name"] or group_id
            body = {"group_id": group_id, "name": name, "default_credits": plain(theirs.taken)}
            if _post(api, report, who, "/api/credits/groups/update", body):
                report.count("groups", "set" if known else "made")
            if not known:
                report.tell("told", who, "is not known here yet: it has no members until synced")


def import_prices(api: Api, tables: Tables, report: Report, *, with_unpriced: bool) -> None:
    ours = {model["id"]: model for model in api.get("/api/credits/models")}
    columns = ("id", "context_price", "generation_price", "is_free")
    for row in tables.rows("credit_models", columns, "id"):
        report.count("prices", "read")
        known = ours.get(row["id"] or "")
        _import_price(api, report, row, known, with_unpriced=with_unpriced)


def _import_price(
    api: Api, report: Report, row: OldRow, known: Mapping[str, Any] | None, *, with_unpriced: bool
) -> None:
    who = f"model {row['id']!r}"
    prices = [figure(row["context_price"]), figure(row["generation_price"])]
    context, generation = (price.taken for price in prices)
    is_free = (row["is_free"] or "").lower() in _TRUE
    if context is None or generation is None or context < 0 or generation < 0 or not row["id"]:
        said = f"price {prices[0].recorded} / {prices[1].recorded} cannot be one"
        report.count("prices", "refused")
        report.tell("refused", who, said)
        return
    if (context, generation) == _UNPRICED and not is_free and not with_unpriced:
        report.count("prices", "left unpriced")
        report.tell("told", who, "has the price of models that nobody priced; it was not taken")
        return
    for price in prices:
        _tell_dust(report, who, price)
    if known and known.get("priced", True) and not known.get("inherited_from"):
        same = (context, generation, is_free) == (
            known["context_price"], known["generation_price"], known["is_free"],
        )  # fmt: skip
        if same:
            report.count("prices", "there already")
        else:
            _keep(report, "prices", who, prices[0], known["context_price"])
        return
    body = {
        "model_id": row["id"],
        "context_price": plain(context),
        "generation_price": plain(generation),
        "is_free": is_free,
        "reason": f"Brought along from {report.source}",
    }
    if _post(api, report, who, "/api/credits/models/update", body):
        report.count("prices", "set")


def _post(api: Api, report: Report, who: str, path: str, body: Mapping[str, Any]) -> bool:
    """False where the API refuses this one; the others go on."""
    if report.dry_run:
        return True
    try:
        api.post(path, dict(body))
    except ApiError as error:
        if error.status not in _REFUSALS:
            raise
        report.tell("refused", who, error.for_people())
        return False
    return True


def _keep(report: Report, part: str, who: str, theirs: Figure, ours: Decimal) -> None:
    report.count(part, "kept")
    report.tell("kept", who, f"is {plain(Decimal(ours))} here and was {theirs.recorded} there")


def _tell_dust(report: Report, who: str, price: Figure) -> None:
    if price.dust and price.taken is not None:
        report.tell("told", who, f"{price.recorded} was rounded to {plain(price.taken)}")
