"""What sloppy writers put into XML made harmless before a strict parser sees it.

Undefined entities (``&nbsp;``), bare ampersands, references to characters that XML forbids, undeclared prefixes and
document type declarations are common in real feeds. The parser never sees a document type declaration, so there are
no entities that could be expanded.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from html.entities import html5

from probreader.domain.post import Problem

LONGEST_PROLOG = 4 * 1024 * 1024
"""Characters before the root element."""
LONGEST_TAG = 8 * 1024 * 1024
"""Characters between ``<`` and ``>``; the parser's time grows with their square."""

_CDATA = "<![CDATA["
_CDATA_END = "]]>"
_LONGEST_TAIL = 1024
_HALF = re.compile(r"(?:&#[xX]?[0-9a-fA-F]{1,8};){0,60}&[^;&<>\s]{0,47}\Z|(?:&#[xX]?[0-9a-fA-F]{1,8};){1,60}\Z")
_REFERENCE = re.compile(
    "&(?!(?:lt|gt|amp|quot|apos|#39);)(?:"
    "#(?P<high>5[56][0-9]{3});&#(?P<low>5[67][0-9]{3});|#(?P<decimal>[0-9]{1,8});|"
    "#[xX](?P<xhigh>[dD][89abAB][0-9a-fA-F]{2});&#[xX](?P<xlow>[dD][c-fC-F][0-9a-fA-F]{2});|"
    "#[xX](?P<hexadecimal>[0-9a-fA-F]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{0,40});)?"
)
_WINDOWS = {
    code: bytes((code,)).decode("windows-1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_ROOT = re.compile(r"<[A-Za-z_][^\s<>/]{0,200}")
_PREFIX = re.compile(r"</?([A-Za-z_][A-Za-z0-9_.-]{0,60}):")
_KNOWN_PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "thr": "http://purl.org/syndication/thread/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "wp": "http://wordpress.org/export/1.2/",
    "dsq": "http://disqus.com/disqus-internals",
    "blogger": "http://schemas.google.com/blogger/2018",
    "gd": "http://schemas.google.com/g/2005",
    "app": "http://www.w3.org/2007/app",
    "openSearch": "http://a9.com/-/spec/opensearch/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "media": "http://search.yahoo.com/mrss/",
    "georss": "http://www.georss.org/georss",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def well_formed(texts: Iterable[str], name: str, problems: list[Problem]) -> Iterator[str]:
    """``texts`` as a strict parser takes them; nothing when there is no root element within reach."""
    source = iter(texts)
    prolog = _Prolog(name, problems)
    for text in source:
        if (rest := prolog.feed(text)) is not None:
            mender = Mender()
            yield mender.feed(rest)
            for further in source:
                yield mender.feed(further)
            yield mender.rest()
            return
        if prolog.refused:
            return


class Mender:
    """Mends references outside of CDATA sections, across the borders of pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._inside = False

    def feed(self, text: str) -> str:
        """As much of the text so far as can be told, mended."""
        text = self._held + text
        tail = _tail(text)
        parts: list[str] = []
        done = at = 0
        while (match := _REFERENCE.search(text, at)) and match.start() < tail:
            if _is_inside(text, at, match.start(), self._inside):
                end = text.find(_CDATA_END, match.start())
                self._inside = end < 0
                at = len(text) if end < 0 else end + len(_CDATA_END)
            else:
                self._inside = False
                parts += text[done : match.start()], _reference(match)
                done = at = match.end()
        self._inside = _is_inside(text, at, len(text), self._inside)
        hold = max(done, len(text) - len(_CDATA_END) + 1) if self._inside else tail
        parts.append(text[done:hold])
        self._held = text[hold:]
        return "".join(parts)

    def rest(self) -> str:
        """What was held back, when no more text follows."""
        held, self._held = self._held, ""
        return held if self._inside else _REFERENCE.sub(_reference, held)


def _is_inside(text: str, start: int, end: int, before: bool) -> bool:
    """Whether a CDATA section is open at ``end``, when ``before`` tells that of ``start``."""
    opened, closed = text.rfind(_CDATA, start, end), text.rfind(_CDATA_END, start, end)
    return before if opened == closed else opened > closed


def _tail(text: str) -> int:
    """Where the text ends that no further text can change: before what may be half a reference or ``<![CDATA[``.

    References at the very end wait, too: two of them may be the halves of one character.
    """
    end = len(text)
    offset = max(0, end - _LONGEST_TAIL)
    if half := _HALF.search(text, offset):
        return half.start()
    start = text.rfind("<", max(0, end - len(_CDATA)))
    return start if start >= 0 and _CDATA.startswith(text[start:]) else end


def _reference(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind is None:
        return "&amp;"
    if kind == "name":
        characters = html5.get(match["name"] + ";")
        return f"&amp;{match['name']};" if characters is None else _escaped(characters)
    if kind in ("low", "xlow"):
        base = 10 if kind == "low" else 16
        high = int(match["high" if kind == "low" else "xhigh"], base) - 0xD800
        return _character(0x10000 + (high << 10) + int(match[kind], base) - 0xDC00)
    return _character(int(match[kind], 10 if kind == "decimal" else 16))


def _character(code: int) -> str:
    if code in _WINDOWS:
        return _WINDOWS[code]
    if code < 0x20 and code not in (9, 10, 13):
        return ""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return "\N{REPLACEMENT CHARACTER}"
    return f"&#{code};"


def _escaped(characters: str) -> str:
    return escape(characters, quote=True)


class _Prolog:
    """What stands before the root element: left out, so that line numbers stay right."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self._name = name
        self._problems = problems
        self._text = ""
        self._at = 0
        self.refused = False

    def feed(self, text: str) -> str | None:
        """The source from its root element on, the lines before it kept empty; None while it is not reached."""
        self._text += text
        while (opening := self._text.find("<", self._at)) >= 0:
            end = self._end(opening)
            if end is None:
                break
            if end == opening:
                return self._from_root(opening)
            self._at = end
        if len(self._text) > LONGEST_PROLOG:
            self.refused = True
            message = f"{self._name} has no root element within its first {LONGEST_PROLOG:,} characters; it is no feed."
            self._problems.append(Problem("not-a-discussion", message, 1))
        return None

    def _end(self, opening: int) -> int | None:
        """The end of what opens at ``opening``; the same index for the root element, None when more is needed."""
        text = self._text
        if _ROOT.match(text, opening):
            return opening if _tag_end(text, opening) is not None else None
        if text.startswith("<!--", opening):
            return _after(text, "-->", opening + 4)
        if text.startswith("<?", opening):
            return _after(text, "?>", opening + 2)
        if text[opening : opening + 9].upper() == "<!DOCTYPE":
            return self._doctype(opening)
        return opening + 1 if len(text) - opening > len("<!DOCTYPE") else None

    def _doctype(self, opening: int) -> int | None:
        end = _doctype_end(self._text, opening)
        if end is not None and "[" in self._text[opening:end]:
            line = self._text.count("\n", 0, opening) + 1
            message = f"{self._name} declares entities of its own; they are not expanded and stand as they are written."
            self._problems.append(Problem("doctype-refused", message, line))
        return end

    def _from_root(self, opening: int) -> str:
        text = self._text
        lines = "\n" * text.count("\n", 0, opening)
        name = _ROOT.match(text, opening)
        after_name = name.end() if name else opening
        tag = text[opening : _tag_end(text, opening)]
        return lines + text[opening:after_name] + _declarations(tag, text) + text[after_name:]


def _declarations(tag: str, text: str) -> str:
    """Declarations of the prefixes that the root ``tag`` does not declare: those usual in feeds, and those in use."""
    used = dict.fromkeys(_PREFIX.findall(text[: 64 * 1024]))
    prefixes = {prefix: f"urn:undeclared:{prefix}" for prefix in used} | _KNOWN_PREFIXES
    return "".join(
        f' xmlns:{prefix}="{address}"'
        for prefix, address in prefixes.items()
        if f"xmlns:{prefix}=" not in tag and f"xmlns:{prefix} " not in tag and not prefix.lower().startswith("xml")
    )


def tag_at(text: str, at: int) -> str:
    """The whole tag that begins at ``at``; empty when none does."""
    end = _tag_end(text, at)
    return text[at:end] if end is not None else ""


def _after(text: str, end: str, start: int) -> int | None:
    at = text.find(end, start)
    return None if at < 0 else at + len(end)


def _tag_end(text: str, opening: int) -> int | None:
    """The index after the ``>`` that closes the tag at ``opening``; None when it is not there."""
    match = _TAG.match(text, opening)
    return match.end() if match else None


_TAG = re.compile("<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_DOCTYPE_PART = re.compile("[^\"'<>\\[\\]]+|\"[^\"]*\"|'[^']*'|<!--|<\\?|[<>\\[\\]]")


def _doctype_end(text: str, opening: int) -> int | None:
    """The index after the document type declaration at ``opening``, its internal subset included."""
    depth = 0
    inside = False
    at: int | None = opening
    while at is not None and (match := _DOCTYPE_PART.match(text, at)):
        at = match.end()
        match match.group():
            case "<!--":
                at = _after(text, "-->", at)
            case "<?":
                at = _after(text, "?>", at)
            case "[" | "]" as bracket:
                inside = bracket == "["
            case "<":
                depth += 1
            case ">":
                depth -= 1
                if depth <= 0 and not inside:
                    return at
    return None
