"""The state of a bookmark as registers, and how two states become one.

To join is commutative, associative and idempotent, whatever the registers hold: of each register the one with the
greater tick holds, and of two of one tick the one with the greater content. A state with no marks at all changes none.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Generic, TypeVar

from probreader.library.values import Ancestor, EntryKind, Snapshot

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """A value that the last who gave it decides."""

    value: T
    tick: int
    """When it was given, see :mod:`~probreader.library.marks.clock`; 0 when it never was."""

    def joined(self, other: "Register[T]") -> "Register[T]":
        """The one of the two that holds."""
        return max(self, other, key=_rank)


def _rank(register: Register[Any]) -> tuple[int, str]:
    value = register.value
    content = snapshot_object(value) if isinstance(value, Snapshot) else value
    return register.tick, json.dumps(content, sort_keys=True)


@dataclass(frozen=True, slots=True)
class BookmarkState:
    """All that is known of the bookmark on one entry, the removed one too."""

    kept: Register[bool] = Register(False, 0)
    """Whether there is a bookmark."""
    note: Register[str] = Register("", 0)
    tags: Mapping[str, Register[bool]] = field(default_factory=dict)
    """Whether it bears a tag, for each that it ever bore."""
    snapshot: Register[Snapshot | None] = Register(None, 0)
    """The entry as it was when marked; None as long as nothing is known of it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The tags that it bears, sorted."""
        return tuple(sorted(name for name, tag in self.tags.items() if tag.value))

    def joined(self, other: "BookmarkState") -> "BookmarkState":
        """What comes of this state and another of the same entry."""
        tags = dict(self.tags)
        for name, tag in other.tags.items():
            tags[name] = tag.joined(tags[name]) if name in tags else tag
        return BookmarkState(
            self.kept.joined(other.kept),
            self.note.joined(other.note),
            tags,
            self.snapshot.joined(other.snapshot),
        )

    def edited(self, note: str, names: Iterable[str], tick: int) -> "BookmarkState":
        """With this note and these tags alone, kept; what does not change keeps its tick."""
        wanted = set(names)
        changed = {name: Register(name in wanted, tick) for name in wanted.symmetric_difference(self.names)}
        return replace(
            self,
            kept=Register(True, tick),
            note=self.note if self.note.value == note else Register(note, tick),
            tags={**self.tags, **changed},
        )

    def restored(self, wanted: "BookmarkState", instead: "BookmarkState", tick: int) -> "BookmarkState":
        """With what ``wanted`` has where it differs from ``instead``; what else was changed meanwhile stays."""
        names = set(wanted.names).symmetric_difference(instead.names)
        tags = {name: Register(name in wanted.names, tick) for name in names}
        return BookmarkState(
            _restored(self.kept, wanted.kept, instead.kept, tick),
            _restored(self.note, wanted.note, instead.note, tick),
            {**self.tags, **tags},
            # What is kept somewhere must have one, so that it never goes back to none.
            self.snapshot
            if wanted.snapshot.value is None
            else _restored(self.snapshot, wanted.snapshot, instead.snapshot, tick),
        )


def _restored(held: Register[T], wanted: Register[T], instead: Register[T], tick: int) -> Register[T]:
    return held if wanted.value == instead.value else Register(wanted.value, tick)


def snapshot_object(snapshot: Snapshot) -> dict[str, Any]:
    """``snapshot`` as JSON has it."""
    return asdict(snapshot)


def snapshot_of(found: Mapping[str, Any]) -> Snapshot:
    """The snapshot that :func:`snapshot_object` made."""
    ancestors = tuple(Ancestor(**item) for item in found["ancestors"])
    return Snapshot(**{**found, "kind": EntryKind(found["kind"]), "ancestors": ancestors})


def state_object(state: BookmarkState) -> dict[str, Any]:
    """``state`` as JSON has it: each register as its value and its tick."""
    snapshot = state.snapshot.value
    return {
        "kept": [state.kept.value, state.kept.tick],
        "note": [state.note.value, state.note.tick],
        "tags": {name: [tag.value, tag.tick] for name, tag in sorted(state.tags.items())},
        "snapshot": [None if snapshot is None else snapshot_object(snapshot), state.snapshot.tick],
    }


def state_of(found: Mapping[str, Any]) -> BookmarkState:
    """The state that :func:`state_object` made."""
    snapshot, tick = found["snapshot"]
    return BookmarkState(
        Register(*found["kept"]),
        Register(*found["note"]),
        {name: Register(*tag) for name, tag in found["tags"].items()},
        Register(None if snapshot is None else snapshot_of(snapshot), tick),
    )
