"""Files of prices, read into quotes: pure, and hostile files included."""

import io
import zipfile
from collections.abc import Iterable
from decimal import Decimal

import pytest
from pricing_service.domain.price_table import from_csv, from_rows, to_csv
from pricing_service.domain.published_lists import litellm, openrouter
from pricing_service.domain.quotes import Entry, Quote, Skipped, in_credits, matched
from pricing_service.domain.workbook import read_rows
from pricing_service.queries.export_prices import export_prices

from shared.codec import decode
from shared.rating import UNITS

MODEL = {
    "id": "a/b",
    "name": "=cmd|' /C calc'!A0",
    "is_free": False,
    "is_restricted": False,
    "priced": True,
    "prices": {"input": Decimal("0.000000000001"), "output": Decimal("1234567890.123456789012")},
}


def only(entries: Iterable[Entry]) -> Entry:
    (entry,) = entries
    return entry


def test_openrouter_states_dollars_as_text_and_zero_means_not_charged_apart() -> None:
    entry = {
        "id": "openai/gpt-4o",
        "name": "GPT-4o",
        "pricing": {
            "prompt": "0.0000025", "completion": "0.00001", "request": "0", "image": "0.003613",
            "web_search": "0", "internal_reasoning": "0", "input_cache_read": "0.00000125",
        },
    }  # fmt: skip
    assert only(openrouter({"data": [entry]})) == Quote(
        "openai/gpt-4o",
        {
            "input": Decimal("0.0000025"),
            "cached_input": Decimal("0.00000125"),
            "output": Decimal("0.00001"),
            "image": Decimal("0.003613"),
        },
        "GPT-4o",
    )


def test_a_model_without_any_cost_is_free() -> None:
    free = {"id": "x:free", "pricing": {"prompt": "0", "completion": "0"}}
    quote = only(openrouter({"data": [free]}))
    assert isinstance(quote, Quote)
    assert quote.is_free is True


@pytest.mark.parametrize("price", ["-1", "NaN", "Infinity", "1e", "", None, True, [], "0x1"])
def test_a_price_that_is_none_never_becomes_a_quote(price: object) -> None:
    entry = {"id": "auto", "pricing": {"prompt": price, "completion": price}}
    assert isinstance(only(openrouter({"data": [entry]})), Skipped)


def test_litellm_states_dollars_as_numbers_and_names_units_its_own_way() -> None:
    text = b"""{
        "sample_spec": {"input_cost_per_token": 0},
        "gpt-4o": {"input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05,
            "cache_read_input_token_cost": 1.25e-06, "cache_creation_input_token_cost": null,
            "input_cost_per_token_above_128k_tokens": 5e-06, "mode": "chat"},
        "whisper-1": {"input_cost_per_second": 0.0001, "output_cost_per_second": 0},
        "rules": "no model"
    }"""
    gpt, whisper, rules = litellm(decode(text))
    assert gpt == Quote(
        "gpt-4o",
        {
            "input": Decimal("0.0000025"),
            "cached_input": Decimal("0.00000125"),
            "output": Decimal("0.00001"),
        },
        note="Dearer above a number of tokens.",
    )
    assert isinstance(whisper, Quote)
    assert whisper.prices == {
        "input": Decimal(0), "output": Decimal(0), "audio_second": Decimal("0.0001"),
    }  # fmt: skip
    assert isinstance(rules, Skipped)


@pytest.mark.parametrize("document", [[], {}, {"data": {}}, "x", 1, None])
def test_another_document_is_refused_as_an_openrouter_list(document: object) -> None:
    with pytest.raises(ValueError, match="data"):
        list(openrouter(document))


def test_dollars_become_credits_and_noise_is_rounded_with_a_note() -> None:
    quote = Quote("m", {"input": Decimal("5.900000000000001e-7")})
    found = only(in_credits([quote], "usd", Decimal(1000)))
    assert found == Quote("m", {"input": Decimal("0.00059")}, note="Rounded to 12 decimals.")


@pytest.mark.parametrize("price", ["1e999999", "1e30", "9" * 60])
def test_a_price_beyond_every_bound_is_skipped(price: str) -> None:
    quote = Quote("m", {"input": Decimal(price)})
    assert isinstance(only(in_credits([quote], "usd", Decimal(1000))), Skipped)


def test_our_models_are_found_under_a_providers_prefix_if_that_is_unambiguous() -> None:
    listed = [Quote("openai/gpt-4o", {}), Quote("a/llama", {}), Quote("b/llama", {})]
    found, unknown = matched(listed, ["gpt-4o", "llama"])
    assert found == [Quote("gpt-4o", {}, note="Listed as openai/gpt-4o.")]
    assert unknown == listed[1:]


def test_csv_round_trips_every_digit_and_runs_no_formula() -> None:
    data = to_csv([MODEL])
    assert b"\r\na/b,'=cmd|" in data
    assert only(from_csv(data)) == Quote("a/b", MODEL["prices"], MODEL["name"], is_free=False)  # type: ignore[arg-type]


def test_semicolons_older_headers_and_empty_rows_are_read() -> None:
    data = b"Model ID;context_price;generation_price\nx;0.5;1\n;;\n;3;4\n"
    first, second = from_csv(data)
    assert first == Quote("x", {"input": Decimal("0.5"), "output": Decimal(1)})
    assert second == Skipped("row 4", "has no id")


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\xff\xfe", b"id\nx\n"])
def test_a_file_that_is_no_price_table_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="must"):
        list(from_csv(data))


def test_xlsx_round_trips_and_runs_no_formula() -> None:
    rows = list(read_rows(export_prices([MODEL], "xlsx")))
    assert rows[0] == ["id", "name", "is_free", "is_restricted", *UNITS]
    assert only(from_rows(rows)) == Quote("a/b", MODEL["prices"], MODEL["name"], is_free=False)  # type: ignore[arg-type]


def workbook(sheet: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
        )
        archive.writestr("xl/worksheets/s.xml", parts.get("prefix", "") + sheet)
    return out.getvalue()


def sheet_of(cells: str) -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData><row>{cells}</row></sheetData></worksheet>'


def test_the_noise_of_a_spreadsheets_numbers_is_dropped() -> None:
    cells = '<c r="A1"><v>2.4999999999999998E-3</v></c><c r="C1" t="b"><v>1</v></c>'
    assert list(read_rows(workbook(sheet_of(cells)))) == [["0.00250000000000000", "", "true"]]


@pytest.mark.parametrize(
    "data",
    [
        b"no zip",
        b"PK\x05\x06" + b"\x00" * 18,
        workbook(sheet_of(""), prefix='<!DOCTYPE x [<!ENTITY a "b">]>'),
        workbook("<worksheet"),
        workbook("<x>" + "\x00" + "</x>"),
        workbook("a" * (17 * 1_048_576)),
    ],
    ids=["text", "empty", "entities", "broken", "utf16", "bomb"],
)
def test_a_hostile_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"is|has"):
        list(read_rows(data))
