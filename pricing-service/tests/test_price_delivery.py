"""How the public pages travel: caching, compression, other forms, and what search engines see."""

import json
import re
from pathlib import Path
from typing import Any

import pricing_service.api
import pytest

PAGE = "/pricing"


async def two(service: Any) -> None:
    await service.price("a", "0.003", "0.015", name="Alpha")
    await service.price("b", "0.0002", "0.0008", name="Beta", is_restricted=True)


async def test_pages_do_not_change_until_the_book_does(service: Any) -> None:
    await two(service)
    for path in (PAGE, f"{PAGE}/a", "/pricing.json", "/pricing.csv"):
        first = await service.http.get(path)
        etag = first.headers["etag"]
        assert first.headers["cache-control"] == "public, max-age=60, stale-while-revalidate=600"
        again = await service.http.get(path, headers={"if-none-match": etag})
        assert (again.status_code, again.content) == (304, b"")
        await service.price("a", "0.004", "0.015")
        assert (await service.http.get(path, headers={"if-none-match": etag})).status_code == 200
        await service.price("a", "0.003", "0.015")


async def test_pages_made_before_are_served_while_the_database_is_away(service: Any) -> None:
    await two(service)
    before = [(await service.http.get(path)).text for path in (PAGE, f"{PAGE}/a")]
    await service.app.state.pricing.db.close()
    assert [(await service.http.get(path)).text for path in (PAGE, f"{PAGE}/a")] == before
    assert (await service.http.get(f"{PAGE}/b")).status_code == 503


async def test_three_hundred_models_travel_in_few_bytes(service: Any) -> None:
    for number in range(350):
        await service.price(
            f"vendor-{number % 9}/model-{number}-preview",
            f"0.000{number + 1}", f"0.00{number + 7}",
            name=f"Vendor: Model {number} Preview", is_restricted=number % 5 == 0,
            prices={"cached_input": 0.0001} if number % 3 == 0 else {},
        )  # fmt: skip
    answer = await service.http.get(PAGE, headers={"accept-encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) <= 15 * 1024
    assert answer.text.count("<tr id=") == 350


@pytest.mark.parametrize("accepted", ["br", "gzip;q=0.5, br;q=0", "identity", ""])
async def test_every_coding_carries_the_same_page(service: Any, accepted: str) -> None:
    await two(service)
    answer = await service.http.get(PAGE, headers={"accept-encoding": accepted})
    used = answer.headers.get("content-encoding", "identity")
    assert used == {"br": "br", "gzip;q=0.5, br;q=0": "gzip"}.get(accepted, "identity")
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert "Alpha" in answer.text


async def test_style_and_script_are_small_own_files_kept_for_ever(service: Any) -> None:
    answer = await service.http.get(PAGE)
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.findall(r"<style| style=| on[a-z]+=", answer.text)
    addresses = re.findall(r'(?:src|href)="(/pricing-static/[^"]+)"', answer.text)
    assert len(addresses) == 3
    for address in addresses:
        asset = await service.http.get(address, headers={"accept-encoding": "br"})
        assert "immutable" in asset.headers["cache-control"]
        if address.endswith(".js"):
            assert len(asset.content) < 5 * 1024
    assert (await service.http.get("/pricing-static/pricing.old.css")).status_code == 404
    assert (await service.http.get("/pricing-static/..%2Fmain.py")).status_code == 404


async def test_the_json_mirror_keeps_every_digit_as_text_and_may_be_read_anywhere(
    service: Any,
) -> None:
    await service.price("m", "0.000000000001", "0.5", prices={"image": 3})
    answer = await service.http.get("/pricing.json?unit=1k&q=m")
    assert answer.headers["access-control-allow-origin"] == "*"
    body = answer.json()
    assert body["per_tokens"] == 1000
    assert body["models"][0]["prices"] == {
        "input": "0.000000001",
        "output": "500.0",
        "image": "3.0",
    }
    assert (await service.http.get("/pricing.json?q=other")).json()["models"] == []


async def test_the_csv_mirror_runs_no_formula(service: Any) -> None:
    await service.price("m", "0.001", "0.5", name="=1+1", is_restricted=True)
    lines = (await service.http.get("/pricing.csv")).text.lstrip("\ufeff").splitlines()
    assert lines[0].startswith("id,name,is_free,is_restricted,input,")
    assert lines[1].startswith("m,'=1+1,false,true,0.001,")


async def test_search_engines_are_led_or_kept_out_by_settings(service_with: Any) -> None:
    address = "https://ai.example.org"
    async with service_with(public_url=address + "/") as service:
        await service.price("v/m", "1", "2")
        page = (await service.http.get(PAGE + "/v/m?lang=ru&input=5")).text
        assert f'<link rel="canonical" href="{address}/pricing/v/m?lang=ru">' in page
        assert f'hreflang="en" href="{address}/pricing/v/m?lang=en">' in page
        assert (
            f"<loc>{address}/pricing/v/m?lang=en</loc>"
            in (await service.http.get("/sitemap.xml")).text
        )
        assert f"Sitemap: {address}/sitemap.xml" in (await service.http.get("/robots.txt")).text
    async with service_with(public_url=address, pricing_noindex=True) as service:
        answer = await service.http.get(PAGE)
        assert answer.headers["x-robots-tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in answer.text
        assert (await service.http.get("/sitemap.xml")).status_code == 404


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    folder = Path(pricing_service.api.__file__).parent / "page_texts"
    english, russian = (
        json.loads((folder / f"{language}.json").read_text()) for language in ("en", "ru")
    )
    assert english.keys() == russian.keys()
    assert not [k for k in english if english[k].count("{}") != russian[k].count("{}")]
