"""The bytes of an XML source as text, piece by piece.

Byte order mark first, then the encoding that the XML declaration names, then UTF-8. Bytes that are not UTF-8 in a
source that should be are read as windows-1252, which is what they are in practice, with a problem.
"""

import codecs
import re
from collections.abc import Iterable, Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Problem

# UTF-32 stands before UTF-16: its little-endian mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml\s[^<>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._:-]{0,40})[\"']")
# Python knows codecs that are no character sets; only these families are.
_CHARACTER_SETS = re.compile(
    "(utf_?8|us_?ascii|ascii|latin|iso8859|iso_?2022|windows|cp[0-9]|koi8|shift_?ji|sjis|euc|gb|big5|hz|johab|mac|tis)",
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# ISO 8859-1 has controls where windows-1252 has letters; nobody means the controls.
_MEANT = {"iso8859-1": "windows-1252", "latin_1": "windows-1252", "ascii": "utf-8"}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_TO_WINDOWS = "probreader-windows-1252"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NONCHARACTERS = ("\ufffe", "\uffff")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


codecs.register_error(_TO_WINDOWS, _as_windows)


def texts(pieces: Iterable[bytes], name: str, problems: list[Problem]) -> Iterator[str]:
    """The text of ``pieces``, without the characters that XML 1.0 forbids; ``name`` is what messages call it."""
    source = iter(pieces)
    first = next(source, b"")
    mark, encoding = _marked(first)
    first = first[len(mark) :]
    if not encoding:
        encoding = _declared(first, name, problems)
    if encoding == "utf-8":
        yield from _utf8(first, source, name, problems)
    else:
        yield from _others(first, source, encoding, name, problems)


def _marked(first: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return (mark if b"<" not in mark else b""), encoding
    return b"", ""


def _declared(first: bytes, name: str, problems: list[Problem]) -> str:
    declared = _DECLARED.match(first[:1024].lstrip())
    if declared is None:
        return "utf-8"
    word = declared[1].decode("ascii").lower()
    try:
        known = codecs.lookup(word).name
    except LookupError:
        known = ""
    if _CHARACTER_SETS.match(known.replace("-", "_")):
        return _MEANT.get(known, known)
    if not known.startswith(("utf-16", "utf-32")):
        message = f"{name} names an unknown encoding (“{clean_line(word)}”) and was read as UTF-8."
        problems.append(Problem("encoding-unknown", message, 1))
    return "utf-8"


def _utf8(first: bytes, source: Iterator[bytes], name: str, problems: list[Problem]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    told = False
    line = 1
    piece: bytes | None = first
    while piece is not None:
        following = next(source, None)
        piece = piece.translate(None, _CONTROLS)
        try:
            text = decoder.decode(piece, following is None)
        except UnicodeDecodeError as error:
            cut_off = following is None and error.reason == "unexpected end of data"
            decoder.errors = "ignore" if cut_off else _TO_WINDOWS
            text = decoder.decode(piece, following is None)
            decoder.errors = "strict"
            if not told and not cut_off:
                told = True
                at = line + error.object.count(b"\n", 0, error.start)
                message = f"{name} has bytes that are not UTF-8; they were read as windows-1252."
                problems.append(Problem("encoding-guessed", message, at))
        line += piece.count(b"\n")
        for character in _NONCHARACTERS:
            if character in text:
                text = text.replace(character, "")
        yield text
        piece = following


def _others(first: bytes, source: Iterator[bytes], encoding: str, name: str, problems: list[Problem]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    told = False
    piece: bytes | None = first
    while piece is not None:
        following = next(source, None)
        text = decoder.decode(piece, following is None)
        if not told and "\N{REPLACEMENT CHARACTER}" in text:
            told = True
            shown = encoding.upper()
            message = (
                f"{name} has bytes that are not {shown}; a mark stands in their place. Save it again to have them."
            )
            problems.append(Problem("damaged-characters", message))
        yield _FORBIDDEN.sub("", text)
        piece = following
