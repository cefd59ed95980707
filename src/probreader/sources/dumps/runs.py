"""The action words between comments: ``Reply``, ``Delete``, ``Replies``, each on a row or glued."""

from collections.abc import Sequence
from dataclasses import dataclass

from probreader.sources.dumps.moments import moment_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.markers import Mark, is_furniture, mark

_LONGEST = 45
_ARROWS = " ↓→↩↵▼▲►\N{NO-BREAK SPACE}"
# Plain numbers: flags of an enumeration cost ten times as much to test, and there are many.
REPLY, DELETE, CLOSE_TOP, REPLIES = Mark.REPLY.value, Mark.DELETE.value, Mark.CLOSE_TOP.value, Mark.REPLIES.value
END = Mark.ADD.value | Mark.MORE.value
CLOSING = DELETE | CLOSE_TOP
_FEW = 4
ACTIONS = REPLY | DELETE | CLOSE_TOP


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow each other and hold nothing but action words; empty rows may stand between them."""

    rows: tuple[int, ...]
    marks: tuple[int, ...]
    """What each row is: values of ``Mark``, added where a word may be several."""

    @property
    def start(self) -> int:
        """Index of the first row."""
        return self.rows[0]

    @property
    def end(self) -> int:
        """Index behind the last row."""
        return self.rows[-1] + 1

    @property
    def ends_comments(self) -> bool:
        """Whether what adds a comment, or loads more of them, is among the words."""
        return any(one & END for one in self.marks)


def mark_at(text: str) -> int:
    """What the row ``text`` is of the action words, as values of ``Mark``; 0 when it is none."""
    if len(text) > _LONGEST:
        return 0
    found = mark(text)
    if found is None:
        bare = text.strip(_ARROWS)
        if bare and len(bare) < len(text):
            found = mark(bare)
    return found.value if found else 0


def find_runs(rows: Rows, start: int, end: int) -> list[Run]:
    """All runs in the rows ``[start, end)``."""
    runs: list[Run] = []
    found: list[int] = []
    marks: list[int] = []
    known: dict[str, int] = {}
    last = -1
    texts = rows.texts
    for row in range(start, end):
        text = texts[row]
        if not text or len(text) > _LONGEST:
            continue
        one = known.get(text)
        if one is None:
            one = known[text] = mark_at(text)
        if not one or (one != CLOSE_TOP and _is_name(rows, row, end)):
            continue
        if found and rows.next_text(last + 1, row) < row:
            runs.append(Run(tuple(found), tuple(marks)))
            found, marks = [], []
        found.append(row)
        marks.append(one)
        last = row
    if found:
        runs.append(Run(tuple(found), tuple(marks)))
    return runs


def _is_name(rows: Rows, row: int, end: int) -> bool:
    """Whether the word is somebody's name: a date with a time stands at once below it."""
    below = rows.next_text(row + 1, min(end, row + 3))
    dated = moment_of(rows.texts[below]) if below < min(end, row + 3) else None
    return bool(dated and "hour" in dated.form)


def deletes_close(runs: Sequence[Run]) -> bool:
    """Whether ``Delete`` closes comments: it stands in so many ``runs`` that it is not a word of a comment."""
    closing = sum(any(one & CLOSING for one in run.marks) for run in runs)
    acting = sum(any(one & ACTIONS for one in run.marks) for run in runs)
    return closing > 0 and _FEW * closing >= acting


def first_furniture(rows: Rows, start: int, end: int) -> int:
    """The first row in ``[start, end)`` that belongs to the page below the comments; ``end`` when there is none."""
    for row in range(start, end):
        text = rows.texts[row]
        if text and len(text) <= 3 * _LONGEST and is_page_end(text):
            return row
    return end


def is_page_end(text: str) -> bool:
    """Whether ``text`` is what stands below comments: a form's heading, a pager, the feed's line."""
    return bool(mark_at(text) & END) or is_furniture(text) or is_furniture(text.strip("<>«»‹›←→ "))
