"""Loads a function file as Open WebUI does: by path, as a module of its own."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

FUNCTIONS = Path(__file__).resolve().parents[2] / "functions"
Json = dict[str, Any]


def load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"function_{name}", FUNCTIONS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[module.__name__] = module
    spec.loader.exec_module(module)
    return module


class Request:
    """As much of a request as the functions look at."""

    def __init__(self, language: str = "") -> None:
        self.headers = {"accept-language": language} if language else {}


class CreditsApi:
    """Answers of the credits API in order of the calls; the last one is repeated."""

    def __init__(self, *answers: tuple[int, Json]) -> None:
        self.answers, self.asked = list(answers), list[tuple[str, Json]]()

    async def __call__(self, path: str, form: Json | None = None, _: int = 2) -> tuple[int, Json]:
        self.asked.append((path, form or {}))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]
