"""What every object must be: valid, confined, watched over; and the system is that of compose."""

from typing import Any

import kubernetes_validate
import pytest
import yaml
from owc import configuration
from owc.catalog import ROOT, SERVICES, folder

from tests.kubernetes.rendered import Rendered

KUBERNETES = "1.37"
# Their schemas are the operators', so only what follows here is checked of them.
CUSTOM = {"Cluster", "Database", "Pooler", "ServiceMonitor"}
COMPOSE = yaml.safe_load(configuration.COMPOSE.read_text())["services"]


def test_every_object_keeps_to_its_schema(rendered: Rendered) -> None:
    for manifest in rendered.all:
        if manifest["kind"] not in CUSTOM:
            kubernetes_validate.validate(manifest, KUBERNETES, strict=True)


def test_every_object_is_in_our_namespace_which_admits_confined_pods_alone(
    rendered: Rendered,
) -> None:
    (namespace,) = rendered.of("Namespace")
    assert namespace["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"
    others = [manifest for manifest in rendered.all if manifest is not namespace]
    assert {m["metadata"]["namespace"] for m in others} == {namespace["metadata"]["name"]}


def test_every_pod_is_confined(rendered: Rendered) -> None:
    for name, template in rendered.pods().items():
        pod = template["spec"]
        context = pod["securityContext"]
        assert (context["runAsNonRoot"], context["runAsUser"] > 0) == (True, True), name
        assert context["seccompProfile"] == {"type": "RuntimeDefault"}, name
        assert pod["automountServiceAccountToken"] is False, name
        assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod), name
        assert not [v for v in pod["volumes"] if "hostPath" in v], name
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }, name
            for amounts in (container["resources"]["requests"], container["resources"]["limits"]):
                assert set(amounts) == {"cpu", "memory"}, name
            assert not [e for e in container.get("env", ()) if "KEY" in e["name"]], name


def test_every_server_is_probed_and_ends_in_order(rendered: Rendered) -> None:
    for maker in rendered.of("Deployment", "StatefulSet"):
        (container,) = maker["spec"]["template"]["spec"]["containers"]
        assert {"livenessProbe", "readinessProbe"} <= set(container), maker["metadata"]["name"]
    for name in SERVICES:
        pod = rendered.pods()[name]["spec"]
        (door,) = pod["containers"]
        assert door["readinessProbe"]["httpGet"] == {"path": "/health/ready", "port": "http"}
        assert door["livenessProbe"]["httpGet"] == {"path": "/health/live", "port": "http"}
        pause = door["lifecycle"]["preStop"]["sleep"]["seconds"]
        own = int(COMPOSE[name].get("stop_grace_period", "35s").removesuffix("s"))
        assert pod["terminationGracePeriodSeconds"] >= pause + own


def test_images_ports_and_commands_are_those_of_compose(rendered: Rendered) -> None:
    pods = rendered.pods()
    for service in SERVICES:
        for name in (service, f"{service}-worker", f"migrate-{service}"):
            (container,) = pods[name]["spec"]["containers"]
            image, _, tag = container["image"].partition(":")
            assert (image, bool(tag)) == (COMPOSE[name]["image"].partition(":")[0], True)
            migration = ["python", "-m", "alembic", "upgrade", "head"]
            fallback = migration if name.startswith("migrate") else None
            assert container.get("command") == COMPOSE[name].get("command", fallback)
        (door,) = pods[service]["spec"]["containers"]
        (port,) = (one["containerPort"] for one in door["ports"])
        assert f"OWC_PORT={port}" in (folder(service) / "Dockerfile").read_text()
        (public,) = rendered.named("Service", service)["spec"]["ports"]
        assert (public["port"], public["targetPort"]) == (port, "http")
    given = COMPOSE["gateway"]["environment"]
    for upstream in ("LEDGER", "BILLING", "PRICING", "SYNC"):
        variable = f"OWC_{upstream}_URL"
        assert rendered.environment("gateway")[variable] == given[variable]


