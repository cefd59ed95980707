"""JSON-LD: the objects that a page's scripts tell machines."""

import json
from collections.abc import Iterator

from probreader.domain.post import Problem
from probreader.sources.html.dom import Element
from probreader.sources.html.schema import Node

_OPENINGS = ("//", "/*", "*/", "<![CDATA[", "<!--", ";")
_CLOSINGS = ("//", "/*", "*/", "]]>", "-->", ";")
_MOST_MARKS = 4
_LONGEST_NUMBER = 18
"""Digits; a longer number is kept as it is written."""


def read_json_ld(root: Element) -> tuple[list[Node], list[Problem]]:
    """All objects of the page in their order, those inside others behind them, and what could not be read."""
    found: list[Node] = []
    problems = []
    for number, script in enumerate(root.select('script[type="application/ld+json"]'), 1):
        try:
            value = json.loads(_unwrapped(script.text()), strict=False, parse_int=_number)
        except (ValueError, RecursionError) as error:
            problems.append(_unreadable(number, error))
            continue
        found.extend(_objects(value))
    return found, problems


def _unwrapped(text: str) -> str:
    """``text`` without the comment or CDATA marks that old pages put around a script."""
    text = text.strip()
    for _ in range(_MOST_MARKS):
        text = text.removeprefix(next((mark for mark in _OPENINGS if text.startswith(mark)), "")).lstrip()
        text = text.removesuffix(next((mark for mark in _CLOSINGS if text.endswith(mark)), "")).rstrip()
    return text


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _objects(value: object) -> Iterator[Node]:
    """Every object at the top, in lists and in ``@graph``; what stands inside them is reached through them."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(reversed(each))
        elif isinstance(each, dict):
            graph = each.get("@graph")
            if graph is not None:
                waiting.append(graph)
            if len(each) > ("@graph" in each) + ("@context" in each):
                yield each


def _unreadable(number: int, error: ValueError | RecursionError) -> Problem:
    if isinstance(error, RecursionError):
        reason = "it nests too deep"
    elif isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg} in its line {error.lineno}"
    else:
        reason = "it is no JSON"
    message = f"The page's JSON-LD script number {number} cannot be read: {reason}. The rest of the page was read."
    return Problem("json-ld-unreadable", message)
