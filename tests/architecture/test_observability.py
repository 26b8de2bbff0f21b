"""Alerts and dashboards are valid, and every alert has its section in the runbook."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import promql_parser
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "deploy" / "observability"
PROMTOOL = shutil.which("promtool")


def alerts() -> list[dict[str, Any]]:
    groups = yaml.safe_load((FOLDER / "alerts.yml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def panels() -> list[dict[str, Any]]:
    return [
        panel
        for file in sorted((FOLDER / "dashboards").glob("*.json"))
        for panel in json.loads(file.read_text())["panels"]
    ]


def test_every_alert_has_its_section_in_the_runbook_and_no_section_is_left_over() -> None:
    sections = re.findall(r"^## (.+)$", (ROOT / "docs" / "runbook.md").read_text(), re.MULTILINE)
    assert [alert["alert"] for alert in alerts()] == sections
    for alert in alerts():
        anchor = f"docs/runbook.md#{alert['alert'].lower()}"
        assert alert["annotations"]["runbook"] == anchor
        assert alert["labels"]["severity"] in {"page", "ticket"}


def test_no_two_panels_of_a_dashboard_cover_each_other() -> None:
    for file in (FOLDER / "dashboards").glob("*.json"):
        places = [
            (panel["gridPos"]["x"], panel["gridPos"]["y"])
            for panel in json.loads(file.read_text())["panels"]
        ]
        assert len(places) == len(set(places)), file.name


def _expressions() -> list[str]:
    shown = [target["expr"] for panel in panels() for target in panel["targets"]]
    return [expression.replace("$__rate_interval", "5m") for expression in shown]


def test_every_expression_is_promql() -> None:
    for expression in _expressions() + [alert["expr"] for alert in alerts()]:
        promql_parser.parse(expression)


def test_every_metric_of_an_alert_or_a_panel_is_documented() -> None:
    table = (ROOT / "docs" / "observability.md").read_text()
    documented = {"up", *re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)}
    selectors: list[Any] = []

    def keep(node: Any) -> None:
        if isinstance(node, promql_parser.VectorSelector):
            selectors.append(node)

    for expression in _expressions() + [alert["expr"] for alert in alerts()]:
        promql_parser.walk(promql_parser.parse(expression), pre_visit=keep)
    named = {selector.name.removesuffix("_bucket") for selector in selectors}
    assert named <= documented


@pytest.mark.skipif(PROMTOOL is None, reason="beyond the parser: Debian's prometheus is needed")
def test_prometheus_itself_understands_alerts_panels_and_its_configuration(tmp_path: Path) -> None:
    rules = [{"record": f"panel:{n}", "expr": text} for n, text in enumerate(_expressions())]
    panels_file = tmp_path / "panels.yml"
    panels_file.write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": rules}]}))
    for what, file in (
        ("rules", FOLDER / "alerts.yml"),
        ("rules", panels_file),
        ("config", FOLDER / "prometheus.yml"),
    ):
        only = ["--syntax-only"] if what == "config" else []
        done = subprocess.run(
            [str(PROMTOOL), "check", what, *only, str(file)],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(PROMTOOL is None, reason="Debian's prometheus is needed")
def test_a_service_of_which_no_process_is_left_is_down(tmp_path: Path) -> None:
    series = [
        {"series": 'up{job="owc",service="ledger",instance="a:1"}', "values": "1x5 _x30"},
        {"series": 'up{job="owc",service="sync",instance="b:1"}', "values": "1x5 _x30"},
        {"series": 'up{job="owc",service="sync",instance="c:1"}', "values": "1x35"},
    ]
    about = {"summary": "ledger  does not answer", "runbook": "docs/runbook.md#servicedown"}
    fires = {"exp_labels": {"service": "ledger", "severity": "page"}, "exp_annotations": about}
    asked = {"eval_time": "30m", "alertname": "ServiceDown", "exp_alerts": [fires]}
    test = {"interval": "1m", "input_series": series, "alert_rule_test": [asked]}
    file = tmp_path / "test.yml"
    file.write_text(yaml.safe_dump({"rule_files": [str(FOLDER / "alerts.yml")], "tests": [test]}))
    done = subprocess.run(
        [str(PROMTOOL), "test", "rules", str(file)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_alertmanager_has_a_receiver_for_every_severity() -> None:
    told = yaml.safe_load((FOLDER / "alertmanager.yml").read_text())
    receivers = {receiver["name"] for receiver in told["receivers"]}
    assert {alert["labels"]["severity"] for alert in alerts()} == receivers
    assert {
        told["route"]["receiver"],
        *(r["receiver"] for r in told["route"]["routes"]),
    } == receivers
