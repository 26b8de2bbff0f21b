"""The public pages over HTTP, as a browser without JavaScript meets them."""

from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

PAGE = "/pricing"


class Reader(HTMLParser):
    """What a person sees: cells of the rows that are shown, headings, and every link."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._shown = self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag == "tr":
            self._shown = "hidden" not in found
            if self._shown:
                self.rows.append([])
        elif tag in ("td", "th") and self._shown:
            self._inside = True
            self.rows[-1].append("")
        elif tag == "a":
            self.links.append(found.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += f" {data}"


def shown(answer: httpx.Response) -> list[str]:
    """First words of the rows below the heads."""
    assert answer.status_code == 200, answer.text
    return [" ".join(row[0].split()) for row in Reader(answer.text).rows[1:]]


async def three(service: Any) -> None:
    await service.price("a", "0.003", "0.015", name="Alpha")
    await service.price("b", "0.0002", "0.0008", name="Beta", is_restricted=True)
    await service.price("vendor/c", "0.5", "2", name="Gamma", is_free=True)


async def test_the_page_lists_every_offered_model_with_its_badges(service: Any) -> None:
    await three(service)
    answer = await service.http.get(PAGE)
    assert shown(answer) == ["Alpha a", "Beta Restricted b", "Gamma Free vendor/c"]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "/pricing/vendor/c" in Reader(answer.text).links


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=ALP", ["Alpha a"]),
        ("q=vendor gam", ["Gamma Free vendor/c"]),
        ("q=nothing", []),
        ("access=free", ["Gamma Free vendor/c"]),
        ("access=restricted", ["Beta Restricted b"]),
        ("access=open", ["Alpha a", "Gamma Free vendor/c"]),
        ("sort=-name", ["Gamma Free vendor/c", "Beta Restricted b", "Alpha a"]),
        ("sort=output", ["Gamma Free vendor/c", "Beta Restricted b", "Alpha a"]),
        ("sort=-cost", ["Alpha a", "Beta Restricted b", "Gamma Free vendor/c"]),
        ("q=&sort=&access=&unit=&utm_source=x", ["Alpha a", "Beta Restricted b",
                                                  "Gamma Free vendor/c"]),
    ],
)  # fmt: skip
async def test_the_form_searches_sorts_and_filters_without_javascript(
    service: Any, query: str, expected: list[str]
) -> None:
    await three(service)
    assert shown(await service.http.get(f"{PAGE}?{query}")) == expected


async def test_prices_are_stated_per_token_thousand_or_million_with_every_digit(
    service: Any,
) -> None:
    await service.price("a", "0.000000000001", "1234.5")
    cells = {}
    for unit in ("token", "1k", "1m"):
        rows = Reader((await service.http.get(f"{PAGE}?unit={unit}")).text).rows
        cells[unit] = [cell.strip() for cell in rows[1][1:3]]
    assert cells == {
        "token": ["0.000000000001", "1,234.5"],
        "1k": ["0.000000001", "1,234,500"],
        "1m": ["0.000001", "1,234,500,000"],
    }


async def test_the_default_unit_is_the_one_of_the_settings(service: Any) -> None:
    await service.price("a", "0.003", "0.015")
    await service.post("/api/credits/settings", {"token_multiplier": 1_000_000})
    assert Reader((await service.http.get(PAGE)).text).rows[1][1].strip() == "3,000"


async def test_units_beside_input_and_output_are_shown_where_they_have_a_price(
    service: Any,
) -> None:
    await service.price("a", "1", "2", prices={"cached_input": 0.25, "image": 7})
    rows = Reader((await service.http.get(PAGE)).text).rows
    assert [" ".join(cell.split()) for cell in rows[1][1:4]] == [
        "1,000", "2,000", "Cached input 250 Image 7",
    ]  # fmt: skip


async def test_the_example_message_is_rated_like_a_charge(service: Any) -> None:
    await three(service)
    rows = Reader((await service.http.get(f"{PAGE}?input=10&output=20")).text).rows
    assert [row[-1].strip() for row in rows[1:]] == ["0.33", "0.018", "0"]


@pytest.mark.parametrize(
    ("query", "field"),
    [("sort=cheap", "sort"), ("input=-1", "input"), ("input=1e9", "input"), ("lang=de", "lang"),
     ("output=2147483648", "output"), ("unit=2k", "unit"), ("q=" + "x" * 201, "q")],
)  # fmt: skip
async def test_a_wrong_parameter_is_named_to_programs_and_forgiven_to_people(
    service: Any, query: str, field: str
) -> None:
    answer = await service.http.get(f"{PAGE}.json?{query}")
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["query", field]
    await three(service)
    page = await service.http.get(f"{PAGE}?{query}")
    assert page.status_code == 200
    assert len(Reader(page.text).rows) == 4
    assert ("A whole number" in page.text) == (field in ("input", "output"))


async def test_the_calculator_says_what_it_cannot_count(service: Any) -> None:
    await three(service)
    page = (await service.http.get(f"{PAGE}/a?input=-1&output=2&lang=ru")).text
    assert page.count("Нужно целое число") == 1
    assert 'name="output" min="0" max="2147483647" value="2"' in page


async def test_a_name_is_text_and_never_markup(service: Any) -> None:
    name = "<img src=x onerror=alert(1)>\"' onmouseover=1"
    await service.price('"><script>', "1", "2", name=name)
    for path in (PAGE, PAGE + "/%22%3E%3Cscript%3E"):
        page = Reader((await service.http.get(path)).text)
        assert not [tag for tag, _ in page.tags if tag == "img"]
        assert sum(tag == "script" for tag, _ in page.tags) == 1
        assert not [name for _, found in page.tags for name in found if name.startswith("on")]
    assert (await service.http.get(PAGE + "/%3Csvg%20onload=1%3E")).text.count("<svg") == 0


async def test_an_empty_list_says_what_will_come(service: Any) -> None:
    page = (await service.http.get(PAGE)).text
    assert "No prices are published yet" in page
    assert "<form" not in page


async def test_a_model_has_a_page_with_prices_words_and_calculator(service: Any) -> None:
    await service.price("v/m:1", "0.001", "0.003", name="M", prices={"image": 0.25})
    page = (await service.http.get(f"{PAGE}/v/m:1?input=100&output=10&image=2")).text
    assert "One credit pays for about 250 words of answer" in page
    rows = [[" ".join(cell.split()) for cell in row] for row in Reader(page).rows]
    assert ["Input", "0.001", "1", "1,000"] in rows
    assert ["Image", "2", "0.25", "0.5"] in rows
    assert ["Together", "0.63"] in rows


async def test_the_history_tells_past_current_and_coming_prices(service: Any) -> None:
    await service.price("m", "0.001", "0.002")
    first = service.clock()
    service.clock.advance(seconds=86_400)
    await service.price("m", "0.002", "0.004")
    planned = (service.clock() + timedelta(days=2)).isoformat()
    await service.price("m", "0.003", "0.006", effective_from=planned)
    rows = Reader((await service.http.get(f"{PAGE}/m")).text).rows
    history = [" ".join(f"{row[0]} {row[1]}".split()) for row in rows if "UTC" in row[0]]
    assert [line.split("UTC ")[1] for line in history] == [
        "Coming Input 3 Output 6",
        "Current Input 2 Output 4",
        "Past Input 1 Output 2",
    ]
    assert history[-1].startswith(first.strftime("%Y-%m-%d %H:%M"))


async def test_a_model_that_is_not_offered_has_no_page(service: Any) -> None:
    answer = await service.http.get(f"{PAGE}/nobody/knows", headers={"accept-language": "ru"})
    assert answer.status_code == 404
    assert "Такой модели нет" in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("", "de, ru-RU;q=0.8, en;q=0.5", "ru"),
        ("", "en-GB, ru;q=0.5", "en"),
        ("", "fr", "en"),
        ("?lang=ru", "en", "ru"),
        ("?lang=en", "ru", "en"),
    ],
)
async def test_the_language_is_the_chosen_or_the_browsers(
    service: Any, query: str, accepted: str, language: str
) -> None:
    await service.price("m", "0.0015", "1234")
    answer = await service.http.get(PAGE + query, headers={"accept-language": accepted})
    assert answer.headers["content-language"] == language
    assert "accept-language" in answer.headers["vary"].lower()
    assert ("Цены на модели" in answer.text) == (language == "ru")
    assert ("1,5" in answer.text) == (language == "ru")
