"""What a model call asks for: its model, how much to reserve for it, and the body that is sent on.

Pure. The estimate of a prompt is the rule of the functions (docs/functions.md).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NoReturn

from python_multipart.multipart import MultipartParser, parse_options_header

from shared.problems import Invalid, Malformed
from shared.rating import COUNT_LIMIT

Json = dict[str, Any]
Kind = Literal["chat", "completion", "embedding", "response", "image", "speech", "transcription"]

KINDS: Final[Mapping[str, Kind]] = {
    "/v1/chat/completions": "chat",
    "/v1/completions": "completion",
    "/v1/embeddings": "embedding",
    "/v1/responses": "response",
    "/v1/images/generations": "image",
    "/v1/audio/speech": "speech",
    "/v1/audio/transcriptions": "transcription",
}
CHARS_PER_TOKEN: Final = 4
_TOKENS_PER_MESSAGE: Final = 4
_TOKENS_PER_IMAGE: Final = 1000
# A recording of 128 kbit/s; the reservation alone depends on it, never the charge.
_AUDIO_BYTES_PER_SECOND: Final = 16_000
_FIELD_BYTES_MAX: Final = 65_536
_MODEL_LENGTH_MAX: Final = 255
_ANSWERS_MAX: Final = 128
_LIMITS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "chat": ("max_completion_tokens", "max_tokens"),
    "completion": ("max_tokens",),
    "response": ("max_output_tokens",),
}
_STREAM_OPTIONS: Final = frozenset({"chat", "completion"})
_SPOKEN: Final = frozenset(
    {
        "choices",
        "delta",
        "message",
        "content",
        "text",
        "reasoning_content",
        "tool_calls",
        "function",
        "name",
        "arguments",
        "output",
        "summary",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A model call as it came. `beforehand` are units that are known before the answer."""

    kind: Kind
    model: str
    prompt_tokens: int = 0
    answer_tokens: int = 0
    answers: int = 1
    beforehand: Mapping[str, int] = field(default_factory=dict)
    body: Json | None = None
    content: bytes = b""

    @property
    def streams(self) -> bool:
        return bool(self.body and self.body.get("stream"))

    @property
    def hides_usage(self) -> bool:
        """The caller did not ask for the usage that the provider is made to report."""
        return self.kind in _STREAM_OPTIONS and self.streams and not self._asks_for_usage()

    def _asks_for_usage(self) -> bool:
        options = (self.body or {}).get("stream_options")
        return isinstance(options, dict) and options.get("include_usage") is True

    @property
    def tokens_to_reserve(self) -> int:
        return min(self.answer_tokens * self.answers, COUNT_LIMIT)

    def outgoing(self, granted: int | None, limit_name: str) -> bytes:
        """The body for the provider: usage is reported, and no answer outgrows what is `granted`.

        `limit_name` is the field for a limit where the caller named none.
        """
        if self.body is None:
            return self.content
        body = dict(self.body)
        if self.kind in _STREAM_OPTIONS and self.streams:
            options = body.get("stream_options")
            given = options if isinstance(options, dict) else {}
            body["stream_options"] = {**given, "include_usage": True}
        if granted is not None and self.kind in _LIMITS and granted < self.tokens_to_reserve:
            known = _LIMITS[self.kind]
            named = [name for name in known if body.get(name) is not None]
            names = named or [limit_name if limit_name in known else known[0]]
            body |= dict.fromkeys(names, max(granted // self.answers, 1))
        try:
            return json.dumps(body, separators=(",", ":")).encode("ascii")
        except RecursionError:
            raise Malformed("The request body is nested too deeply") from None


def read_json(kind: Kind, content: bytes, *, answer_tokens: int) -> Ask:
    """Read a JSON body; `answer_tokens` is reserved where it names no limit.

    It is parsed and written anew, so that nobody can read another model in it than was charged.
    """
    body = _object(content)
    if kind == "response" and body.get("background"):
        raise Invalid("background", "an answer that is fetched later cannot be metered")
    limits = [count(body.get(name)) for name in _LIMITS.get(kind, ())]
    answers = _answers(kind, body)
    return Ask(
        kind=kind,
        model=_model(body.get("model")),
        prompt_tokens=min(estimate_prompt(body), COUNT_LIMIT),
        answer_tokens=(max(limits) or answer_tokens) if limits else 0,
        answers=answers,
        beforehand={"image": answers, "request": 1} if kind == "image" else {"request": 1},
        body=body,
    )


def read_form(kind: Kind, content: bytes, content_type: str) -> Ask:
    """Read a multipart body; it is passed on as it came, so each name may occur once."""
    fields, size = _fields(content, content_type)
    if len(fields.get("model", [])) != 1:
        raise Invalid("model", "must be given once")
    seconds = -(-size // _AUDIO_BYTES_PER_SECOND)
    return Ask(
        kind=kind,
        model=_model(fields["model"][0]),
        beforehand={"audio_second": min(seconds, COUNT_LIMIT), "request": 1},
        content=content,
    )


def estimate_prompt(body: Mapping[str, Any]) -> int:
    """Characters / 4, also of tool descriptions; 4 per message, 1000 per image."""
    items = [item for name in ("messages", "input") for item in _dicts(body.get(name))]
    parts = [part for item in items for part in _dicts(item.get("content"))]
    images = sum("image" in str(part.get("type")) for part in parts)
    try:
        tools = len(json.dumps(body["tools"])) if body.get("tools") else 0
    except RecursionError:
        raise Malformed("The request body is nested too deeply") from None
    texts = ("messages", "input", "prompt", "instructions")
    chars = tools + sum(letters(body.get(name)) for name in texts)
    fixed = _TOKENS_PER_MESSAGE * len(items) + _TOKENS_PER_IMAGE * images
    return -(-chars // CHARS_PER_TOKEN) + fixed


def letters(value: object) -> int:
    """Characters of text, thought and tool calls; a token that comes as a number is four."""
    found, waiting = 0, [value]
    while waiting:  # and no recursion: how deep it goes is not ours to say
        inner = waiting.pop()
        if isinstance(inner, str):
            found += len(inner)
        elif isinstance(inner, list):
            found += sum(CHARS_PER_TOKEN for item in inner if type(item) is int)
            waiting += inner
        elif isinstance(inner, dict):
            waiting += [part for name, part in inner.items() if name in _SPOKEN]
    return found


def count(value: object) -> int:
    """A whole number from 0 to 2^31-1; anything else, as -1 or "9", is no count."""
    return value if type(value) is int and 0 <= value <= COUNT_LIMIT else 0


def _dicts(value: object) -> Iterator[Json]:
    items = value if isinstance(value, list) else ()
    return (item for item in items if isinstance(item, dict))


def _answers(kind: Kind, body: Json) -> int:
    """How many answers are made at once: `n`, `best_of`, and one for each prompt of a batch."""
    if kind not in {"chat", "completion", "image"}:
        return 1
    wanted = max(count(body.get("n")), count(body.get("best_of")), 1)
    prompts = body.get("prompt")
    if kind == "completion" and isinstance(prompts, list):
        wanted *= max(sum(type(prompt) is not int for prompt in prompts), 1)
    if wanted > _ANSWERS_MAX:
        raise Invalid("n", f"at most {_ANSWERS_MAX} answers at once")
    return wanted


def _model(value: object) -> str:
    # What cannot be printed, as NUL or half a character, could not be stored either.
    if (
        not isinstance(value, str)
        or not value.isprintable()
        or not 0 < len(value) <= _MODEL_LENGTH_MAX
    ):
        raise Invalid("model", "must be the id of a model")
    return value


def _object(content: bytes) -> Json:
    try:
        body = json.loads(content, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Malformed("The request body is not JSON") from None
    if not isinstance(body, dict):
        raise Malformed("The request body is not a JSON object")
    return body


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


class _Form:
    """Collects the small fields of a multipart body, and the size of its files."""

    def __init__(self) -> None:
        self.fields: dict[str, list[str]] = {}
        self.size = 0
        self._name = b""
        self._value = b""
        self._options: dict[bytes, bytes] = {}

    def part_begin(self) -> None:
        self._name, self._value, self._options = b"", b"", {}

    def header_field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            _, self._options = parse_options_header(self._value)
        self._name = self._value = b""

    def part_data(self, data: bytes, start: int, end: int) -> None:
        if b"filename" in self._options:
            self.size += end - start
        elif len(self._value) + end - start <= _FIELD_BYTES_MAX:
            self._value += data[start:end]

    def part_end(self) -> None:
        name = self._options.get(b"name", b"").decode("utf-8", "replace")
        self.fields.setdefault(name, []).append(self._value.decode("utf-8", "replace"))


def _fields(content: bytes, content_type: str) -> tuple[dict[str, list[str]], int]:
    kind, options = parse_options_header(content_type)
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise Malformed("The request body is not multipart/form-data")
    form = _Form()
    parser = MultipartParser(
        options[b"boundary"],
        {
            "on_part_begin": form.part_begin,
            "on_part_data": form.part_data,
            "on_part_end": form.part_end,
            "on_header_field": form.header_field,
            "on_header_value": form.header_value,
            "on_header_end": form.header_end,
        },
    )
    try:
        parser.write(content)
        parser.finalize()
    except ValueError:
        raise Malformed("The request body is not multipart/form-data") from None
    return form.fields, form.size
