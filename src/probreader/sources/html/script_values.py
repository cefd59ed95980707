r"""Values that a page's script writes out: JSON, and what JavaScript allows beyond it (``'text'``, ``\x3c``)."""

import re
from collections.abc import Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""Numbers and the words ``true``, ``false`` and ``null`` are given as they are written."""

DEEPEST = 50
"""Lists and mappings in each other; a value that nests deeper is not read."""
_TOKEN = re.compile(
    r"""\s{0,99}+(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|([\w.+-]{1,100})|([\[\]{},:]))""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": ""}


def read_value(script: str, start: int) -> Value | None:
    """The list or mapping that is written out at ``script[start:]``; None when there is none, or no whole one."""
    stack: list[tuple[str, list[Value]]] = []
    while match := _TOKEN.match(script, start):
        start = match.end()
        double, single, word, sign = match.groups()
        if sign in ("[", "{"):
            if len(stack) >= DEEPEST:
                return None
            stack.append((sign, []))
        elif not stack:
            return None
        elif sign in ("]", "}"):
            value = _value(*stack.pop())
            if not stack:
                return value
            stack[-1][1].append(value)
        elif sign is None:
            stack[-1][1].append(word if word is not None else _plain(single if double is None else double))
    return None


def _value(opening: str, parts: list[Value]) -> Value:
    if opening == "[":
        return parts
    return {name: value for name, value in zip(parts[::2], parts[1::2], strict=False) if isinstance(name, str)}


def _plain(text: str) -> str:
    """``text`` with its escapes as the characters that they stand for."""
    if "\\" not in text:
        return text
    # A character beyond the first 65,536 is written as two escapes.
    return _ESCAPE.sub(_character, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _NAMED.get(match[3], match[3])
