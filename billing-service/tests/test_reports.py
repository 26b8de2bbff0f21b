"""Reports say what the rows say, in every form."""

import csv
import io
import itertools
import zipfile
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.start_top_up import TopUp, start_top_up
from billing_service.domain.reports import Span
from billing_service.queries import reports
from billing_service.queries.plan_overview import plan_overview

from shared.testing import identity_headers

REPORTS = "/api/v1/admin/billing/reports"
RETURN = "https://chat.example.org/billing"
ADMIN = identity_headers("admin", "root")
NAMES = ("summary", "revenue", "failed-payments", "churn")
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
SPAN = Span(SINCE, UNTIL)
QUERY = f"from={int(SINCE.timestamp())}&to={int(UNTIL.timestamp())}"
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
async def busy(books: Any) -> Any:
    """Four months of buying, renewing, declining, refunding and leaving, in two currencies."""
    month, year = await books.plan(price=300), await books.plan(price=3000, interval="year")
    foreign = await books.plan(price=Decimal("9.99"), currency="USD")
    await books.buy(month, "u1", save_method=True)
    await books.buy(month, "u2")
    bought = await books.buy(year, "u3")
    await books.buy(foreign, "u4", save_method=True)
    wish = TopUp("=cmd|' /C calc'!A0", "", Decimal("500.00"), RETURN)
    lost = await start_top_up(books.db, books.provider, books.policy, wish, books.clock.now)
    books.provider.cancel(lost.payment_id, "expired_on_confirmation")
    await books.tell("payment.canceled", lost.payment_id)
    await books.pass_time(datetime(2026, 2, 20, tzinfo=UTC))
    books.provider.autopay = ["insufficient_funds"]
    await books.pass_time(datetime(2026, 3, 20, tzinfo=UTC))
    refund = books.provider.refund_in_cabinet(bought.payment_id, Decimal("1000.00"))
    await books.tell("refund.succeeded", refund.id)
    await cancel_subscription(books.db, "u4", books.clock.now, immediate=True, actor="u4")
    await books.pass_time(datetime(2026, 4, 20, tzinfo=UTC))
    return books


async def test_revenue_is_the_sum_of_payments_less_refunds(busy: Any) -> None:
    told = await reports.revenue(busy.db, SPAN)
    sums: dict[Any, list[Any]] = defaultdict(lambda: [0, Decimal(0), 0, Decimal(0)])
    payments = {row["id"]: row for row in await busy.rows("SELECT * FROM payment")}
    for row in payments.values():
        if row["status"] == "succeeded":
            cell = sums[(row["paid_at"].date(), row["currency"], row["kind"])]
            cell[0] += 1
            cell[1] += row["amount"]
    for back in await busy.rows("SELECT * FROM refund WHERE status = 'succeeded'"):
        row = payments[back["payment_id"]]
        cell = sums[(back["succeeded_at"].date(), row["currency"], row["kind"])]
        cell[2] += 1
        cell[3] += back["amount"]
    assert len(sums) >= 7
    assert told == [
        dict(zip(
            ("day", "currency", "kind", "payments", "gross", "refunds", "refunded", "net"),
            (*key, *cell, cell[1] - cell[3]), strict=True,
        ))
        for key, cell in sorted(sums.items())
    ]  # fmt: skip


async def test_the_summary_is_the_sum_of_the_other_reports(busy: Any) -> None:
    now = busy.clock.now
    told = {row["currency"]: row for row in await reports.summary(busy.db, SPAN, now)}
    listed = sum(item.mrr for item in await plan_overview(busy.db))
    assert told["RUB"]["mrr"] == listed == 300 + 250
    assert (told["RUB"]["arr"], told["RUB"]["arpu"]) == (6600, 275)
    assert (told["USD"]["mrr"], told["USD"]["arpu"]) == (0, None)
    rows = await reports.revenue(busy.db, SPAN)
    for currency, figures in told.items():
        for name in ("payments", "gross", "refunded", "net"):
            assert figures[name] == sum(row[name] for row in rows if row["currency"] == currency)
    pages = [page async for page in reports.failed_payments(busy.db, SPAN)]
    failed = [row for page in pages for row in page]
    assert sum(figures["failed_payments"] for figures in told.values()) == len(failed) == 2
    assert (told["RUB"]["payers"], told["USD"]["payers"]) == (3, 1)


