"""HTTPS without containers: the gateway has its own, and `owc` trusts that certificate alone."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from owc.api import Api, ApiError, certificate_ends

SUBJECT = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")


def certificate(folder: Path, name: str) -> dict[str, str]:
    files = {"cert": str(folder / f"{name}.cert"), "key": str(folder / f"{name}.key")}
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
    command = ["openssl", "req", "-x509", *kind, *SUBJECT]
    subprocess.run(
        [*command, "-keyout", files["key"], "-out", files["cert"]], check=True, capture_output=True
    )
    return files


@pytest.fixture
def address(
    make_installation: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    files = certificate(tmp_path, "own")
    given = {"OWC_SSL_CERTFILE": files["cert"], "OWC_SSL_KEYFILE": files["key"]}
    monkeypatch.setenv("OWC_SSL_CERTFILE", files["cert"])
    for installation in make_installation(tmp_path / "home", OWC_ENABLE_SSL="true", **given):
        yield f"https://127.0.0.1:{installation.port}"


def test_a_charge_works_and_another_certificate_is_not_trusted(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Api(address).get("/health")["status"] == "healthy"
    ends = certificate_ends(address)
    assert ends is not None
    assert timedelta(days=1) < ends - datetime.now(UTC) < timedelta(days=3)
    with pytest.raises(ApiError):
        Api(address.replace("https", "http")).get("/health")
    monkeypatch.setenv("OWC_SSL_CERTFILE", certificate(tmp_path, "other")["cert"])
    with pytest.raises(ApiError, match="certificate verify failed"):
        Api(address).get("/health")
