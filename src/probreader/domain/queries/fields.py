"""What the values of fields mean: ``author:ann``, ``is:unread``, ``after:2021-02``, ``depth:>1``."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from probreader.domain.clean import clean_line
from probreader.domain.queries.nodes import Dated, Depth, Field, Has, Holding, In, Is, Kind, Node, State, When, Words
from probreader.domain.queries.scanning import GROUPS, in_word

_Choice = TypeVar("_Choice", bound=StrEnum)

_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DEPTH = re.compile("([<>]=?|=?)([0-9]{1,9})")

_EXAMPLES = {
    Field.AUTHOR: 'author:ann or author:"ann other"',
    Field.LABEL: 'label:news or label:"local news"',
    Field.TITLE: 'title:spring or title:"spring fair"',
}


class ValueFaultError(Exception):
    """The value means nothing to its field; the message says what would. Never leaves this package."""


def words_of(text: str, field: Field, *, prefix: bool) -> Words | None:
    """The words that stand in ``text``; None when there is nothing in it but punctuation."""
    clean = clean_line(text)
    return Words(clean, field, prefix) if any(map(in_word, clean)) else None


def field_node(name: str, value: str, *, prefix: bool) -> Node:
    """What ``name:value`` means; ``prefix`` tells that the last word of the value may go on.

    Raises:
        ValueFaultError: nothing.
    """
    if value.startswith("("):
        groups = " and ".join(f"{group}:" for group in sorted(GROUPS))
        raise ValueFaultError(f"Only {groups} go before parentheses; {name}: goes inside, before each word.")
    if name in list(Field):
        return _words(Field(name), value, prefix=prefix)
    return _VALUES[name](value)


def missing_value(name: str) -> str:
    """What to say when nothing follows ``name:``."""
    if name in GROUPS:
        return f"Put what is to match in parentheses right behind it, as in {name}:(words author:ann)."
    try:
        field_node(name, "", prefix=False)
    except ValueFaultError as error:
        return str(error)
    raise AssertionError(name)


def _words(field: Field, value: str, *, prefix: bool) -> Words:
    words = words_of(value, field, prefix=prefix)
    if words is None:
        raise ValueFaultError(f"Put a word right behind {field.value}:, as in {_EXAMPLES[field]}.")
    return words


def _choice(name: str, choices: type[_Choice], value: str) -> _Choice:
    if value.lower() not in list(choices):
        *most, last = choices
        listed = f"{', '.join(most)} or {last}"
        raise ValueFaultError(f"{name}: goes with {listed}, as in {name}:{last}.")
    return choices(value.lower())


def _dated(when: When, value: str) -> Dated:
    found = _DATE.fullmatch(value)
    if found is None:
        raise ValueFaultError(
            f"{when.value}: goes with a year, a month or a day, as in {when.value}:2021, {when.value}:2021-02 or "
            f"{when.value}:2021-02-25."
        )
    year, month, day = found.groups(default="1")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        raise ValueFaultError(f"There is no such date as {value}.") from None
    return Dated(when, value)


def _depth(value: str) -> Depth:
    found = _DEPTH.fullmatch(value)
    if found is None:
        raise ValueFaultError("depth: goes with a number, as in depth:1, depth:>2 or depth:<=3.")
    return Depth(found[1] or "=", int(found[2]))


_VALUES: Mapping[str, Callable[[str], Node]] = {
    "in": lambda value: In(_choice("in", Kind, value)),
    "is": lambda value: Is(_choice("is", State, value)),
    "has": lambda value: Has(_choice("has", Holding, value)),
    "after": lambda value: _dated(When.AFTER, value),
    "before": lambda value: _dated(When.BEFORE, value),
    "on": lambda value: _dated(When.ON, value),
    "depth": _depth,
}
