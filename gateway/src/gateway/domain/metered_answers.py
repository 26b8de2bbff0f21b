"""What an answer of a model says of its usage, and what was seen of it. Pure.

Reports are not trusted blindly: senseless numbers are no report, running totals are not added up.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gateway.domain.metered_requests import CHARS_PER_TOKEN, Ask, count, letters
from shared.rating import COUNT_LIMIT, Usage, token_usage

_BREAK: Final = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_BREAK_LENGTH_MAX: Final = 4
# Where the counts are: in Chat Completions (prompt), in the Responses API (input).
_PLACES: Final[Mapping[str, tuple[str, ...]]] = {
    "prompt": ("prompt_tokens", "input_tokens"),
    "completion": ("completion_tokens", "output_tokens"),
    "cached": ("prompt_tokens_details.cached_tokens", "input_tokens_details.cached_tokens"),
    "reasoning": (
        "completion_tokens_details.reasoning_tokens",
        "output_tokens_details.reasoning_tokens",
    ),
}
_DONE: Final = b"data: [DONE]"
_LAST: Final = frozenset({"response.completed", "response.failed", "response.incomplete"})
_FINISHED_IMAGE: Final = "image_generation.completed"


@dataclass(frozen=True, slots=True)
class Counted:
    """Units to charge, none where nothing was done; `estimated` where nobody reported them."""

    units: Usage
    estimated: bool


@dataclass(slots=True)
class Reading:
    """One answer while it arrives. `absorb` is total: no answer may break it."""

    ask: Ask
    chars: int = 0
    answered: bool = False
    images: int = 0
    seconds: int = 0
    tokens: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_PLACES, 0))

    def absorb(self, event: object) -> None:
        """Take in a chunk of a stream, or a whole answer."""
        if not isinstance(event, dict):
            return
        kind = str(event.get("type"))
        if event.get("error") or kind in {"error", "response.failed"}:
            self.answered = False
        elif {"choices", "data", "output", "text"} & event.keys() or "." in kind:
            self.answered = True
        # What ends a part of the Responses API repeats what its deltas said.
        final = kind.endswith((".done", ".completed", ".failed", ".incomplete"))
        self.chars += 0 if final else letters(event)
        self._count_images(event, kind)
        self._read_usage(event)

    def _count_images(self, event: dict[str, Any], kind: str) -> None:
        data = event.get("data")
        if self.ask.kind == "image":
            self.images += len(data) if isinstance(data, list) else kind == _FINISHED_IMAGE

    def _read_usage(self, event: dict[str, Any]) -> None:
        response = event.get("response")
        inner = response.get("usage") if isinstance(response, dict) else None
        for usage in (event.get("usage"), inner):
            if isinstance(usage, dict):
                # The most of each: some providers repeat a running total.
                for name, places in _PLACES.items():
                    found = (_at(usage, place) for place in places)
                    self.tokens[name] = max(self.tokens[name], *found)
                self.seconds = max(self.seconds, _whole_seconds(usage.get("seconds")))
        if self.ask.kind == "transcription":
            self.seconds = max(self.seconds, _whole_seconds(event.get("duration")))

    def counted(self, *, running: bool) -> Counted:
        """What has been used; `running`: the provider may have read the prompt and said nothing."""
        reported = self._reported()
        if not (reported or self.chars or self.images or running or self.answered):
            return Counted({}, estimated=False)
        tokens = self.tokens
        prompt, completion, guessed = tokens["prompt"], tokens["completion"], False
        if self.ask.kind == "speech" and not reported:
            prompt = self.ask.prompt_tokens
        elif self.ask.kind not in {"image", "transcription", "speech"} and not reported:
            prompt = prompt or self.ask.prompt_tokens
            completion, guessed = -(-self.chars // CHARS_PER_TOKEN), True
        units = dict(token_usage(prompt, completion, tokens["cached"], tokens["reasoning"]))
        units |= {"image": self.images, "audio_second": self.seconds, "request": 1}
        if running and not self.answered:
            # Nobody will tell what the provider makes of a call that was left.
            units |= self.ask.beforehand
            guessed = guessed or self.ask.beforehand.keys() > {"request"}
        kept = {unit: min(number, COUNT_LIMIT) for unit, number in units.items() if number}
        return Counted(kept, guessed)

    def _reported(self) -> bool:
        """A report of an answer of no tokens is none where words were seen."""
        prompt, completion = self.tokens["prompt"], self.tokens["completion"]
        return bool((prompt or completion) and (completion or not self.chars))


class Events:
    """Cuts a stream of server-sent events into whole events, each with the bytes it came with."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """The events that `data` completes."""
        buffer, start, events = self._buffer, 0, []
        seen = max(len(buffer) - _BREAK_LENGTH_MAX + 1, 0)
        buffer += data
        while found := _BREAK.search(buffer, max(seen, start)):
            events.append(bytes(buffer[start : found.end()]))
            start = found.end()
        del buffer[:start]
        return events

    @property
    def pending(self) -> int:
        return len(self._buffer)

    def rest(self) -> bytes:
        """What the stream ended with, without the empty line that ends an event."""
        left = bytes(self._buffer)
        self._buffer.clear()
        return left


def payload(event: bytes) -> object:
    """The JSON of an event, None where it has none, as `[DONE]`."""
    lines = [line[5:] for line in event.splitlines() if line.startswith(b"data:")]
    return parsed(b"\n".join(lines))


def parsed(content: bytes) -> object:
    """The JSON of an answer, None where it is none."""
    try:
        found: object = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return found


def is_usage_alone(event: object) -> bool:
    """The extra chunk that `include_usage` brings at the end of a stream."""
    return isinstance(event, dict) and event.get("choices") == [] and bool(event.get("usage"))


def is_last(event: bytes, said: object) -> bool:
    """After this event clients stop reading."""
    kind = said.get("type") if isinstance(said, dict) else None
    return event.startswith(_DONE) or kind in _LAST


def _at(value: object, path: str) -> int:
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return count(value)


def _whole_seconds(value: object) -> int:
    """Seconds are reported with fractions; a begun second is a second."""
    if isinstance(value, str):  # whisper servers write verbose_json's duration both ways
        try:
            value = float(value)
        except ValueError:
            return 0
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return 0
    return min(math.ceil(value), COUNT_LIMIT) if value > 0 else 0
