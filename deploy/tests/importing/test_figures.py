"""Figures of floats become exact decimals, and what rounding adds is exact too."""

from decimal import Decimal

import pytest
from owc.importing.figures import decimals_of, figure, plain


@pytest.mark.parametrize(
    ("recorded", "decimals", "taken"),
    [
        ("999999.7999999998", 6, "999999.8"),
        ("496.24625000000003", 6, "496.24625"),
        ("0.30000000000000004", 12, "0.3"),
        ("1e+06", 6, "1000000"),
        ("-5", 6, "-5"),
        ("-0.0", 6, "0"),
        ("5e-324", 12, "0"),
        ("2.5e-05", 5, "0.00002"),
    ],
)
def test_a_float_is_read_by_its_shortest_text(recorded: str, decimals: int, taken: str) -> None:
    found = figure(recorded, decimals)
    assert found.taken is not None
    assert plain(found.taken) == taken
    assert Decimal(recorded) + found.dust == found.taken or recorded == "5e-324"


@pytest.mark.parametrize("text", ["NaN", "-inf", "Infinity", "many", "", None, "1e18", "1e308"])
def test_what_is_no_figure_is_refused_with_its_reason(text: str | None) -> None:
    found = figure(text)
    assert found.taken is None
    assert found.reason
    assert found.dust == 0


def test_balances_are_as_fine_as_the_finest_price_and_never_coarser_than_people_type() -> None:
    assert decimals_of([]) == 6
    assert decimals_of(map(figure, ["0.001", "nan", "4"])) == 6
    assert decimals_of(map(figure, ["0.00000025"])) == 8
    assert decimals_of(map(figure, ["0.00033333333333333335"])) == 12
