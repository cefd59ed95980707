"""Marks as lines of JSON, and back; nothing that was written elsewhere is believed. The format: ``docs/marks.md``."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from probreader.errors import MarksError
from probreader.library.marks import fields
from probreader.library.marks.bookmark_rows import Key
from probreader.library.marks.clock import LATEST
from probreader.library.marks.state import BookmarkState, Register, state_object
from probreader.library.values import Ancestor, EntryKind, Place, Snapshot

FORMAT = "probreader-marks"
VERSION = 1
LONGEST_LINE = 64 * 1024 * 1024
"""Bytes."""

_SCROLL = 2**31


@dataclass(frozen=True, slots=True)
class ReadMarks:
    """Entries of one post that were marked alike at one time."""

    post_id: str
    entry_ids: tuple[str, ...]
    """``""`` for the post itself."""
    read: bool
    tick: int


@dataclass(frozen=True, slots=True)
class BookmarkMark:
    """A bookmark, also a removed one."""

    key: Key
    state: BookmarkState


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """Where reading a post was left."""

    place: Place
    tick: int


Mark = ReadMarks | BookmarkMark | PlaceMark


def header_line() -> str:
    """The first line of a file of marks."""
    return _line({"format": FORMAT, "version": VERSION})


def mark_line(mark: Mark) -> str:
    """``mark`` as a line, with its newline."""
    match mark:
        case ReadMarks(post_id, entry_ids, read, tick):
            return _line({"mark": "read", "post": post_id, "entries": list(entry_ids), "read": read, "tick": tick})
        case BookmarkMark(key, state):
            return _line({"mark": "bookmark", "post": key.post_id, "entry": key.entry_id, **state_object(state)})
        case PlaceMark(left, tick):
            return _line(
                {
                    "mark": "place",
                    "post": left.post_id,
                    "entry": left.entry_id,
                    "collapsed": sorted(left.collapsed),
                    "scroll": left.scroll,
                    "tick": tick,
                }
            )


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_header(line: bytes) -> None:
    """Make sure that ``line`` begins a file of marks that this program understands.

    Raises:
        MarksError: it does not.
    """
    found = _json(line)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise MarksError(f"it is no file of marks: its first line does not say {FORMAT}")
    version = found.get("version")
    if isinstance(version, int) and version > VERSION:
        raise MarksError(f"it was written by a newer probreader (version {version} of the format); upgrade this one")
    if found != {"format": FORMAT, "version": VERSION}:
        raise MarksError("its first line is not one that this probreader knows")


def read_line(line: bytes) -> Mark | None:
    """The mark that ``line`` tells, its words cleaned; None for an empty one.

    Raises:
        MarksError: it tells none, or more than this program knows.
    """
    if not line.strip():
        return None
    found = _json(line)
    kind = found.get("mark") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(kind, str) or kind not in _KINDS:
        raise MarksError("it is no mark that this probreader knows")
    return _KINDS[kind](found)


def latest_tick(mark: Mark) -> int:
    """The greatest tick of ``mark``."""
    if isinstance(mark, BookmarkMark):
        state = mark.state
        return max(state.kept.tick, state.note.tick, state.snapshot.tick, *(tag.tick for tag in state.tags.values()))
    return mark.tick


def _json(line: bytes) -> object:
    if len(line) > LONGEST_LINE:
        raise MarksError("it is too long")
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise MarksError("it is no JSON in UTF-8") from None


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _read_marks(found: Mapping[str, object]) -> ReadMarks:
    post_id, entries, read, tick = fields.values_of(
        found, post=fields.id_of, entries=fields.list_of(fields.words), read=fields.flag, tick=fields.tick
    )
    return ReadMarks(post_id, tuple(dict.fromkeys(entries)), read, tick)


def _bookmark(found: Mapping[str, object]) -> BookmarkMark:
    post_id, entry_id, kept, note, tags, snapshot = fields.values_of(
        found,
        post=fields.id_of,
        entry=fields.words,
        kept=fields.register(fields.flag),
        note=fields.register(_note),
        tags=_tags,
        snapshot=fields.register(_snapshot),
    )
    return BookmarkMark(Key(post_id, entry_id), BookmarkState(kept, note, tags, snapshot))


def _place(found: Mapping[str, object]) -> PlaceMark:
    post_id, entry_id, collapsed, scroll, tick = fields.values_of(
        found,
        post=fields.id_of,
        entry=fields.or_none(fields.words),
        collapsed=fields.list_of(fields.words),
        scroll=_scroll,
        tick=fields.tick,
    )
    return PlaceMark(Place(post_id, entry_id, frozenset(collapsed), scroll), tick)


_KINDS: dict[str, Callable[[Mapping[str, object]], Mark]] = {
    "read": _read_marks,
    "bookmark": _bookmark,
    "place": _place,
}


def _note(value: object) -> str:
    return fields.text(value).strip()


def _scroll(value: object) -> int:
    return fields.number(value, -_SCROLL, _SCROLL)


def _tags(value: object) -> dict[str, Register[bool]]:
    tags: dict[str, Register[bool]] = {}
    for name, tag in fields.object_of(value).items():
        clean, register = fields.id_of(name), fields.register(fields.flag)(tag)
        tags[clean] = register.joined(tags[clean]) if clean in tags else register
    return tags


def _snapshot(value: object) -> Snapshot:
    found = fields.object_of(value)
    values = fields.values_of(
        found,
        kind=lambda kind: EntryKind(fields.text(kind)),
        post_title=fields.or_none(fields.words),
        post_url=fields.or_none(fields.words),
        author=fields.or_none(fields.words),
        published=fields.or_none(fields.words),
        permalink=fields.or_none(fields.words),
        heading=fields.or_none(fields.words),
        created=fields.words,
        text=fields.text,
        ancestors=fields.list_of(_ancestor),
        left_out=lambda count: fields.number(count, 0, LATEST),
    )
    values[-2] = tuple(values[-2])
    return Snapshot(*values)


def _ancestor(value: object) -> Ancestor:
    return Ancestor(
        *fields.values_of(
            fields.object_of(value),
            id=fields.id_of,
            author=fields.or_none(fields.words),
            published=fields.or_none(fields.words),
            text=fields.text,
        )
    )
