"""JSON that keeps every digit: decimals travel as JSON numbers and come back as Decimal."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

import msgspec
from pydantic import BaseModel


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump()
    raise NotImplementedError(f"cannot write {type(value).__name__} as JSON")


_encoder = msgspec.json.Encoder(decimal_format="number", enc_hook=_plain)
encode = _encoder.encode


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def decode(data: bytes | str) -> Any:
    """Parse JSON with fractions as Decimal; ValueError on NaN, Infinity or broken text."""
    # By itself json guesses UTF-16, in which `refuse_unstorable` finds nothing, and lets halves of
    # characters pass.
    text = data if isinstance(data, str) else data.decode("utf-8-sig")
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except InvalidOperation:
        raise ValueError("a number is too long") from None


def refuse_unstorable(body: bytes) -> None:
    """ValueError for escapes that no text column can hold: NUL and lone surrogates."""
    if b"\\" not in body:
        return
    lowered = body.lower()
    if b"\\u0000" in lowered:
        raise ValueError("text must not contain the NUL character")
    if b"\\ud" in lowered:
        try:
            json.dumps(json.loads(body), ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("text must not contain lone surrogates") from None
