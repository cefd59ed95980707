"""How deep a page may nest and how much it may make of unclosed emphasis, told from its tags before it is parsed.

The tags are taken apart as the HTML standard's tokenizer does it, and an end tag closes what it closes there: an end
tag in a comment, in an attribute or behind a boundary hides nothing. What is counted is never less than what a parser
will build, but for elements that stand between two counted ones in small numbers (a row, a cell, a paragraph).
"""

import re
from enum import Enum, auto

DEEPEST = 1_000
"""Open elements above which a page nests deep."""
HEAVIEST = 1_000_000
"""Elements that unclosed emphasis may make; every tag behind ``<b>`` without an end may repeat it."""

_ATTRIBUTES = r"""(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+)*+"""
_RAW = "script|style|xmp|iframe|noembed|noframes|textarea|title"
_TOKEN = re.compile(
    rf"<!--(?:-?>|.*?(?:--!?>|\Z))|<({_RAW})(?=[\s/>]){_ATTRIBUTES}[\s/]*+>((?s:.)*?)(?=</\1[\s/>]|\Z)"
    rf"|<(/?[a-z][^\s/>]*+){_ATTRIBUTES}([\s/]*+)(?:>|\Z)|<[!?/][^>]*+",
    re.DOTALL,
)
# Elements without content, and those that the next of their kind closes: these nest only with counted ones between.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option tr td th thead tbody tfoot caption colgroup body head html".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_EMPHASIS = re.compile(rf"</?(?:{'|'.join(sorted(_FORMATTING))})(?=[\s/>]){_ATTRIBUTES}[\s/]*+(?:>|\Z)", re.IGNORECASE)
_FOREIGN = frozenset(("svg", "math"))
# An end tag does not reach beyond these, whatever it is called.
_WALLS = frozenset(
    "applet marquee object select table template foreignobject desc title annotation-xml mi mo mn ms mtext".split()
)
# The end tags of other elements do not reach beyond a block.
_BLOCKS = frozenset(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 header hgroup listing main menu nav ol pre search section summary ul".split()
)


class Extravagance(Enum):
    """What a page has too much of."""

    DEPTH = auto()
    EMPHASIS = auto()


def extravagance_of(text: str) -> Extravagance | None:
    """What the page ``text`` may have too much of; None when a parser will make little of it."""
    if text.count("<") <= DEEPEST:
        return None
    tags = _Tags()
    # The ordinary tags are dealt with here, and not in methods: a page has many thousands.
    opened, counts = tags.opened, tags.counts
    active = load = 0
    for raw, content, tag, slash in _TOKEN.findall(text.lower()):
        if not tag:
            if raw and tags.is_unclear(raw, content):
                return Extravagance.DEPTH
        elif tag[0] == "/":
            name = tag[1:]
            if active and name in _FORMATTING:
                active -= 1
            if opened and opened[-1] == name:
                counts[opened.pop()] -= 1
            elif counts.get(name):
                tags.close(name)
        elif (load := load + active) > HEAVIEST:
            return Extravagance.EMPHASIS
        elif not tags.ignores(tag, slash):
            active += tag in _FORMATTING
            counts[tag] = counts.get(tag, 0) + 1
            opened.append(tag)
            if len(opened) > DEEPEST or tag == "plaintext":
                return Extravagance.DEPTH
    return None


def without_emphasis(text: str) -> str:
    """The page ``text`` without the tags of emphasis and links; all words stay."""
    return _EMPHASIS.sub("", text)


class _Tags:
    """The open elements while the tags go by."""

    __slots__ = ("counts", "opened")

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.counts: dict[str, int] = {}

    def ignores(self, tag: str, slash: str) -> bool:
        """Whether ``tag`` opens nothing that can nest: in drawings and formulas it is the slash that says so."""
        if self.counts.get("svg") or self.counts.get("math"):
            return "/" in slash
        return tag in _NEVER_DEEP

    def is_unclear(self, raw: str, content: str) -> bool:
        """Whether it is hard to say where an element ends whose content is no markup."""
        if raw == "script" and "<!--" in content and "<script" in content:
            return True
        return bool("<" in content and (self.counts.get("svg") or self.counts.get("math")))

    def close(self, tag: str) -> None:
        """An end tag of an element that is open, but not the innermost one."""
        place = self._reach(tag)
        if place is not None:
            for name in self.opened[place:]:
                self.counts[name] -= 1
            del self.opened[place:]

    def _reach(self, tag: str) -> int | None:
        """The place of the open element that an end tag closes; None when it closes none."""
        is_block = tag in _BLOCKS or tag in _WALLS or tag in _FOREIGN
        for place in range(len(self.opened) - 1, -1, -1):
            name = self.opened[place]
            if name == tag:
                return place
            if name in _WALLS and tag not in ("table", "template", "select"):
                return None
            if not is_block and name in _BLOCKS:
                return None
        return None
