"""Rows between a comment's words and the action that answers it: buttons, and what a converter made of an arrow."""

from dataclasses import replace

from probreader.sources.action_lines import is_like, is_reply
from probreader.sources.dumps.rows import Rows

_ARROWS = frozenset("↓→↩↵▼▲►⤵")
_PIECES = frozenset(("Like", "Liked by", "person", "people", "other people", "*"))
_FIRST = ("Like", *_ARROWS)
_MOST = 8
"""Rows, with empty ones, that the buttons below a comment take."""
_LONGEST = 60


def without_buttons(rows: Rows) -> Rows:
    """``rows`` with such rows emptied."""
    if not any(text.startswith(_FIRST) for text in rows.texts):
        return rows
    emptied = {place for row, text in enumerate(rows.texts) if 0 < len(text) <= _LONGEST for place in _of(rows, row)}
    if not emptied:
        return rows
    return replace(rows, texts=["" if row in emptied else text for row, text in enumerate(rows.texts)])


def _of(rows: Rows, row: int) -> list[int]:
    """The rows around the action at ``row`` that belong to it; none where there is no action."""
    text = rows.texts[row]
    if text in _ARROWS and (above := rows.previous_text(row - 1)) >= 0 and is_reply(rows.texts[above]):
        return [row]
    if not is_reply(text):
        return []
    found: list[int] = []
    for above in range(row - 1, max(-1, row - _MOST - 1), -1):
        text = rows.texts[above].lstrip("*+•- ")
        if not text:
            continue
        if not is_like(text) and text not in _PIECES and not text.isdecimal():
            break
        found.append(above)
    return found if any("Like" in rows.texts[above] for above in found) else []
