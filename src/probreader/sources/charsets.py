"""What a page or a feed says its encoding is, and what that name means."""

import codecs
import re

_HEAD = 4096
"""Bytes in which a declaration stands; browsers look at 1024."""
_NAME = rb"([A-Za-z0-9][A-Za-z0-9._:-]{0,39})"
_XML = re.compile(rb"\s{0,20}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']" + _NAME)
# Both <meta charset="..."> and <meta http-equiv="Content-Type" content="text/html; charset=...">.
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}" + _NAME, re.IGNORECASE)

# Names that pages use in another sense than their standards (https://encoding.spec.whatwg.org/#names-and-labels), and
# names that Python does not know.
_MEANT: dict[str, str] = {
    **dict.fromkeys(
        "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii ansi windows-1252 x-cp1252".split(),
        "cp1252",
    ),
    **dict.fromkeys("iso-8859-9 iso8859-9 latin5 l5".split(), "cp1254"),
    **dict.fromkeys("iso-8859-11 iso8859-11 tis-620 windows-874 dos-874".split(), "cp874"),
    **dict.fromkeys("gb2312 gb_2312-80 gbk x-gbk chinese csgb2312".split(), "gb18030"),
    **dict.fromkeys("big5 big5-hkscs cn-big5 csbig5 x-x-big5".split(), "big5hkscs"),
    **dict.fromkeys("shift_jis shift-jis sjis x-sjis ms_kanji windows-31j".split(), "cp932"),
    **dict.fromkeys("euc-kr ks_c_5601-1987 ksc5601 korean windows-949".split(), "cp949"),
    **dict.fromkeys("iso-8859-8-i logical".split(), "iso8859_8"),
    **dict.fromkeys("x-euc-jp".split(), "euc_jp"),
    **dict.fromkeys("x-mac-roman".split(), "mac_roman"),
    **dict.fromkeys("x-mac-cyrillic x-mac-ukrainian".split(), "mac_cyrillic"),
    # A declaration that was read byte by byte is in no encoding of two bytes.
    **dict.fromkeys("utf8 utf-16 utf-16le utf-16be ucs-2 unicode unicode-1-1-utf-8".split(), "utf-8"),
}
_REFUSED = frozenset(
    "utf-7 idna punycode unicode_escape raw_unicode_escape undefined mbcs oem hz iso2022_kr unicode-escape".split()
)
"""Codecs that are no encoding of a page, or that hide characters from whoever looks at the bytes."""


def declared_encoding(data: bytes) -> str | None:
    """The name that the XML declaration or a ``meta`` element at the head of ``data`` gives; None without one."""
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8)
    match = _XML.match(head) or (_META.search(head) if head.lstrip()[:1] == b"<" else None)
    return match[1].decode("ascii") if match else None


def codec_of(label: str) -> str | None:
    """Python's name for the encoding that pages mean by ``label``; None when it is no encoding of text."""
    label = label.strip().lower()
    if label in _MEANT:
        return _MEANT[label]
    try:
        name = codecs.lookup(label).name
        # Refuses codecs from bytes to bytes, such as hex and zlib.
        b" ".decode(name, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if name in _REFUSED or label in _REFUSED else name
