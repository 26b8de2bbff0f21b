"""Import proposes, a person decides; export gives what import reads."""

from decimal import Decimal
from typing import Any

import pytest

from shared.codec import decode, encode

BASE = "/api/credits/models"
OPENROUTER = {
    "data": [
        {"id": "openai/m", "name": "M", "pricing": {"prompt": "0.000002", "completion": "0.00001"}},
        {"id": "new/one", "name": "New", "pricing": {"prompt": "0.000001", "completion": "0"}},
        {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}},
    ]
}


async def imported(service: Any, query: str, document: Any) -> Any:
    body = document if isinstance(document, bytes) else encode(document)
    answer = await service.post(f"{BASE}/import?{query}", body)
    assert answer.status_code == 200, answer.text
    return decode(answer.text)


async def open_ones(service: Any) -> list[Any]:
    found: list[Any] = decode((await service.get(f"{BASE}/proposals")).text)["proposals"]
    return found


async def decided(service: Any, **body: Any) -> Any:
    service.clock.advance(seconds=1)
    answer = await service.post(f"{BASE}/proposals/decide", body)
    assert answer.status_code == 200, answer.text
    return decode(answer.text)


async def test_an_import_changes_nothing_until_a_person_approves(service: Any) -> None:
    await service.price("m", "1", "2")
    answer = await imported(service, "format=openrouter", OPENROUTER)
    assert (answer["proposed"], answer["unknown"], answer["read"]) == (1, 1, 3)
    assert answer["skipped"] == [
        {"model_id": "openrouter/auto", "reason": "input must not be negative"}
    ]
    assert (await service.model("m"))["context_price"] == Decimal("1.0")
    (proposal,) = await open_ones(service)
    assert proposal["prices"] == {"input": Decimal("0.002"), "output": Decimal("0.01")}
    assert proposal["current_prices"]["input"] == Decimal("1.0")
    assert proposal["jumps"] == ["input", "output"]
    assert len(await service.facts()) == 1


async def test_a_jump_stays_open_until_it_is_confirmed(service: Any) -> None:
    await service.price("m", "1", "2")
    batch = (await imported(service, "format=openrouter", OPENROUTER))["batch_id"]
    first = await decided(service, decision="approve", batch_id=batch)
    assert first["results"][0]["status"] == "open"
    assert first["results"][0]["problem"]["type"] == "urn:owc:problem:price-jump"
    second = await decided(service, decision="approve", batch_id=batch, confirm_jump=True)
    assert second["decided"] == 1
    assert (await service.model("m"))["context_price"] == Decimal("0.002")
    assert await open_ones(service) == []
    row = await service.db.fetchrow("SELECT action, actor FROM price_change ORDER BY id DESC")
    assert tuple(row) == ("import:openrouter", "the admin")


async def test_unknown_models_are_proposed_on_request_and_named_by_the_list(service: Any) -> None:
    answer = await imported(service, "format=openrouter&include_unknown=true", OPENROUTER)
    assert (answer["proposed"], answer["unknown"]) == (2, 0)
    await decided(service, decision="approve", batch_id=answer["batch_id"])
    assert (await service.public())["new/one"]["name"] == "New"


async def test_an_import_leaves_the_name_and_the_free_flag_alone(service: Any) -> None:
    await service.price("m", "0.001", "0.02", name="Ours", is_free=True)
    answer = await imported(service, "format=openrouter", OPENROUTER)
    await decided(service, decision="approve", batch_id=answer["batch_id"])
    model = await service.model("m")
    assert (model["name"], model["is_free"]) == ("Ours", True)
    assert model["context_price"] == Decimal("0.002")


async def test_an_approval_leaves_a_model_free_that_was_set_free_since_the_import(
    service: Any,
) -> None:
    await service.price("m", "0.001", "0.02")
    answer = await imported(service, "format=openrouter", OPENROUTER)
    assert [proposal["is_free"] for proposal in await open_ones(service)] == [None]
    await service.price("m", "0.001", "0.02", is_free=True)
    await decided(service, decision="approve", batch_id=answer["batch_id"])
    model = await service.model("m")
    assert (model["context_price"], model["is_free"]) == (Decimal("0.002"), True)


