"""From the paths a user names to the files behind them."""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import stat_result
from pathlib import Path

MAX_BYTES = 512 * 1024 * 1024
"""More than this is not read at once, so that a device without an end cannot fill the memory."""

STDIN = "-"
"""The path that stands for standard input."""

_COMPANIONS = ("", "-wal", "-shm", "-journal", ".lock")

_PAGES = (".html", ".htm", ".xhtml", ".shtml")
# What browsers call the folder with the images and frames of a page that they save, in some of their languages.
_ATTACHMENTS = (
    "_files",
    ".files",
    "-Dateien",
    "_archivos",
    "_fichiers",
    "_ficheiros",
    "_bestanden",
    "_pliki",
    "_filer",
)

Identity = tuple[int, int]
"""Device and inode: the same for every name of one file."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or the reason why it cannot be."""

    name: str
    """The path as the user gave it, with the names below it when it is a folder; may hold any character."""
    root: str
    """What the user named: ``name`` itself, or a folder above it."""
    size: int = 0
    """Bytes; 0 when nobody knows before it is read."""
    fault: str | None = None
    """A whole sentence; None when the file may be read."""

    @property
    def is_named(self) -> bool:
        """Whether the user named this very file."""
        return self.name == self.root


def find(names: Sequence[str], library: Path | None = None) -> list[Found]:
    """Every file behind ``names``, in the order given; those below a folder sorted by name.

    Hidden files, and the folder that a browser saved beside a page, are left out. The files of ``library`` are never
    read as a source: to open and close them would drop the database's own locks.
    """
    ours = _identities(library)
    found: list[Found] = []
    for name in names:
        found.extend(_behind(name, ours))
    return found


def reason(error: OSError) -> str:
    """Why a file cannot be read, as a whole sentence."""
    match error:
        case FileNotFoundError():
            return "There is no such file or folder; check the name."
        case PermissionError():
            return "You may not read it; change its permissions, or copy it to where you may."
        case _:
            return f"It cannot be read: {error.strerror or error}."


def _behind(name: str, ours: frozenset[Identity]) -> Iterator[Found]:
    if name == STDIN:
        yield Found(name, name)
        return
    try:
        # Path("") would be the folder we are in.
        info = Path(name).stat() if name else None
    except OSError as error:
        yield Found(name, name, fault=reason(error))
        return
    if info is None:
        yield Found(name, name, fault="A path is empty; name a file or a folder.")
    elif stat.S_ISDIR(info.st_mode):
        below = list(_below(name, ours))
        yield from below or [Found(name, name, fault="The folder holds no files; name one that does.")]
    elif _identity(info) in ours:
        yield Found(name, name, fault="This is the library itself; it cannot be read into itself.")
    else:
        yield Found(name, name, info.st_size if stat.S_ISREG(info.st_mode) else 0)


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
                yield Found(name, folder, fault=reason(error))
            continue
        if is_folder:
            seen.add(_identity(info))
            stack.extend(children)
        elif stat.S_ISREG(info.st_mode) and _identity(info) not in ours:
            yield Found(name, folder, info.st_size)


def _children(folder: str) -> Iterator[str]:
    base = folder.rstrip("/")
    names = [child.name for child in Path(folder).iterdir() if not child.name.startswith(".")]
    attachments = {
        name[: -len(suffix)] + attached
        for name in names
        for suffix in _PAGES
        if name.lower().endswith(suffix)
        for attached in _ATTACHMENTS
    }
    return (f"{base}/{name}" for name in names if name not in attachments)


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
