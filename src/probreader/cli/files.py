"""From the paths a user names to the bytes behind them."""

import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import stat_result
from pathlib import Path
from typing import BinaryIO

from probreader.errors import SourceError

MAX_BYTES = 512 * 1024 * 1024
"""More than this is refused, so that a device without an end cannot fill the memory."""

STDIN = "-"
"""The path that stands for standard input."""

_CHUNK = 1024 * 1024
_COMPANIONS = ("", "-wal", "-shm", "-journal", ".lock")

Identity = tuple[int, int]
"""Device and inode: the same for every name of one file."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or the reason why it cannot be."""

    name: str
    """The path as the user gave it, with the names below it when it is a folder; may hold any character."""
    fault: str | None = None
    """A whole sentence; None when the file may be read."""


def find(names: Sequence[str], library: Path | None = None) -> list[Found]:
    """Every file behind ``names``, in the order given; those below a folder sorted by name, hidden ones left out.

    The files of ``library`` are never read as a source: to open and close them would drop the database's own locks.
    """
    ours = _identities(library)
    found: list[Found] = []
    for name in names:
        found.extend(_behind(name, ours))
    return found


def fetch(found: Found) -> bytes:
    """The bytes of ``found``.

    Raises:
        SourceError: it cannot be read, or is larger than :data:`MAX_BYTES`; the message does not repeat the name.
    """
    if found.fault is not None:
        raise SourceError(found.fault)
    try:
        if found.name == STDIN:
            return _read_stdin()
        with Path(found.name).open("rb") as stream:
            return _read(stream)
    except OSError as error:
        raise SourceError(_reason(error)) from error


def _behind(name: str, ours: frozenset[Identity]) -> Iterator[Found]:
    if name == STDIN:
        yield Found(name)
        return
    try:
        # Path("") would be the folder we are in.
        info = Path(name).stat() if name else None
    except OSError as error:
        yield Found(name, _reason(error))
        return
    if info is None:
        yield Found(name, "A path is empty; name a file or a folder.")
    elif stat.S_ISDIR(info.st_mode):
        below = list(_below(name, ours))
        yield from below or [Found(name, "The folder holds no files; name one that does.")]
    elif _identity(info) in ours:
        yield Found(name, "This is the library itself; it cannot be read into itself.")
    else:
        yield Found(name)


def _below(folder: str, ours: frozenset[Identity]) -> Iterator[Found]:
    seen: set[Identity] = set()
    stack = [folder]
    while stack:
        name = stack.pop()
        try:
            info = Path(name).stat()
            is_folder = stat.S_ISDIR(info.st_mode)
            children = sorted(_children(name), reverse=True) if is_folder and _identity(info) not in seen else []
        except OSError as error:
            if not _is_broken_link(name):
                yield Found(name, _reason(error))
            continue
        if is_folder:
            seen.add(_identity(info))
            stack.extend(children)
        elif stat.S_ISREG(info.st_mode) and _identity(info) not in ours:
            yield Found(name)


def _children(folder: str) -> Iterator[str]:
    base = folder.rstrip("/")
    return (f"{base}/{child.name}" for child in Path(folder).iterdir() if not child.name.startswith("."))


def _is_broken_link(name: str) -> bool:
    """True for a link that leads nowhere or round in a circle: there is no file to be missed."""
    path = Path(name)
    return path.is_symlink() and not path.exists()


def _identity(info: stat_result) -> Identity:
    return info.st_dev, info.st_ino


def _identities(library: Path | None) -> frozenset[Identity]:
    if library is None:
        return frozenset()
    files = (library.with_name(library.name + companion) for companion in _COMPANIONS)
    return frozenset(_identity(file.stat()) for file in files if file.is_file())


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise SourceError("Standard input is closed; name a file.")
    return _read(sys.stdin.buffer)


def _read(stream: BinaryIO) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise SourceError(f"It is larger than {MAX_BYTES // 1024**2} MB; split it.")
        chunks.append(chunk)
    return b"".join(chunks)


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "There is no such file or folder; check the name."
        case PermissionError():
            return "You may not read it; change its permissions, or copy it to where you may."
        case _:
            return f"It cannot be read: {error.strerror or error}."