async def test_a_flag_that_the_file_names_counts_whatever_was_set_since(service: Any) -> None:
    await service.price("m", "1", "2")
    file = b"id,input,output,is_free\nm,1.5,2,false\n"
    answer = await imported(service, "format=csv", file)
    await service.price("m", "1", "2", is_free=True)
    await decided(service, decision="approve", batch_id=answer["batch_id"])
    model = await service.model("m")
    assert (model["context_price"], model["is_free"]) == (Decimal("1.5"), False)


async def test_a_rejected_proposal_is_closed_and_a_newer_file_supersedes(service: Any) -> None:
    await service.price("m", "1", "2")
    await imported(service, "format=openrouter", OPENROUTER)
    (older,) = await open_ones(service)
    newer = await imported(
        service,
        "format=litellm",
        {"m": {"input_cost_per_token": Decimal("0.003"), "output_cost_per_token": 0}},
    )
    (proposal,) = await open_ones(service)
    assert proposal["batch_id"] == newer["batch_id"]
    answer = await decided(service, decision="reject", ids=[proposal["id"], older["id"]])
    assert answer["not_open"] == [older["id"]]
    assert await open_ones(service) == []
    page = await service.get(f"{BASE}/proposals?status=superseded")
    assert [p["id"] for p in page.json()["proposals"]] == [older["id"]]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_an_exported_file_imports_without_a_change(service: Any, form: str) -> None:
    await service.price("a/b", "0.000000000001", "2", name="=1+1", prices={"image": 40})
    await service.price("c", "0.1", "0.3", is_free=True)
    file = await service.get(f"{BASE}/export?format={form}")
    assert file.status_code == 200
    assert f"prices.{form}" in file.headers["content-disposition"]
    answer = await imported(service, f"format={form}", file.content)
    assert (answer["read"], answer["unchanged"], answer["proposed"]) == (2, 2, 0)
    await service.price("c", "0.5", "0.3", is_free=True)
    answer = await imported(service, f"format={form}", file.content)
    assert answer["proposed"] == 1


async def test_an_import_repeated_under_its_key_proposes_once(service: Any) -> None:
    await service.price("m", "1", "2")
    path, body = f"{BASE}/import?format=openrouter", encode(OPENROUTER)
    first = await service.post(path, body, key="file-1")
    assert (await service.post(path, body, key="file-1")).content == first.content
    assert len(await open_ones(service)) == 1
    other = await service.post(path, b'{"data": []}', key="file-1")
    assert other.status_code == 409


@pytest.mark.parametrize(
    ("query", "body", "status"),
    [
        ("format=openrouter", b"", 400),
        ("format=openrouter", b"{", 422),
        ("format=openrouter", b'{"data": NaN}', 422),
        ("format=litellm", b"[]", 422),
        ("format=xlsx", b"PK", 422),
        ("format=csv", b"\xff", 422),
        ("format=exe", b"x", 422),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused(
    service: Any, query: str, body: bytes, status: int
) -> None:
    assert (await service.post(f"{BASE}/import?{query}", body)).status_code == status


async def test_a_decision_names_ids_or_a_batch(service: Any) -> None:
    body = {"decision": "approve"}
    assert (await service.post(f"{BASE}/proposals/decide", body)).status_code == 422


@pytest.mark.parametrize("path", ["export", "proposals"])
async def test_files_are_for_administrators(service: Any, path: str) -> None:
    assert (await service.get(f"{BASE}/{path}", "key")).status_code == 403
    assert (await service.post(f"{BASE}/import?format=csv", b"x", "key")).status_code == 403


async def test_an_export_may_be_of_those_models_alone_that_fit(service: Any) -> None:
    await service.price("openai/a", "1", "2")
    await service.price("openai/b", "1", "2", is_free=True)
    await service.price("other", "1", "2", is_free=True)
    file = await service.get(f"{BASE}/export?format=json&search=OPENAI&show=free")
    assert [model["id"] for model in decode(file.text)] == ["openai/b"]
    assert decode((await service.get(f"{BASE}/export?format=json&show=inherited")).text) == []
    assert (await service.get(f"{BASE}/export?show=nonsense")).status_code == 422
