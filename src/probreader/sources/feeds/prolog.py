"""What stands before the root element of an XML source, which the parser never sees."""

import re

from probreader.domain.post import Problem

LONGEST_PROLOG = 4 * 1024 * 1024
"""Characters before the root element."""

_ROOT = re.compile(r"<[A-Za-z_][^\s<>/]{0,200}")
_PREFIX = re.compile(r"</?([A-Za-z_][A-Za-z0-9_.-]{0,60}):")
_DECLARED = re.compile(r"\sxmlns:([A-Za-z_][A-Za-z0-9_.-]{0,60})\s*=")
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


class Prolog:
    """What stands before the root element: left out, so that line numbers stay right."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self._name = name
        self._problems = problems
        self._text = ""
        self._at = 0
        self.refused = False
        """Whether there is no root element within reach."""

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
    declared = set(_DECLARED.findall(tag))
    used = dict.fromkeys(_PREFIX.findall(text[: 64 * 1024]))
    prefixes = {prefix: f"urn:undeclared:{prefix}" for prefix in used} | _KNOWN_PREFIXES
    return "".join(
        f' xmlns:{prefix}="{address}"'
        for prefix, address in prefixes.items()
        if prefix not in declared and not prefix.lower().startswith("xml")
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
