"""Fields of JSON that was written elsewhere: each is of its kind, and cleaned, or it is refused by name."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from probreader.domain.clean import clean_line, clean_text
from probreader.errors import MarksError
from probreader.library.marks.clock import LATEST
from probreader.library.marks.state import Register

T = TypeVar("T")
Parse = Callable[[object], T]
"""Raises TypeError or ValueError, whose text goes on with “its field is”."""


def values_of(found: Mapping[str, object], **parsers: Parse[Any]) -> list[Any]:
    """The values of exactly these fields, and of ``mark``."""
    unknown = sorted(found.keys() - parsers.keys() - {"mark"})
    if unknown:
        raise MarksError(f"it has a field “{clean_line(unknown[0])}” that this probreader does not know; upgrade it")
    values = []
    for name, parse in parsers.items():
        if name not in found:
            raise MarksError(f"its field “{name}” is missing")
        try:
            values.append(parse(found[name]))
        except (TypeError, ValueError) as error:
            raise MarksError(f"its field “{name}” is {error}") from None
    return values


def text(value: object) -> str:
    """Text, cleaned."""
    if not isinstance(value, str):
        raise TypeError("no text")
    return clean_text(value)


def words(value: object) -> str:
    """Text, cleaned, on one line; an entry's id, which may be empty."""
    return clean_line(text(value))


def id_of(value: object) -> str:
    """An id, which may not be empty."""
    found = words(value)
    if not found:
        raise ValueError("empty")
    return found


def or_none(parse: Parse[T]) -> Parse[T | None]:
    """What ``parse`` reads, or nothing."""
    return lambda value: None if value is None else parse(value)


def list_of(parse: Parse[T]) -> Parse[list[T]]:
    """A list of what ``parse`` reads."""

    def parse_list(value: object) -> list[T]:
        if not isinstance(value, list):
            raise TypeError("no list")
        return [parse(item) for item in value]

    return parse_list


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def number(value: object, least: int, most: int) -> int:
    """A whole number in these bounds."""
    # A bool is an int to Python, but not to JSON.
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    if not least <= value <= most:
        raise ValueError("out of bounds")
    return value


def tick(value: object) -> int:
    """A tick of the clock of marks."""
    return number(value, 0, LATEST)


def register(parse: Parse[T]) -> Parse[Register[T]]:
    """A list of what ``parse`` reads, and a tick."""

    def parse_register(value: object) -> Register[T]:
        if not isinstance(value, list) or len(value) != 2:
            raise TypeError("no value with its tick")
        return Register(parse(value[0]), tick(value[1]))

    return parse_register


def object_of(value: object) -> Mapping[str, object]:
    """An object."""
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value
