"""What a converter kept of a page: ``python -m tests.corpus.make.kept`` writes ``dumps/NAME.CONVERTER.json``.

A plain search of each comment's words in the dump, nothing else; it knows nothing of how a dump is to be read. A
comment is present when all its lines stand in the dump in order. One of few words must begin at the beginning of a line
(after an item's number, a bullet, or the action words that some converters glue to what follows). Where a comment has
no words, or none but an action word, a search cannot tell: it is unclear.
"""

import json
import re
from pathlib import Path
from typing import Any

from .language import Language, languages

CORPUS = Path(__file__).parents[1]
ITEM = re.compile(r"\s*(?:[>|#]\s*)*(?:\*\*)?(?:[*+-]\s|[0-9]+\\?[.)]\s)?\s*")
LINK_TARGET = re.compile(r"\]\([^()\s]*(?: \"[^\"]*\")?\)")
LINK_NUMBER = re.compile(r"\[[0-9]+\]")
WORD = re.compile(r"[぀-ヿ一-鿿가-힣]|(?:(?![぀-ヿ一-鿿가-힣])[^\W_])+")
"""A character of the scripts that break lines and links anywhere is a word."""
FEW = 4
"""Up to so many words may stand in a text by chance."""

Words = list[str]


class Dump:
    """A dump as one list of words, and the places among them where a line begins."""

    def __init__(self, text: str, language: Language) -> None:
        markers = (language.reply + language.delete, language.delete)
        self.words: Words = []
        self.starts: set[int] = set()
        text = LINK_NUMBER.sub(" ", LINK_TARGET.sub("]", text))
        for line in text.splitlines():
            marker = next((marker for marker in markers if line.startswith(marker)), "")
            for part in (marker, line[len(marker) :]):
                self._add(part)

    def _add(self, line: str) -> None:
        """Both the number of an item and what follows it may be where a comment begins."""
        self.starts.add(len(self.words))
        item = ITEM.match(line)
        assert item is not None
        self.words += words(line[: item.end()])
        self.starts.add(len(self.words))
        self.words += words(line[item.end() :])

    def last(self, lines: list[Words], begin: int, end: int) -> tuple[int, int] | None:
        """The last place in ``begin`` to ``end`` where ``lines`` stand one after the other."""
        for start in range(end - len(lines[0]), begin - 1, -1):
            if start in self.starts or len(lines[0]) > FEW:
                stop = self._following(lines, start, end)
                if stop is not None:
                    return start, stop
        return None

    def _following(self, lines: list[Words], start: int, end: int) -> int | None:
        if self.words[start : start + len(lines[0])] != lines[0]:
            return None
        place = start + len(lines[0])
        for line in lines[1:]:
            found = next((at for at in range(place, end) if self.words[at : at + len(line)] == line), None)
            if found is None or found > place + 8:
                return None
            place = found + len(line)
        return place


def words(text: str) -> Words:
    """The words of ``text``, without punctuation and markup."""
    return WORD.findall(text)


def unclear(comments: list[dict[str, Any]], language: Language) -> list[int]:
    """Positions of the comments that cannot be found by their words."""
    markers = {language.reply, language.delete, language.replies, ""}
    return [index for index, comment in enumerate(comments) if comment["text"].strip() in markers]


def present(dump: Dump, comments: list[dict[str, Any]], skipped: list[int]) -> list[int]:
    """Positions of the comments whose whole text stands in the dump, in the order of the page.

    Long texts are placed first, and the others only between them: a text of one word is not found inside another.
    """
    placed: dict[int, tuple[int, int]] = {}
    lines = [[words(line) for line in comment["text"].splitlines() if words(line)] for comment in comments]
    searched = [index for index in range(len(comments)) if index not in skipped]
    for index in sorted(searched, key=lambda index: (-len(comments[index]["text"]), -index)):
        begin = max((stop for other, (_, stop) in placed.items() if other < index), default=0)
        end = min((start for other, (start, _) in placed.items() if other > index), default=len(dump.words))
        place = dump.last(lines[index], begin, end) if lines[index] else None
        if place is not None:
            placed[index] = place
    return sorted(placed)


def kept(text: str, tree: dict[str, Any]) -> dict[str, Any]:
    """What is said of one dump; positions count over all posts of the page."""
    comments = [comment for post in tree["posts"] for comment in post["comments"]]
    language = languages()[tree["language"]]
    dump = Dump(text, language)
    skipped = unclear(comments, language)
    found = present(dump, comments, skipped)
    text = LINK_NUMBER.sub("", text).replace("\\", "")
    joined = "".join(text.split())
    lines = [line.strip(" *_[#") for line in text.splitlines()]
    return {
        "present": found,
        "unclear": skipped,
        "authors_kept": bool(found) and all(_begins(dump, lines, comments[index]["author"]) for index in found),
        "dates_kept": bool(found) and all("".join(comments[index]["stamp"].split()) in joined for index in found),
    }


def _begins(dump: Dump, lines: list[str], name: str) -> bool:
    """The name may be glued to the date behind it, or be wrapped."""
    glued = any(line.startswith(name) or ITEM.sub("", line, count=1).startswith(name) for line in lines)
    return glued or dump.last([words(name)], 0, len(dump.words)) is not None


def main() -> None:
    """Write what was kept beside each dump."""
    for path in sorted((CORPUS / "dumps").glob("*.txt")):
        page = path.name.split(".", 1)[0]
        tree = json.loads((CORPUS / "expected" / f"{page}.json").read_text("utf-8"))
        found = kept(path.read_text("utf-8"), tree)
        path.with_suffix(".json").write_text(json.dumps(found) + "\n", "utf-8")


if __name__ == "__main__":
    main()
