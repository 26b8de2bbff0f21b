"""Each overlay as a cluster would get it, with secrets as a person makes them."""

import shutil

import pytest
from owc.catalog import ROOT
from owc.kubernetes_secrets import write

from tests.kubernetes.kubectl import render
from tests.kubernetes.rendered import Rendered

OVERLAYS = ("small", "production")
GIVEN = {
    "OWC_OPENWEBUI_API_KEY": "sk-openwebui",
    "OWC_YOOKASSA_SECRET_KEY": "live_key",
    "OWC_YOOKASSA_WEBHOOK_TOKEN": "yookassa-webhook" * 3,
}


@pytest.fixture(scope="session", params=OVERLAYS)
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    copy = tmp_path_factory.mktemp("deploy")
    for part in ("kubernetes", "postgres", "observability"):
        shutil.copytree(ROOT / "deploy" / part, copy / part)
    secrets = copy / "kubernetes" / "secrets"
    for left in secrets.glob("*.env"):
        left.unlink()
    write(GIVEN, secrets)
    return Rendered(request.param, render(copy / "kubernetes" / "overlays" / request.param))
