"""What the first bytes of a file say that it is: an archive, or plainly nothing to read."""

import re
from enum import StrEnum

HEAD = 64 * 1024
"""Bytes that are looked at."""


class Packing(StrEnum):
    """What has other files in it."""

    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"


_PACKED = (
    (b"PK\x03\x04", Packing.ZIP),
    (b"PK\x05\x06", Packing.ZIP),
    (b"\x1f\x8b\x08", Packing.GZIP),
    (b"BZh", Packing.BZIP2),
    (b"\xfd7zXZ\x00", Packing.XZ),
)
_TAR_MARK = slice(257, 262)

_IMAGES = b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"BM", b"\0\0\1\0", b"II*\0", b"MM\0*", b"8BPS", b"<svg", b"RIFF"
_MEDIA = b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"FLV\1", b"\0\0\1\xba", b"FORM", b"MThd"
_FONTS = b"wOFF", b"wOF2", b"OTTO", b"\0\1\0\0", b"true", b"ttcf"
_PROGRAMS = (
    b"\x7fELF",
    b"MZ",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"#!",
    b"\0asm",
    b"%PDF",
    b"%!PS",
    b"SQLite format 3\0",
)
_NEVER = (*_IMAGES, *_MEDIA, *_FONTS, *_PROGRAMS)
# A style sheet or a script, told by how it begins; what begins a sentence begins none of them.
_CODE = re.compile(
    rb"""\s*(?:/\*|//\s?[<@=]|@(?:charset|import|media|font-face)\b|["']use\sstrict["']
    |[!(+;]?\s?function\s?[\w$]{0,60}\(|\(\(?\)?\s?=>|(?:var|let|const)\s[\w$]{1,60}\s?=|window\.[\w$.]{1,80}\s?[=(]|if\s?\(
    |[.\#*]?[\w-]{1,60}(?:[\s,>:.\#*]{1,3}[\w-]{1,60}){0,6}\s?\{\s{0,9}[\w-]{1,40}\s?:)""",
    re.VERBOSE,
)
_WIDE = b"\xff\xfe", b"\xfe\xff"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def packing_of(head: bytes) -> Packing | None:
    """The kind of archive that begins with ``head``; None for none."""
    for mark, packing in _PACKED:
        if head.startswith(mark):
            return packing
    return Packing.TAR if head[_TAR_MARK] == b"ustar" else None


def is_plainly_no_source(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is an image, a font, a program or a script."""
    if head.startswith(_NEVER):
        return True
    if head.startswith(_WIDE):
        return False
    binary = len(head) - len(head.translate(None, _CONTROLS))
    return binary > len(head) / 100 or _CODE.match(head[:2048]) is not None