@pytest.mark.parametrize("service", SERVICES)
def test_every_process_has_the_settings_it_needs_in_production(
    rendered: Rendered, service: str
) -> None:
    for name in (service, f"{service}-worker", f"migrate-{service}"):
        given = rendered.environment(name)
        assert given["OWC_ENV"] == "production"
        # A person fills these in; their secrets are there already.
        filled = {"OWC_OPENWEBUI_URL": "https://chat.example.org", "OWC_YOOKASSA_SHOP_ID": "1"}
        assert configuration.check(given | filled, service).wrong == []
    keys = {"OWC_YOOKASSA_SECRET_KEY": "billing", "OWC_OPENWEBUI_API_KEY": "sync"}
    known = rendered.environment(service)
    assert {key for key in keys if key in known} == {k for k, who in keys.items() if who == service}


def test_stores_are_found_by_the_names_in_the_secrets(rendered: Rendered) -> None:
    servers = {m["metadata"]["name"] for m in rendered.of("Service", "Pooler")}
    for service in SERVICES:
        given = rendered.environment(service)
        assert "@postgres:5432/owc_" in given["OWC_DATABASE_URL"]
        assert "@redis:6379/" in given["OWC_REDIS_URL"]
    assert {"postgres", "redis"} <= servers


def test_two_of_everything_that_people_wait_for(rendered: Rendered) -> None:
    if rendered.overlay != "production":
        assert {m["spec"]["replicas"] for m in rendered.of("Deployment")} == {1}
        assert rendered.of("PodDisruptionBudget", "HorizontalPodAutoscaler") == []
        return
    scaled = {
        m["spec"]["scaleTargetRef"]["name"]: m["spec"]["minReplicas"]
        for m in rendered.of("HorizontalPodAutoscaler")
    }
    budgets = [m["spec"]["selector"]["matchLabels"] for m in rendered.of("PodDisruptionBudget")]
    for deployment in rendered.of("Deployment"):
        name, spec = deployment["metadata"]["name"], deployment["spec"]
        assert spec.get("replicas", scaled.get(name)) == 2, name
        assert spec["strategy"]["rollingUpdate"]["maxUnavailable"] == 0, name
        assert spec["template"]["spec"]["topologySpreadConstraints"], name
        assert spec["selector"]["matchLabels"] in budgets, name


def test_the_cluster_of_postgresql_has_a_role_and_a_database_for_each_service(
    rendered: Rendered,
) -> None:
    if rendered.overlay != "production":
        assert rendered.of("Cluster", "Pooler") == []
        return
    cluster = rendered.named("Cluster", "owc")["spec"]
    synchronous = cluster["postgresql"]["synchronous"]
    assert synchronous["dataDurability"] == "required"
    assert 0 < synchronous["number"] < cluster["instances"] - 1
    roles = {role["name"]: role["passwordSecret"]["name"] for role in cluster["managed"]["roles"]}
    owners = {m["spec"]["name"]: m["spec"]["owner"] for m in rendered.of("Database")}
    assert set(owners) == set(roles) == {f"owc_{service}" for service in SERVICES}
    for name, owner in owners.items():
        kind = rendered.named("Secret", roles[owner])["type"]
        assert (name, kind) == (owner, "kubernetes.io/basic-auth")
        login = rendered.secret(roles[owner])
        url = rendered.environment(name.removeprefix("owc_"))["OWC_DATABASE_URL"]
        assert f"//{login['username']}:{login['password']}@" in url
    pooler = rendered.named("Pooler", "postgres")["spec"]
    assert (pooler["cluster"]["name"], pooler["pgbouncer"]["poolMode"]) == ("owc", "transaction")
    assert int(pooler["pgbouncer"]["parameters"]["max_prepared_statements"]) > 256


def test_no_secret_can_be_committed() -> None:
    assert "*.env" in (ROOT / "deploy/kubernetes/secrets/.gitignore").read_text().splitlines()


def test_https_has_one_name_and_leads_to_the_gateway(rendered: Rendered) -> None:
    (ingress,) = rendered.of("Ingress")
    (rule,), (tls,) = ingress["spec"]["rules"], ingress["spec"]["tls"]
    assert tls["hosts"] == [rule["host"]] == [rendered.environment("gateway")["OWC_DOMAIN"]]
    (path,) = rule["http"]["paths"]
    backend: dict[str, Any] = path["backend"]["service"]
    assert backend == {"name": "gateway", "port": {"name": "http"}}
