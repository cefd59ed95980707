"""Bytes to clean text. The ladder: byte order mark, UTF-8, what the source declares, windows-1252.

Sources are often mixed: UTF-8 into which a paste or an import has put single bytes of windows-1252. Those bytes are
read as such, so that no word is lost, and a problem tells where.
"""

import codecs
from dataclasses import dataclass

from probreader.domain.clean import MARK, clean_line, clean_text, is_clean
from probreader.domain.post import Problem
from probreader.sources.charsets import codec_of, declared_encoding

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
_SHORTEST_UTF_16 = 8
_LOOKED_AT = 4096
"""Bytes that show whether every other one is a NUL."""
_STRAY = "probreader-stray-windows-1252"
"""The name of the error handler that reads single bytes as windows-1252."""
# What windows-1252 often has right behind a letter, which then looks like the beginning of a longer character.
_CLOSING = b"\x85\x91\x92\x93\x94\x96\x97\xa0\xab\xbb"
# How UTF-8 begins its quotes and dashes.
_CURLY = b"\xe2"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text."""

    text: str | None
    """Cleaned; None when the bytes are not text."""
    problems: tuple[Problem, ...]


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """``data`` as text; ``name`` is what messages call the source.

    ``declared`` is the encoding that whoever sent the source named, such as an HTTP header or a form field; without
    it, what the head of an HTML or XML source says counts. Either is asked only when the bytes are not UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return _utf8(data, name, "utf-8") if encoding == "utf-8" else _wide(data, encoding, name)
    return _utf8(data, name, declared)


def _wide(data: bytes, encoding: str, name: str, *problems: Problem) -> Decoded:
    """``data`` in an encoding of two or four bytes a character."""
    try:
        return Decoded(clean_text(data.decode(encoding)), problems)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        damaged = _damaged(name, encoding.upper(), line)
        return Decoded(clean_text(data.decode(encoding, "replace")), (*problems, damaged))


def _utf8(data: bytes, name: str, declared: str | None) -> Decoded:
    # What is left is little, and tells all that is to be asked about the characters.
    others = data.translate(None, _PLAIN)
    if len(others) - len(others.translate(None, _NEVER_IN_TEXT)) > len(data) * _MOST_CONTROLS:
        return _with_controls(data, name)
    try:
        text = data.decode("utf-8")
        return Decoded(text if is_clean(others.decode("utf-8")) else clean_text(text), ())
    except UnicodeDecodeError as error:
        return _broken(data, name, declared or declared_encoding(data), error)


def _with_controls(data: bytes, name: str) -> Decoded:
    """``data`` that has too many controls for UTF-8: UTF-16 when every other byte is a NUL, else no text."""
    if encoding := _utf_16_of(data):
        message = (
            f"{name} was read as {encoding.upper()}, which it does not say it is. If it looks wrong, save it as UTF-8."
        )
        return _wide(data, encoding, name, Problem("encoding-guessed", message, 1))
    message = f"{name} is not text. Save the discussion as plain text in UTF-8 and read that file."
    return Decoded(None, (Problem("not-text", message, 1),))


def _utf_16_of(data: bytes) -> str | None:
    """Which UTF-16 ``data`` without a mark is in; Western text in it has a NUL in nearly every second byte."""
    head = data[:_LOOKED_AT]
    if len(head) < _SHORTEST_UTF_16:
        return None
    even, odd = (head[start::2].count(0) / (len(head) // 2) for start in (0, 1))
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def _broken(data: bytes, name: str, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    """``data`` that is not UTF-8 from ``error.start`` on."""
    line = data.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data" and error.start:
        message = f"{name} ends in the middle of a character: it is cut off. Save it again to have the rest."
        return Decoded(clean_text(data[: error.start].decode("utf-8")), (Problem("cut-off", message, line),))
    bad, sound = _characters(data)
    # Damaged UTF-8 still has more sound characters than bad ones; in any other encoding hardly one is sound.
    if sound > bad:
        return _mixed(data, name, line, bad)
    return _declared(data, name, declared, line)


def _characters(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII of ``data`` are not UTF-8, and how many are."""
    text = data.decode("utf-8", "replace")
    bad = text.count(MARK)
    return bad, len(text) - (len(data) - len(data.translate(None, _ASCII))) - bad


def _mixed(data: bytes, name: str, line: int, bad: int) -> Decoded:
    text = data.decode("utf-8", _STRAY)
    marks = text.count(MARK) - data.count(MARK.encode())
    problems = [_damaged(name, "UTF-8", line)] if marks else []
    if bad > marks:
        places = "one place" if bad - marks == 1 else f"{bad - marks} places"
        message = f"{name} is UTF-8 but for {places}, read as windows-1252. If letters look wrong there, save it again."
        problems.append(Problem("mixed-encodings", message, line))
    return Decoded(clean_text(text), tuple(problems))


def _declared(data: bytes, name: str, declared: str | None, line: int) -> Decoded:
    """``data`` that is not UTF-8, in the encoding it declares or else in windows-1252."""
    codec = codec_of(declared) if declared else None
    if codec not in (None, "utf-8"):
        try:
            return Decoded(clean_text(data.decode(codec)), ())
        except UnicodeDecodeError:
            why = f"says that it is {clean_line(declared or '')}, which it is not,"
    else:
        why = "is not UTF-8"
    message = f"{name} {why} and was read as windows-1252. If letters look wrong, save it as UTF-8."
    text = clean_text(data.decode("windows-1252", "replace"))
    return Decoded(text, (Problem("encoding-guessed", message, line),))


def _damaged(name: str, encoding: str, line: int) -> Problem:
    message = f"{name} has bytes that are not {encoding}; a mark stands in their place. Save it again to have them."
    return Problem("damaged-characters", message, line)


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8 as windows-1252; the beginning of a character that was cut is lost, and marked."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    is_text = len(stray) == 1 or (len(stray) == 2 and stray[1] in _CLOSING and not stray.startswith(_CURLY))
    return (stray.decode("windows-1252", "replace") if is_text else MARK), error.end


codecs.register_error(_STRAY, _read_stray)
