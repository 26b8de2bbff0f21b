"""Administrators log in, are known, and are really logged out."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from gateway.domain import totp

from shared.db import connect

PASSWORD = "correct horse battery staple"
SECRET_KEY = "tests-0123456789-0123456789-0123456789"
ME = "/auth/me"


async def test_a_form_login_gives_a_bearer_token(gateway: Any) -> None:
    reply = await gateway.http.post("/auth/login", data={"username": "admin", "password": PASSWORD})
    assert reply.status_code == 200
    assert set(reply.json()) == {"access_token", "token_type"}
    assert reply.json()["token_type"] == "bearer"
    claims = jwt.decode(reply.json()["access_token"], options={"verify_signature": False})
    assert claims["sub"] == "admin"
    assert claims["exp"] - claims["iat"] == 30 * 60


async def test_a_multipart_login_works_as_well(gateway: Any) -> None:
    parts = {"username": (None, "admin"), "password": (None, PASSWORD)}
    reply = await gateway.http.post("/auth/login", files=parts)
    assert reply.status_code == 200


async def test_a_json_login_is_refused_with_422(gateway: Any) -> None:
    reply = await gateway.http.post("/auth/login", json={"username": "admin", "password": PASSWORD})
    assert reply.status_code == 422
    assert {tuple(error["loc"]) for error in reply.json()["detail"]} == {
        ("body", "username"),
        ("body", "password"),
    }


@pytest.mark.parametrize(("name", "password"), [("admin", "wrong"), ("nobody", PASSWORD)])
async def test_a_wrong_login_does_not_say_what_was_wrong(
    gateway: Any, name: str, password: str
) -> None:
    reply = await gateway.http.post("/auth/login", data={"username": name, "password": password})
    assert reply.status_code == 401
    assert reply.json()["detail"] == "Incorrect username or password"
    assert reply.headers["www-authenticate"] == "Bearer"


async def test_me_names_the_administrator(gateway: Any) -> None:
    reply = await gateway.http.get(ME, headers=await gateway.bearer())
    assert reply.status_code == 200
    assert reply.json()["username"] == "admin"
    assert reply.json()["is_admin"] is True


@pytest.mark.parametrize(
    ("headers", "detail"),
    [
        ({}, "Not authenticated"),
        ({"Authorization": "Basic abc"}, "Not authenticated"),
        ({"Authorization": "Bearer nonsense"}, "Could not validate credentials"),
        ({"X-API-Key": "bootstrap-key-of-the-tests"}, "Not authenticated"),
    ],
)
async def test_without_a_valid_token_me_is_401(
    gateway: Any, headers: dict[str, str], detail: str
) -> None:
    reply = await gateway.http.get(ME, headers=headers)
    assert (reply.status_code, reply.json()["detail"]) == (401, detail)
    assert reply.headers["www-authenticate"] == "Bearer"


async def test_a_token_signed_by_somebody_else_is_refused(gateway: Any) -> None:
    real = jwt.decode(await gateway.login(), options={"verify_signature": False})
    for key, algorithm in (("another-key-0123456789-0123456789", "HS256"), (None, "none")):
        forged = jwt.encode(real, key, algorithm=algorithm)
        reply = await gateway.http.get(ME, headers={"Authorization": f"Bearer {forged}"})
        assert reply.status_code == 401


async def test_logout_really_ends_the_session(gateway: Any) -> None:
    headers = await gateway.bearer()
    other = await gateway.bearer()
    assert (await gateway.http.get(ME, headers=headers)).status_code == 200
    reply = await gateway.http.post("/auth/logout", headers=headers)
    assert reply.json() == {"message": "Successfully logged out"}
    assert (await gateway.http.get(ME, headers=headers)).status_code == 401
    assert (await gateway.http.get(ME, headers=other)).status_code == 200


async def test_logout_without_a_token_is_no_error(gateway: Any) -> None:
    reply = await gateway.http.post("/auth/logout")
    assert reply.json() == {"message": "Successfully logged out"}


async def test_guessing_a_password_is_slowed_down_and_then_forgiven(gateway: Any) -> None:
    wrong = {"username": "admin", "password": "wrong"}
    statuses = [(await gateway.http.post("/auth/login", data=wrong)).status_code for _ in range(12)]
    assert statuses[:9] == [401] * 9
    assert statuses[-1] == 429
    right = {"username": "admin", "password": PASSWORD}
    reply = await gateway.http.post("/auth/login", data=right)
    assert reply.status_code == 429
    assert 1 <= int(reply.headers["retry-after"]) <= 60
    connection = await connect(gateway.database_url)
    await connection.execute("UPDATE login_throttle SET blocked_until = now() - interval '1 s'")
    assert (await gateway.http.post("/auth/login", data=right)).status_code == 200
    left = await connection.fetch("SELECT subject FROM login_throttle WHERE subject ~ '^account'")
    await connection.close()
    assert left == []


async def test_a_disabled_administrator_loses_every_session(gateway: Any) -> None:
    owner = await gateway.bearer()
    body = {"username": "helper", "password": "a long password", "role": "support"}
    assert (await gateway.http.post("/api/admin/admins", json=body, headers=owner)).is_success
    helper = await gateway.bearer("helper", "a long password")
    assert (await gateway.http.get(ME, headers=helper)).json()["role"] == "support"
    await gateway.http.delete("/api/admin/admins/helper", headers=owner)
    assert (await gateway.http.get(ME, headers=helper)).status_code == 401
    again = {"username": "helper", "password": "a long password"}
    assert (await gateway.http.post("/auth/login", data=again)).status_code == 401


async def test_a_new_password_ends_sessions_and_replaces_the_old_one(gateway: Any) -> None:
    headers = await gateway.bearer()
    address = "/api/admin/me/password"
    stolen = {"current": "guessed", "new": "another long password"}
    assert (await gateway.http.post(address, json=stolen, headers=headers)).status_code == 403
    body = {"current": PASSWORD, "new": "another long password"}
    assert (await gateway.http.post(address, json=body, headers=headers)).is_success
    assert (await gateway.http.get(ME, headers=headers)).status_code == 401
    assert await gateway.login("admin", "another long password")


async def test_a_second_factor_is_asked_for_once_it_is_confirmed(gateway: Any) -> None:
    headers = await gateway.bearer()
    secret = await _started(gateway, headers)
    wrong = await gateway.http.post(
        "/api/admin/me/totp/confirm", json={"code": "000000"}, headers=headers
    )
    assert wrong.status_code == 422
    code = {"code": _code(secret)}
    done = await gateway.http.post("/api/admin/me/totp/confirm", json=code, headers=headers)
    assert done.is_success, done.text
    form = {"username": "admin", "password": PASSWORD}
    without = await gateway.http.post("/auth/login", data=form)
    assert without.status_code == 401
    assert without.json()["type"] == "urn:owc:problem:totp-required"
    confirming = await gateway.http.post("/auth/login", data={**form, "otp": code["code"]})
    assert confirming.status_code == 401
    assert confirming.json()["detail"] == "This code was used already"
    otp = _code(secret, later=timedelta(seconds=totp.STEP_S))
    assert await gateway.login(otp=otp)
    twice = await gateway.http.post("/auth/login", data={**form, "otp": otp})
    assert twice.json()["detail"] == "This code was used already"


async def test_a_second_factor_begins_and_ends_with_the_password_only(gateway: Any) -> None:
    headers = await gateway.bearer()
    address = "/api/admin/me/totp"
    guess = {"password": "guessed", "code": "000000"}
    assert (await gateway.http.post(address, headers=headers)).status_code == 422
    refused = await gateway.http.post(address, json=guess, headers=headers)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:owc:problem:wrong-password")
    secret = await _second_factor(gateway, headers)
    code = {"code": _code(secret, later=timedelta(seconds=totp.STEP_S))}
    for body in (code, {**code, "password": "guessed"}):
        refused = await gateway.http.request("DELETE", address, json=body, headers=headers)
        assert refused.status_code in {403, 422}
    both = {**code, "password": PASSWORD}
    assert (await gateway.http.request("DELETE", address, json=both, headers=headers)).is_success
    assert await gateway.login()


async def test_guessing_codes_is_slowed_down_with_the_password_and_with_a_stolen_session(
    gateway: Any,
) -> None:
    headers = await gateway.bearer()
    await _second_factor(gateway, headers)
    guess = {"username": "admin", "password": PASSWORD, "otp": "000000"}
    logins = [(await gateway.http.post("/auth/login", data=guess)).status_code for _ in range(14)]
    # The pause grows from a second on, which a busy machine takes for one attempt.
    assert logins[0] == 401
    assert 429 in logins
    assert "login.refused" in (await gateway.http.get("/api/admin/audit", headers=headers)).text
    for method, path, body in (
        ("DELETE", "/api/admin/me/totp", {"password": PASSWORD, "code": "000000"}),
        ("POST", "/api/admin/me/password", {"current": "guess", "new": "another long password"}),
    ):
        replies = [
            await gateway.http.request(method, path, json=body, headers=headers) for _ in range(14)
        ]
        waiting = [reply for reply in replies if reply.status_code == 429]
        assert all(int(reply.headers["retry-after"]) >= 1 for reply in waiting)
        assert waiting


async def test_a_new_secret_key_keeps_api_keys_and_second_factors_and_ends_sessions(
    start: Any,
) -> None:
    before = await start()
    headers = await before.bearer()
    body = {"name": "x", "scopes": ["credits:read"]}
    key = (await before.http.post("/api/admin/keys", json=body, headers=headers)).json()["key"]
    secret = await _second_factor(before, headers)
    new = "another-0123456789-0123456789-0123456789"
    between = await start(secret_key=new, secret_key_old=SECRET_KEY)
    assert (await between.http.get(ME, headers=headers)).status_code == 401
    user = "/api/credits/user/u1"
    assert (await between.http.get(user, headers={"X-API-Key": key})).status_code == 200
    code = _code(secret, later=timedelta(seconds=totp.STEP_S))
    assert await between.login(otp=code)
    # Both have moved when they were used, so the old key can go.
    after = await start(secret_key=new)
    assert (await after.http.get(user, headers={"X-API-Key": key})).status_code == 200
    connection = await connect(after.database_url)
    await connection.execute("UPDATE admin SET totp_last_step = 0")
    await connection.close()
    assert await after.login(otp=_code(secret))


async def _second_factor(gateway: Any, headers: dict[str, str]) -> bytes:
    """In use from now on; what the authenticator app knows."""
    secret = await _started(gateway, headers)
    body = {"code": _code(secret)}
    done = await gateway.http.post("/api/admin/me/totp/confirm", json=body, headers=headers)
    assert done.is_success, done.text
    return secret


async def _started(gateway: Any, headers: dict[str, str]) -> bytes:
    body = {"password": PASSWORD}
    started = await gateway.http.post("/api/admin/me/totp", json=body, headers=headers)
    return base64.b32decode(parse_qs(urlsplit(started.json()["uri"]).query)["secret"][0])


def _code(secret: bytes, later: timedelta = timedelta()) -> str:
    moment = datetime.now(UTC) + later
    return totp.code(secret, int(moment.timestamp()) // totp.STEP_S)


async def test_a_login_that_cannot_be_stored_is_refused_by_its_field(gateway: Any) -> None:
    form = {"username": "admin", "password": PASSWORD, "otp": ""}
    for field in form:
        for data in ({"data": form | {field: "a\0"}}, {"files": _parts(form | {field: "a\0"})}):
            reply = await gateway.http.post("/auth/login", **data)
            assert (reply.status_code, reply.json()["detail"][0]["loc"]) == (422, ["body", field])


def _parts(form: dict[str, str]) -> dict[str, tuple[None, str]]:
    return {name: (None, value) for name, value in form.items()}
