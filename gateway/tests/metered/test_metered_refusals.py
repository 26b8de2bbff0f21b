"""Calls that are not made, or made shorter: who pays, with what, and what the caller reads."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import jwt

SECRET = "shared-by-open-webui-and-the-door-0123456789"
BODY = {"model": "m", "messages": [{"role": "user", "content": "How are you?"}]}


async def _post(gateway: Any, headers: dict[str, str], body: Any = BODY) -> Any:
    return await gateway.http.post("/v1/chat/completions", json=body, headers=headers)


async def test_without_credits_the_caller_reads_why_and_the_provider_is_not_asked(
    chat: Any, purse: Any, provider: Any
) -> None:
    body = {**BODY, "messages": [{"role": "user", "content": "x" * 80_000}]}
    reply = await _post(chat.gateway, chat.headers(), body)
    assert reply.status_code == 402
    answer = reply.json()
    assert answer["detail"].startswith("You do not have enough credits: 10.0 available")
    assert answer["error"] == {
        "message": answer["detail"],
        "type": "Not enough credits",
        "code": "insufficient-credits",
        "param": None,
    }
    assert answer["type"] == "urn:owc:problem:insufficient-credits"
    assert answer["required"] > 20
    assert not provider.service.asked
    await purse.settled(0)


async def test_what_the_balance_affords_becomes_the_limit_of_the_answer(
    chat: Any, purse: Any, provider: Any
) -> None:
    await chat.post()
    # 10 credits less 0.1 for the request and 7 tokens of prompt buy 2473 tokens of answer.
    assert provider.bodies[0]["max_tokens"] == 2473
    await purse.settled()
    await chat.post(max_completion_tokens=3000)
    assert provider.bodies[1]["max_completion_tokens"] < 2473
    assert "max_tokens" not in provider.bodies[1]
    await purse.settled(2)
    await chat.post(max_tokens=100)
    assert provider.bodies[2]["max_tokens"] == 100
    await purse.settled(3)


async def test_several_answers_are_reserved_and_share_the_limit(
    chat: Any, purse: Any, provider: Any
) -> None:
    await chat.post(n=4, max_tokens=1000)
    assert provider.bodies[0]["n"] == 4
    assert provider.bodies[0]["max_tokens"] == 2473 // 4
    await purse.settled()


async def test_a_call_without_a_user_says_which_setting_is_missing(
    open_door: Any, provider: Any, purse: Any
) -> None:
    chat = await open_door()
    headers = chat.headers()
    del headers["X-OpenWebUI-User-Id"]
    reply = await _post(chat.gateway, headers)
    assert reply.status_code == 401
    assert "ENABLE_FORWARD_USER_INFO_HEADERS=True" in reply.json()["error"]["message"]
    assert not provider.service.asked
    other = await open_door(meter_account=purse.user)
    assert (await _post(other.gateway, headers)).status_code == 200
    await purse.settled()


async def test_with_a_secret_only_a_signed_name_is_believed(
    open_door: Any, provider: Any, purse: Any
) -> None:
    chat = await open_door(openwebui_jwt_secret=SECRET, meter_account="somebody")
    claims = {
        "sub": chat.user,
        "iss": "open-webui",
        "exp": datetime.now(UTC) + timedelta(minutes=5),
    }
    headers = chat.headers()
    headers["X-OpenWebUI-User-Id"] = "mallory"
    for forged in (
        jwt.encode(claims, "another-secret-of-the-same-length-0123456789"),
        jwt.encode({**claims, "exp": datetime.now(UTC) - timedelta(minutes=5)}, SECRET),
        jwt.encode({**claims, "iss": "somebody"}, SECRET),
        "nonsense",
    ):
        reply = await _post(chat.gateway, {**headers, "X-OpenWebUI-User-Jwt": forged})
        assert reply.status_code == 401
        assert "OWC_OPENWEBUI_JWT_SECRET" in reply.json()["detail"]
    assert not provider.service.asked
    signed = {**headers, "X-OpenWebUI-User-Jwt": jwt.encode(claims, SECRET)}
    assert (await _post(chat.gateway, signed)).status_code == 200
    await purse.settled()


async def test_a_key_needs_the_scope_and_refusals_speak_openai(chat: Any, provider: Any) -> None:
    owner = await chat.gateway.bearer()
    keys = []
    for scope in ("credits:charge", "models:use"):
        form = {"name": scope, "scopes": [scope]}
        issued = await chat.gateway.http.post("/api/admin/keys", json=form, headers=owner)
        keys.append({**chat.headers(), "Authorization": f"Bearer {issued.json()['key']}"})
    refused = await _post(chat.gateway, keys[0])
    assert refused.status_code == 403
    assert refused.json()["error"]["code"] == "not-permitted"
    assert (await _post(chat.gateway, keys[1])).status_code == 200
    nobody = await _post(chat.gateway, {"X-OpenWebUI-User-Id": chat.user})
    assert nobody.status_code == 401
    assert nobody.json()["error"]["message"] == "Invalid or missing API key"
    assert len(provider.service.asked) == 1


async def test_without_a_provider_the_door_says_so(start: Any) -> None:
    gateway = await start()
    reply = await _post(gateway, {"X-API-Key": "bootstrap-key-of-the-tests"})
    assert reply.status_code == 503
    assert "not configured" in reply.json()["error"]["message"]


async def test_bodies_that_say_nothing_clear_are_refused_before_anything_is_reserved(
    chat: Any, provider: Any, purse: Any
) -> None:
    post = chat.gateway.http.post
    for content, status in (
        (b"not json", 400),
        (b"[1]", 400),
        (b'{"model": NaN}', 400),
        (b'{"messages": []}', 422),
        (b'{"model": ""}', 422),
        (b'{"model": "\\u0000"}', 422),
        (b'{"model": "\\ud83d"}', 422),
        (b'{"model": "m", "tools": ' + b"[" * 5000 + b"]" * 5000 + b"}", 400),
        (b'{"model": "m", "n": 1000}', 422),
    ):
        reply = await post("/v1/chat/completions", content=content, headers=chat.headers())
        assert reply.status_code == status, content
        assert reply.json()["error"]["message"]
    reply = await chat.post("responses", input="x", background=True)
    assert reply.status_code == 422
    files = {"file": ("a.wav", b"x")}
    two = await post(
        "/v1/audio/transcriptions",
        files=files,
        data={"model": ["m", "free"]},
        headers=chat.headers(),
    )
    assert two.status_code == 422
    assert not provider.service.asked
    assert not await purse.holds()


async def test_the_model_that_is_charged_is_the_model_that_is_asked(
    chat: Any, provider: Any, purse: Any
) -> None:
    content = b'{"model": "m", "model": "free", "messages": []}'
    await chat.gateway.http.post("/v1/chat/completions", content=content, headers=chat.headers())
    assert provider.service.asked[0].body.count(b'"model"') == 1
    charge = await purse.settled()
    assert charge["model_id"] == provider.bodies[0]["model"]


async def test_unknown_models_and_users_are_refused(chat: Any, provider: Any) -> None:
    unknown = await chat.post(model="nobody-knows-it")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "unknown-model")
    stranger = await _post(chat.gateway, {**chat.headers(), "X-OpenWebUI-User-Id": "stranger"})
    assert (stranger.status_code, stranger.json()["error"]["code"]) == (404, "unknown-account")
    assert not provider.service.asked


async def test_a_limit_that_is_reached_is_told_with_when_it_frees(
    chat: Any, purse: Any, provider: Any
) -> None:
    rule = {"scope": "user", "subject": purse.user, "per": "month", "cap": 0}
    assert (await purse.http.post("/api/credits/limits", json=rule)).is_success
    refused = await chat.post()
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "limit-reached")
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.json()["frees_at"]
    assert not provider.service.asked


async def test_somebody_who_has_just_signed_up_is_looked_up_first(
    chat: Any, purse: Any, services: Any, provider: Any
) -> None:
    newcomer = f"new-{purse.user}"
    told = []

    async def sync_answers(asked: Any, _: Any, writer: Any) -> None:
        from shared.contracts.sync import UserChanged

        known = UserChanged(user_id=newcomer, name="n", email="", role="user", status="active")
        await purse.ledger.tell((known, newcomer))
        told.append(asked.target)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    services["sync"].play = sync_answers
    reply = await _post(chat.gateway, {**chat.headers(), "X-OpenWebUI-User-Id": newcomer})
    assert told == [f"/internal/sync/users/{newcomer}"]
    assert reply.status_code == 402
    assert json.loads(reply.text, parse_float=Decimal)["available"] == 0
