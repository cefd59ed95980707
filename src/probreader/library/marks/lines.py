"""Marks as lines of JSON, and back; nothing that was written elsewhere is believed. The format: ``docs/marks.md``."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from probreader.domain.clean import clean_line, clean_text
from probreader.errors import MarksError
from probreader.library.marks.bookmark_rows import Key
from probreader.library.marks.clock import LATEST
from probreader.library.marks.state import BookmarkState, Register, state_object
from probreader.library.values import Ancestor, EntryKind, Place, Snapshot

FORMAT = "probreader-marks"
VERSION = 1
LONGEST_LINE = 64 * 1024 * 1024
"""Bytes."""

_SCROLL = 2**31
T = TypeVar("T")
Parse = Callable[[object], T]


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
    post_id, entries, read, tick = _fields(found, post=_id, entries=_list_of(_entry_id), read=_flag, tick=_tick)
    return ReadMarks(post_id, tuple(dict.fromkeys(entries)), read, tick)


def _bookmark(found: Mapping[str, object]) -> BookmarkMark:
    post_id, entry_id, kept, note, tags, snapshot = _fields(
        found,
        post=_id,
        entry=_entry_id,
        kept=_register(_flag),
        note=_register(_note),
        tags=_tags,
        snapshot=_register(_snapshot),
    )
    return BookmarkMark(Key(post_id, entry_id), BookmarkState(kept, note, tags, snapshot))


def _place(found: Mapping[str, object]) -> PlaceMark:
    post_id, entry_id, collapsed, scroll, tick = _fields(
        found, post=_id, entry=_or_none(_entry_id), collapsed=_list_of(_entry_id), scroll=_scroll, tick=_tick
    )
    return PlaceMark(Place(post_id, entry_id, frozenset(collapsed), scroll), tick)


_KINDS: dict[str, Callable[[Mapping[str, object]], Mark]] = {
    "read": _read_marks,
    "bookmark": _bookmark,
    "place": _place,
}


def _fields(found: Mapping[str, object], **parsers: Parse[Any]) -> list[Any]:
    """The values of exactly these fields, and of ``mark``."""
    unknown = sorted(found.keys() - parsers.keys() - {"mark"})
    if unknown:
        raise MarksError(f"it has a field “{clean_line(unknown[0])}” that this probreader does not know; upgrade it")
    values = []
    for name, parse in parsers.items():
        if name not in found:
            raise MarksError(f"its field “{name}” is missing")
        try:
            values.append(parse(found[name]))
        except (TypeError, ValueError) as error:
            raise MarksError(f"its field “{name}” is {error}") from None
    return values


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return clean_text(value)


def _words(value: object) -> str:
    return clean_line(_text(value))


def _note(value: object) -> str:
    return _text(value).strip()


def _id(value: object) -> str:
    found = _words(value)
    if not found:
        raise ValueError("empty")
    return found


_entry_id = _words


def _or_none(parse: Parse[T]) -> Parse[T | None]:
    return lambda value: None if value is None else parse(value)


def _list_of(parse: Parse[T]) -> Parse[list[T]]:
    def parse_list(value: object) -> list[T]:
        if not isinstance(value, list):
            raise TypeError("no list")
        return [parse(item) for item in value]

    return parse_list


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _number(value: object, least: int, most: int) -> int:
    # A bool is an int to Python, but not to JSON.
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    if not least <= value <= most:
        raise ValueError("out of bounds")
    return value


def _tick(value: object) -> int:
    return _number(value, 0, LATEST)


def _scroll(value: object) -> int:
    return _number(value, -_SCROLL, _SCROLL)


def _register(parse: Parse[T]) -> Parse[Register[T]]:
    def parse_register(value: object) -> Register[T]:
        if not isinstance(value, list) or len(value) != 2:
            raise TypeError("no value with its tick")
        return Register(parse(value[0]), _tick(value[1]))

    return parse_register


def _tags(value: object) -> dict[str, Register[bool]]:
    tags: dict[str, Register[bool]] = {}
    for name, tag in _object(value).items():
        clean, register = _id(name), _register(_flag)(tag)
        tags[clean] = register.joined(tags[clean]) if clean in tags else register
    return tags


def _snapshot(value: object) -> Snapshot:
    found = _object(value)
    values = _fields(
        found,
        kind=lambda kind: EntryKind(_text(kind)),
        post_title=_or_none(_words),
        post_url=_or_none(_words),
        author=_or_none(_words),
        published=_or_none(_words),
        permalink=_or_none(_words),
        heading=_or_none(_words),
        created=_words,
        text=_text,
        ancestors=_list_of(_ancestor),
        left_out=lambda count: _number(count, 0, LATEST),
    )
    values[-2] = tuple(values[-2])
    return Snapshot(*values)


def _ancestor(value: object) -> Ancestor:
    return Ancestor(*_fields(_object(value), id=_id, author=_or_none(_words), published=_or_none(_words), text=_text))


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value
