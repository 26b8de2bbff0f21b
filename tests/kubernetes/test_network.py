"""Who may talk to whom, by the policies as a cluster would read them."""

from typing import Any

import pytest
from owc.catalog import SERVICES

from tests.kubernetes.rendered import Rendered

PORTS = dict(zip(SERVICES, range(8000, 8005), strict=True))
Labels = dict[str, str]


def selects(selector: dict[str, Any], labels: Labels) -> bool:
    equal = all(labels.get(k) == v for k, v in selector.get("matchLabels", {}).items())
    sets = {"In": lambda value, values: value in values}
    listed = selector.get("matchExpressions", ())
    return equal and all(sets[e["operator"]](labels.get(e["key"]), e["values"]) for e in listed)


class Network:
    """Allowed is what a policy at both ends allows."""

    def __init__(self, rendered: Rendered) -> None:
        self._policies = [policy["spec"] for policy in rendered.of("NetworkPolicy")]
        self._labels = {name: pod["metadata"]["labels"] for name, pod in rendered.pods().items()}
        for pooler in rendered.of("Pooler"):
            self._labels["postgres"] = pooler["spec"]["template"]["metadata"]["labels"]

    def allows(self, source: str, target: str, port: int) -> bool:
        return self._passes("Egress", source, target, port) and self._passes(
            "Ingress", target, source, port
        )

    def reaches_outside(self, source: str, port: int) -> bool:
        return any(
            "ipBlock" in peer
            for rule in self._rules("Egress", source)
            for peer in rule.get("to", ())
            if port in [one["port"] for one in rule["ports"]]
        )

    def _rules(self, way: str, who: str) -> list[dict[str, Any]]:
        """All rules for a pod; fails where it is not isolated at all."""
        governing = [
            policy
            for policy in self._policies
            if way in policy["policyTypes"] and selects(policy["podSelector"], self._labels[who])
        ]
        assert governing, f"{who} is open"
        return [rule for policy in governing for rule in policy.get(way.lower(), ())]

    def _passes(self, way: str, who: str, other: str, port: int) -> bool:
        key = "to" if way == "Egress" else "from"
        return any(
            port in [one["port"] for one in rule["ports"]]
            and (key not in rule or any(self._is(peer, other) for peer in rule[key]))
            for rule in self._rules(way, who)
        )

    def _is(self, peer: dict[str, Any], other: str) -> bool:
        inside = "podSelector" in peer and "namespaceSelector" not in peer
        return inside and selects(peer["podSelector"], self._labels[other])


@pytest.fixture
def network(rendered: Rendered) -> Network:
    return Network(rendered)


def test_only_the_gateway_calls_services_and_services_call_nobody(network: Network) -> None:
    behind = [service for service in SERVICES if service != "gateway"]
    for target in behind:
        assert network.allows("gateway", target, PORTS[target])
        for source in (*behind, *(f"{name}-worker" for name in SERVICES)):
            assert not network.allows(source, target, PORTS[target]), (source, target)


def test_every_process_reaches_its_stores_and_a_store_reaches_nothing(network: Network) -> None:
    for service in SERVICES:
        for source in (service, f"{service}-worker", f"migrate-{service}"):
            assert network.allows(source, "postgres", 5432), source
            assert network.allows(source, "redis", 6379), source
    assert not network.allows("redis", "postgres", 5432)
    assert not network.allows("redis", "ledger", 8001)


def test_the_internet_is_for_those_who_have_business_there(network: Network) -> None:
    out = {
        name
        for service in SERVICES
        for name in (service, f"{service}-worker", f"migrate-{service}")
        if network.reaches_outside(name, 443)
    }
    assert out == {"gateway", "gateway-worker", "billing", "billing-worker", "sync", "sync-worker"}
