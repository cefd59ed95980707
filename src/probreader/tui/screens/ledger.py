"""What was found of a post in each of its sources, and what entries said before they were edited."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.content import Content

from probreader.domain.post import Problem, Timestamp
from probreader.library import Changes, EarlierText, PostLedger, SourceLedger
from probreader.tui.screens.sheet import Sheet, heading
from probreader.tui.times import say_time

Part: TypeAlias = Content | tuple[str, str]

LABEL_WIDTH = 11


class LedgerSheet(Sheet):
    """The ledger of one post."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("L", "dismiss", "Close", show=False)]

    def __init__(self, title: str, sources: Sequence[SourceLedger]) -> None:
        super().__init__(Content.assemble(heading(f"Ledger of “{title}”"), *ledger_parts(sources)))


class EarlierSheet(Sheet):
    """What one entry said before it was edited."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("E", "dismiss", "Close", show=False)]

    def __init__(self, whose: str, texts: Sequence[EarlierText]) -> None:
        super().__init__(Content.assemble(heading(f"What {whose} said before"), *earlier_parts(texts)))


def ledger_parts(sources: Sequence[SourceLedger]) -> Iterator[Part]:
    """The ledger, source by source."""
    for source in sources:
        yield f"\n{source.location}\n", "bold $accent"
        yield from _row("read as", source.shape)
        for line in source.posts:
            yield from _post_parts(line)
            yield from _row("first read", _moment(source.first_read))
            yield from _row("changed", f"{_moment(line.imported)}, the last time that this source changed anything")
            if line.others:
                yield from _row("also in", "  ".join(line.others))
        yield from _problem_parts(source.problems)


def _post_parts(line: PostLedger) -> Iterator[Part]:
    counts = line.counts
    declared = "not declared" if counts.declared is None else f"{counts.declared} declared"
    missing = counts.declared is not None and counts.declared != counts.found
    yield from _row("comments", f"{declared}, {counts.found} found", "$unread" if missing else "")
    yield from _row(
        "of them", f"{counts.replies} replies, {counts.orphans} orphans, {counts.inferred} parents inferred"
    )
    yield from _row("last time", _changes(line.comments))
    yield from _row("post", f"{counts.sections} section{'' if counts.sections == 1 else 's'}: {_changes(line.body)}")


def _problem_parts(problems: Sequence[Problem]) -> Iterator[Part]:
    if not problems:
        yield from _row("problems", "none")
        return
    yield from _row("problems", str(len(problems)), "$unread")
    for problem in problems:
        place = "" if problem.line is None else f"line {problem.line}  "
        yield f"\n  {place}{problem.code}\n", "$secondary"
        yield Content(f"  {problem.message}\n")


def earlier_parts(texts: Sequence[EarlierText]) -> Iterator[Part]:
    """Every earlier text, the latest first."""
    for text in reversed(texts):
        yield f"\n{_moment(text.since)} to {_moment(text.replaced)}\n", "$quiet"
        if text.heading is not None:
            yield f"{text.heading}\n", "bold"
        if text.body.text:
            yield Content(f"{text.body.text}\n")


def _row(label: str, words: str, style: str = "") -> Iterator[Part]:
    yield f"  {label:<{LABEL_WIDTH}}", "$secondary"
    yield f"{words}\n", style


def _changes(changes: Changes) -> str:
    return f"{changes.new} new, {changes.changed} changed, {changes.removed} removed"


def _moment(iso: str) -> str:
    """A time the library noted, on the reader's clock."""
    return say_time(Timestamp(iso, iso)) if iso else "an unknown time"
