"""The admin app is served safely, and its session lives in a cookie that other sites cannot use."""

import re
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "correct horse battery staple"
APP = {"X-OWC-App": "admin"}
BROWSER = {"Accept": "text/html"}


@pytest.fixture
async def built(start: Any, tmp_path: Path) -> Any:
    (tmp_path.parent / "secret.txt").write_text("secret")
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">')
    (tmp_path / "theme.js").write_text("2")
    for suffix in ("", ".br", ".gz"):
        (tmp_path / "assets" / f"a.js{suffix}").write_text(f"1{suffix}")
    return await start(admin_spa=str(tmp_path))


async def sign_in(gateway: Any, **headers: str) -> Any:
    typed = {"username": "admin", "password": PASSWORD}
    return await gateway.http.post("/auth/session", data=typed, headers={**APP, **headers})


async def test_a_browser_is_led_to_the_app_and_a_program_to_the_reference(built: Any) -> None:
    assert (await built.http.get("/", headers=BROWSER)).headers["location"] == "/admin/"
    assert (await built.http.get("/")).headers["location"] == "/docs"
    assert (await built.http.get("/admin")).headers["location"] == "/admin/"


async def test_every_page_has_its_own_nonce_and_a_policy_without_inline_script(built: Any) -> None:
    pages = [await built.http.get(path) for path in ("/admin/", "/admin/users/5?q=a", "/admin/")]
    nonces = [re.search(r'content="([^"]+)"', page.text).group(1) for page in pages]  # type: ignore[union-attr]
    assert len(set(nonces)) == 3
    for page, nonce in zip(pages, nonces, strict=True):
        policy = page.headers["content-security-policy"]
        assert f"'nonce-{nonce}'" in policy
        assert policy.startswith("default-src 'none'; script-src 'self'; ")
        assert "unsafe" not in policy
        assert page.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding", "body"),
    [
        ("gzip, br", "br", "1.br"),
        ("gzip", "gzip", "1.gz"),
        ("br;q=0, gzip;q=0.5", "gzip", "1.gz"),
        ("identity", None, "1"),
    ],
)
async def test_a_hashed_file_is_sent_as_the_browser_can_read_it(
    built: Any, accepted: str, encoding: str | None, body: str
) -> None:
    request = built.http.stream("GET", "/admin/assets/a.js", headers={"Accept-Encoding": accepted})
    async with request as reply:
        raw = b"".join([part async for part in reply.aiter_raw()])
    assert raw.decode() == body
    assert reply.headers.get("content-encoding") == encoding
    assert "immutable" in reply.headers["cache-control"]
    assert reply.headers["vary"] == "Accept-Encoding"
    assert "javascript" in reply.headers["content-type"]


async def test_what_is_not_there_is_not_answered_with_the_page(built: Any) -> None:
    assert (await built.http.get("/admin/assets/b.js")).status_code == 404
    assert (await built.http.get("/admin/theme.js")).headers["cache-control"] == "no-cache"
    assert "secret" not in (await built.http.get("/admin/..%2Fsecret.txt")).text


async def test_without_a_build_the_page_says_how_to_make_one(start: Any, tmp_path: Path) -> None:
    plain = await start(admin_spa=str(tmp_path / "nothing"))
    page = await plain.http.get("/admin/users")
    assert page.status_code == 503
    assert "make ui" in page.text
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "index.html").write_text("built meanwhile")
    assert (await plain.http.get("/admin/users")).text == "built meanwhile"


async def test_the_session_is_in_a_cookie_that_scripts_and_other_sites_do_not_get(
    gateway: Any,
) -> None:
    reply = await sign_in(gateway)
    assert reply.status_code == 200
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith("owc_admin=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie
    assert "owc_admin" not in reply.text
    assert (await gateway.http.get("/auth/session")).json()["permissions"]
    assert (await gateway.http.get("/auth/me")).json()["username"] == "admin"


async def test_nobody_is_told_that_nobody_is_signed_in(gateway: Any) -> None:
    reply = await gateway.http.get("/auth/session")
    assert (reply.status_code, reply.json()["signed_in"]) == (200, False)


async def test_under_https_the_cookie_is_secure(start: Any) -> None:
    behind = await start(trusted_proxies="127.0.0.1")
    reply = await sign_in(behind, **{"X-Forwarded-Proto": "https"})
    assert "Secure" in reply.headers["set-cookie"]
    # Here the proxy promises HTTPS for later; a door that speaks it alone does so by itself.
    assert "strict-transport-security" not in reply.headers
    alone = await start(enable_ssl=True, ssl_certfile="cert.pem", ssl_keyfile="key.pem")
    reply = await alone.http.get("/health/live")
    assert int(reply.headers["strict-transport-security"].split(";")[0].split("=")[1]) >= 31_536_000


async def test_a_change_made_with_the_cookie_needs_the_header_of_the_app(gateway: Any) -> None:
    await sign_in(gateway)
    body = {"user_id": "u", "credits": 5}
    refused = await gateway.http.post("/api/credits/update", json=body)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:owc:problem:csrf")
    foreign = {**APP, "Origin": "https://elsewhere.example"}
    assert (
        await gateway.http.post("/api/credits/update", json=body, headers=foreign)
    ).status_code == 403
    assert (
        await gateway.http.post("/api/credits/update", json=body, headers=APP)
    ).status_code == 200


async def test_nobody_is_signed_in_by_another_site(gateway: Any) -> None:
    typed = {"username": "admin", "password": PASSWORD}
    for foreign in ({}, {**APP, "Origin": "https://elsewhere.example"}):
        reply = await gateway.http.post("/auth/session", data=typed, headers=foreign)
        assert reply.status_code == 403


async def test_signing_out_ends_the_session_and_not_only_the_cookie(gateway: Any) -> None:
    await sign_in(gateway)
    token = gateway.http.cookies["owc_admin"]
    for foreign in ({}, {**APP, "Origin": "https://elsewhere.example"}):
        assert (await gateway.http.delete("/auth/session", headers=foreign)).status_code == 403
    assert (await gateway.http.delete("/auth/session", headers=APP)).status_code == 200
    assert "owc_admin" not in gateway.http.cookies
    kept = {"Cookie": f"owc_admin={token}"}
    assert (await gateway.http.get("/auth/me", headers=kept)).status_code == 401
    assert (await gateway.http.delete("/auth/session", headers=APP)).status_code == 200
