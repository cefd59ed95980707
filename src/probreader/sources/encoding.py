"""Bytes to clean text: byte order marks, UTF-8, and windows-1252 for what is not UTF-8."""

import codecs
from dataclasses import dataclass

from probreader.domain.clean import clean_text, is_clean
from probreader.domain.post import Problem

# UTF-32 stands before UTF-16: its little-endian mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII = bytes(range(128))
_PLAIN = b"\n" + bytes(range(0x20, 0x7F))
# Line ends, tabs, and the escape that colours terminal output occur in text; the other controls do not.
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.01
"""The share of control bytes above which a source is not text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text."""

    text: str | None
    """Cleaned; None when the bytes are not text."""
    problems: tuple[Problem, ...]


def decode(data: bytes, name: str) -> Decoded:
    """``data`` as text; ``name`` is what messages call the source."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _utf8(data[len(mark) :], name) if encoding == "utf-8" else _marked(data[len(mark) :], encoding, name)
    return _utf8(data, name)


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(clean_text(data.decode(encoding)), ())
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        return Decoded(clean_text(data.decode(encoding, "replace")), (_damaged(name, encoding.upper(), line),))


def _utf8(data: bytes, name: str) -> Decoded:
    # What is left is little, and tells all that is to be asked about the characters.
    others = data.translate(None, _PLAIN)
    if len(others) - len(others.translate(None, _NEVER_IN_TEXT)) > len(data) * _MOST_CONTROLS:
        message = f"{name} is not text. Save the discussion as plain text in UTF-8 and read that file."
        return Decoded(None, (Problem("not-text", message, 1),))
    try:
        text = data.decode("utf-8")
        return Decoded(text if is_clean(others.decode("utf-8")) else clean_text(text), ())
    except UnicodeDecodeError as error:
        return _broken(data, name, error)


def _broken(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    """``data`` that is not UTF-8 from ``error.start`` on."""
    line = data.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data" and error.start:
        message = f"{name} ends in the middle of a character: it is cut off. Save it again to have the rest."
        return Decoded(clean_text(data[: error.start].decode("utf-8")), (Problem("cut-off", message, line),))
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(text) - (len(data) - len(data.translate(None, _ASCII)))
    # Damaged UTF-8 still has more sound characters than bad ones; in any other encoding hardly one is sound.
    if beyond_ascii - bad > bad:
        return Decoded(clean_text(text), (_damaged(name, "UTF-8", line),))
    message = f"{name} is not UTF-8 and was read as windows-1252. If letters look wrong, save it as UTF-8."
    text = clean_text(data.decode("windows-1252", "replace"))
    return Decoded(text, (Problem("encoding-guessed", message, line),))


def _damaged(name: str, encoding: str, line: int) -> Problem:
    message = f"{name} has bytes that are not {encoding}; a mark stands in their place. Save it again to have them."
    return Problem("damaged-characters", message, line)