async def test_people_of_a_month_begin_with_those_of_the_month_before(busy: Any) -> None:
    rows = [row for row in await reports.churn(busy.db, SPAN, busy.clock.now)
            if row["currency"] == "RUB"]  # fmt: skip
    assert [row["since"].month for row in rows] == [1, 2, 3, 4]
    assert rows[-1]["until"] == busy.clock.now
    for before, after in itertools.pairwise(rows):
        assert (before["until"], before["at_end"]) == (after["since"], after["at_start"])
    for row in rows:
        assert row["at_start"] + row["gained"] - row["lost"] == row["at_end"]
        sql = (
            "SELECT count(DISTINCT user_id) FROM subscription_period WHERE price > 0 "
            "AND currency = 'RUB' AND starts_at <= $1 AND ends_at > $1"
        )
        assert row["at_end"] == await busy.one(sql, row["until"])
    assert [row["lost"] for row in rows] == [0, 1, 0, 0]
    assert rows[1]["churn"] == Decimal("0.3333")


def sheet_rows(data: bytes) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        raw = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in raw
    return [
        ["".join(cell.itertext()) for cell in row.iter(f"{_CELL}c")]
        for row in ET.fromstring(raw).iter(f"{_CELL}row")  # noqa: S314 - our own file
    ]


@pytest.mark.parametrize("name", NAMES)
async def test_every_form_of_a_report_has_the_same_rows(http: Any, busy: Any, name: str) -> None:
    url = f"{REPORTS}/{name}?{QUERY}"
    items = (await http.get(url, headers=ADMIN)).json()["items"]
    text = await http.get(f"{url}&format=csv", headers=ADMIN)
    assert text.headers["content-type"] == "text/csv; charset=utf-8"
    assert text.headers["content-disposition"].endswith(f'{name}_2026-01-01_2026-05-01.csv"')
    rows = list(csv.DictReader(io.StringIO(text.content.decode("utf-8-sig"), newline="")))
    sheet = sheet_rows((await http.get(f"{url}&format=xlsx", headers=ADMIN)).content)
    assert len(items) == len(rows) == len(sheet) - 1 > 0
    assert sheet[0] == list(items[0]) == list(rows[0])
    for item, row in zip(items, rows, strict=True):
        for column, value in item.items():
            if isinstance(value, int | float) and "T" not in row[column]:
                assert Decimal(row[column]) == Decimal(str(value))
            elif isinstance(value, str):
                assert row[column].removeprefix("'") == value


async def test_no_cell_becomes_a_formula(http: Any, busy: Any) -> None:
    url = f"{REPORTS}/failed-payments?{QUERY}"
    text = (await http.get(f"{url}&format=csv", headers=ADMIN)).text
    assert "'=cmd|' /C calc'!A0" in text
    sheet = sheet_rows((await http.get(f"{url}&format=xlsx", headers=ADMIN)).content)
    assert sheet[1][2] == "=cmd|' /C calc'!A0"


async def test_a_long_report_comes_in_pages_and_misses_nothing(
    books: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(reports, "_PAGE", 3)
    wish = TopUp("u", "", Decimal("500.00"), RETURN)
    for number in range(7):
        lost = await start_top_up(books.db, books.provider, books.policy, wish, books.clock.now)
        books.provider.cancel(lost.payment_id, "expired_on_confirmation")
        await books.tell("payment.canceled", lost.payment_id)
        await books.work()
        books.clock.advance(timedelta(seconds=number % 2))
    pages = [page async for page in reports.failed_payments(books.db, SPAN)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({row["id"] for page in pages for row in page}) == 7


@pytest.mark.parametrize(
    ("query", "status", "text"),
    [
        ("from=100&to=100", 400, "from must be before to"),
        ("from=99999999999", 400, "from must be before to"),
        ("from=1700000000&to=1800000000", 400, "date range cannot exceed 366 days"),
        ("from=yesterday", 422, "integer"),
        ("format=pdf", 422, "json"),
        ("to=253402300800", 422, "less than or equal"),
    ],
)
@pytest.mark.parametrize("name", NAMES)
async def test_a_span_that_makes_no_sense_is_refused(
    http: Any, name: str, query: str, status: int, text: str
) -> None:
    answer = await http.get(f"/admin/billing/reports/{name}?{query}", headers=ADMIN)
    assert answer.status_code == status
    assert text in answer.text


async def test_reports_are_for_administrators_and_empty_without_rows(http: Any) -> None:
    user = identity_headers("user", "u1", scopes={"user"})
    for name in NAMES:
        assert (await http.get(f"{REPORTS}/{name}", headers=user)).status_code == 401
        empty = await http.get(f"{REPORTS}/{name}", headers=ADMIN)
        assert (empty.status_code, empty.json()["items"]) == (200, [])
