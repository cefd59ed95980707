"""How deep a page may nest and how much it may make of unclosed emphasis, told from its tags before it is parsed.

The tags are taken apart as the HTML standard's tokenizer does it, and an end tag closes what it closes there: an end
tag in a comment, in an attribute or behind a boundary hides nothing. What is counted is never less than what a parser
will build, but for elements that stand between two counted ones in small numbers (a row, a cell, a paragraph).
"""

from collections.abc import Container
from enum import Enum, auto

from probreader.sources.html.tags import ALL, DEEP, EMPHASIS, TAG_OF_EMPHASIS, lowered

DEEPEST = 1_000
"""Open elements above which a page nests deep."""
HEAVIEST = 1_000_000
"""Elements that unclosed emphasis may make; every tag behind ``<b>`` without an end may repeat it."""

# Elements without content, and those that the next of their kind closes: these nest only with counted ones between.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p option tr td th thead tbody tfoot caption colgroup body head html".split()
)
_FOREIGN = frozenset(("svg", "math"))
_FARTHEST = 100
"""Open elements among which the one that an end tag closes is looked for; a page that nests more between is deep."""
_ITEMS = {"li": frozenset(("li",)), **dict.fromkeys(("dd", "dt"), frozenset(("dd", "dt")))}
"""What ends where such an element begins, unless something stands between that is more than a part of a line."""
_WITHIN_LINES = EMPHASIS | {"span"}
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
    tags = text.count("<")
    if tags <= DEEPEST:
        return None
    depth, active = _Tags().look(text)
    # How often emphasis is repeated shows only where no tag is passed over.
    if active * tags > HEAVIEST and _is_heavy(text):
        return Extravagance.EMPHASIS
    return depth


def _is_heavy(text: str) -> bool:
    """Whether unclosed emphasis may make more than :data:`HEAVIEST` elements."""
    active = load = 0
    for *_, tag, _ in ALL.findall(text):
        if lowered(tag[1:]) in EMPHASIS and tag[0] == "/":
            active = max(0, active - 1)
        elif tag and tag[0] != "/":
            load += active
            active += lowered(tag) in EMPHASIS
            if load > HEAVIEST:
                return True
    return False


def without_emphasis(text: str) -> str:
    """The page ``text`` without the tags of emphasis and links; all words stay."""
    return TAG_OF_EMPHASIS.sub("", text)


class _Tags:
    """The open elements while the tags go by."""

    __slots__ = ("counts", "opened")

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.counts: dict[str, int] = {}

    def look(self, text: str) -> tuple[Extravagance | None, int]:
        """Whether ``text`` nests too deep, and how much emphasis was open at once before that showed."""
        # The ordinary tags are dealt with here, and not in methods: a page has many thousands.
        opened, counts = self.opened, self.counts
        active = most = 0
        for *_, raw, content, tag, slash in DEEP.findall(text):
            if not tag.islower():
                tag = lowered(tag)
            if not tag:
                if raw and self.is_unclear(raw, content):
                    return Extravagance.DEPTH, most
            elif tag[0] == "/":
                name = tag[1:]
                if active and name in EMPHASIS:
                    active -= 1
                if opened and opened[-1] == name:
                    counts[opened.pop()] -= 1
                elif counts.get(name):
                    self.close(name)
            elif not self.ignores(tag, slash):
                if tag in _ITEMS:
                    self.end_item(_ITEMS[tag])
                elif tag in EMPHASIS:
                    active += 1
                    most = max(most, active)
                counts[tag] = counts.get(tag, 0) + 1
                opened.append(tag)
                if len(opened) > DEEPEST or tag == "plaintext":
                    return Extravagance.DEPTH, most
        return None, most

    def ignores(self, tag: str, slash: str) -> bool:
        """Whether ``tag`` opens nothing that can nest: in drawings and formulas it is the slash that says so."""
        if self.counts.get("svg") or self.counts.get("math"):
            return "/" in slash
        return tag in _NEVER_DEEP

    def is_unclear(self, raw: str, content: str) -> bool:
        """Whether it is hard to say where an element ends whose content is no markup."""
        if "<!--" in content and raw.lower() == "script" and "<script" in content.lower():
            return True
        return bool("<" in content and (self.counts.get("svg") or self.counts.get("math")))

    def close(self, tag: str) -> None:
        """An end tag of an element that is open, but not the innermost one."""
        place = self._reach(tag)
        if place is not None:
            self._close_all(place)

    def end_item(self, names: Container[str]) -> None:
        """An item of a list begins: the one before it, which has one of ``names``, ends."""
        place = len(self.opened) - 1
        nearest = max(-1, place - _FARTHEST)
        while place > nearest and self.opened[place] in _WITHIN_LINES:
            place -= 1
        if place > nearest and self.opened[place] in names:
            self._close_all(place)

    def _close_all(self, place: int) -> None:
        for name in self.opened[place:]:
            self.counts[name] -= 1
        del self.opened[place:]

    def _reach(self, tag: str) -> int | None:
        """The place of the open element that an end tag closes; None when it closes none."""
        is_block = tag in _BLOCKS or tag in _WALLS or tag in _FOREIGN or tag in _ITEMS
        for place in range(len(self.opened) - 1, max(-1, len(self.opened) - _FARTHEST), -1):
            name = self.opened[place]
            if name == tag:
                return place
            if name in _WALLS and tag not in ("table", "template", "select"):
                return None
            if not is_block and (name in _BLOCKS or name in _ITEMS):
                return None
            if tag == "li" and name in ("ul", "ol"):
                return None
        return None
