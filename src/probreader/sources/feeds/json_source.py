"""JSON read whole and carefully; forms of JSON that are told by what they hold."""

import json
import re
from collections.abc import Iterable
from typing import TypeGuard

from probreader.domain.post import Problem
from probreader.sources.feeds.decoding import texts

Object = dict[str, "Value"]
Value = str | int | float | bool | None | list["Value"] | Object

_CALLBACK = re.compile(
    r"\A\s{0,20}(?://[^\n]{0,200}\n\s{0,20})?(?:try\s{0,9}\{\s{0,9})?[A-Za-z_$][A-Za-z0-9_$.]{0,200}\("
)
_LONGEST_NUMBER = 100


def read_json(pieces: Iterable[bytes], name: str, problems: list[Problem]) -> Value:
    """The value that ``pieces`` hold, out of the call of a function where there is one; None with a problem else."""
    text = "".join(texts(pieces, name, problems))
    start = 0
    if called := _CALLBACK.match(text):
        start = called.end()
    start += len(text[start : start + 1000]) - len(text[start : start + 1000].lstrip())
    try:
        value, _ = json.JSONDecoder(parse_int=_number, parse_float=_fraction, strict=False).raw_decode(text, start)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        message = f"{name} is cut off or damaged at {where} ({error.msg}); JSON cannot be read in part. Save it again."
        problems.append(Problem("damaged-json", message, error.lineno))
        return None
    except RecursionError:
        problems.append(Problem("too-deep", f"{name} nests values deeper than any feed does; it was not read.", 1))
        return None
    result: Value = value
    return result


def is_object(value: object) -> TypeGuard[Object]:
    """Whether ``value`` is a JSON object."""
    return isinstance(value, dict)


def objects(value: object) -> list[Object]:
    """The objects in the array ``value``; none when it is no array."""
    return [item for item in value if is_object(item)] if isinstance(value, list) else []


def words(value: object) -> str:
    """``value`` when it is a string or a number, else the empty string."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else 0


def _fraction(digits: str) -> float:
    return float(digits)
