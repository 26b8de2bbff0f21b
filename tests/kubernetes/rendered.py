"""The manifests of an overlay, and the ways in which tests ask for them."""

from base64 import b64decode
from typing import Any

import yaml

Manifest = dict[str, Any]


class Rendered:
    """The manifests of one overlay."""

    def __init__(self, overlay: str, text: str) -> None:
        self.overlay = overlay
        self.all: list[Manifest] = list(yaml.safe_load_all(text))

    def of(self, *kinds: str) -> list[Manifest]:
        return [manifest for manifest in self.all if manifest["kind"] in kinds]

    def named(self, kind: str, name: str) -> Manifest:
        (found,) = (m for m in self.of(kind) if m["metadata"]["name"] == name)
        return found

    def pods(self) -> dict[str, Manifest]:
        """By name of what makes them: labels and specification."""
        makers = self.of("Deployment", "StatefulSet", "Job")
        return {maker["metadata"]["name"]: maker["spec"]["template"] for maker in makers}

    def secret(self, name: str) -> dict[str, str]:
        data = self.named("Secret", name)["data"]
        return {key: b64decode(text).decode() for key, text in data.items()}

    def environment(self, name: str) -> dict[str, str]:
        """What a container reads: settings, its own variables, and the files of its Secret."""
        pod = self.pods()[name]["spec"]
        (container,) = pod["containers"]
        (settings,) = (source["configMapRef"]["name"] for source in container["envFrom"])
        (secret,) = (v["secret"]["secretName"] for v in pod["volumes"] if "secret" in v)
        values = {file.upper(): text for file, text in self.secret(secret).items()}
        values |= self.named("ConfigMap", settings)["data"]
        return values | {one["name"]: one["value"] for one in container.get("env", ())}
