"""docker compose: every container is confined, has no secret in its environment, is listed."""

from typing import Any

import pytest
import yaml
from owc.catalog import ROOT

CONTENTS = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
# They prepare volumes, which belong to root when they are new.
AS_ROOT = {"make-secrets", "caddy-folder", "demo-data"}
JOBS = {*AS_ROOT, "databases"} | {name for name in CONTENTS if name.startswith("migrate-")}


def described(name: str) -> dict[str, Any]:
    place = CONTENTS[name]["extends"]
    services = yaml.safe_load((ROOT / place["file"]).read_text())["services"]
    found: dict[str, Any] = services[place["service"]]
    return found


@pytest.mark.parametrize("name", CONTENTS)
def test_a_container_can_do_no_more_than_it_must(name: str) -> None:
    service = described(name)
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert set(service.get("cap_add", [])) <= {"DAC_OVERRIDE", "CHOWN", "NET_BIND_SERVICE"}
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["logging"]["options"]["max-file"] == "3"
    assert service["pids_limit"]
    assert service["mem_limit"]
    assert (service.get("user", "").startswith("0")) == (name in AS_ROOT)
    assert "healthcheck" in service or "owc-" in service["image"]
    if name in JOBS:
        assert (service["restart"], service["healthcheck"]) == ("no", {"disable": True})


@pytest.mark.parametrize("name", CONTENTS)
def test_no_secret_is_in_an_environment(name: str) -> None:
    environment = described(name).get("environment", {})
    given = [key for key in environment if any(w in key for w in ("PASSWORD", "SECRET", "_KEY"))]
    assert [key for key in given if not key.endswith("_FILE")] == []
    assert "OWC_DATABASE_URL" not in environment


def test_only_doors_are_published_and_stores_are_inside_alone() -> None:
    published = {name for name in CONTENTS if "ports" in described(name)}
    assert published == {"gateway", "caddy", "grafana", "payment-simulator"}
    assert all(p.startswith("127.0.0.1:") for p in described("payment-simulator")["ports"])
    for name in ("postgres", "redis", "databases", "ledger", "pricing"):
        assert described(name)["networks"] == ["inside"]


def test_every_description_is_listed() -> None:
    for file in (ROOT / "deploy" / "compose").glob("*.yml"):
        listed = {s["extends"]["service"] for s in CONTENTS.values()}
        assert set(yaml.safe_load(file.read_text())["services"]) <= listed
