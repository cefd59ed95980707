"""What is in archives: each member a source of its own. Names are labels only, and nothing is ever unpacked to disk.

Sizes in an archive's headers are never trusted: entries and bytes are counted while they are read.
"""

import bz2
import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from probreader.cli.kinds import HEAD, Packing, packing_of
from probreader.cli.measured import Measured
from probreader.domain.clean import clean_line

MOST_ENTRIES = 100_000
MOST_BYTES = 16 * 1024**3
"""Of all that is unpacked of one archive."""
MOST_OF_ONE = 8 * 1024**3
"""Bytes of one member."""
MOST_GROWTH = 250
"""How many times the bytes of an archive may be unpacked of it, beside :data:`FREE_BYTES`. Text grows by 5 to 100."""
FREE_BYTES = 64 * 1024**2
LARGEST_DIRECTORY = 64 * 1024**2
"""Bytes of a zip's table of contents, which is read at once."""

_BREAKS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    RuntimeError,
    ValueError,
    struct.error,
)
_BOMB = "It unpacks to more than any archive of discussions does; unpack it yourself and name what is in it."
_NESTED = "It is an archive in an archive in an archive; unpack it and name what is in it."
_CROWDED = f"The archive has more than {MOST_ENTRIES} entries; unpack it and name the folder."
_UNPACKERS: dict[Packing, Callable[[BinaryIO], BinaryIO]] = {
    Packing.GZIP: lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream)),
    Packing.BZIP2: lambda stream: cast(BinaryIO, bz2.BZ2File(stream)),
    Packing.XZ: lambda stream: cast(BinaryIO, lzma.LZMAFile(stream)),  # noqa: SIM115 - its reader closes it
}


@dataclass(slots=True)
class Item:
    """Something to read, or the reason why it cannot be."""

    name: str
    """The file's path; for a member that of the archive with the member's name behind a ``/``."""
    stream: Measured | None = None
    """Good until the next item is asked for; None when there is a fault."""
    fault: str | None = None
    """A whole sentence."""
    is_member: bool = False
    """Whether it is in an archive."""


@dataclass(slots=True)
class _Budget:
    """How much may still be unpacked."""

    packed: Callable[[], int]
    """Bytes of the archive itself, as far as it was read."""
    unpacked: int = 0
    of_one: int = field(default=0)

    def took(self, count: int) -> str | None:
        self.unpacked += count
        self.of_one += count
        most = min(MOST_BYTES, FREE_BYTES + MOST_GROWTH * self.packed())
        return _BOMB if self.unpacked > most or self.of_one > MOST_OF_ONE else None


def unpacked(item: Item, level: int = 0) -> Iterator[Item]:
    """``item`` itself or, when it is an archive, what is in it; an archive in an archive is opened, no deeper one."""
    stream = item.stream
    packing = packing_of(stream.head(HEAD)) if stream is not None else None
    if stream is None or packing is None:
        yield item
    elif level > 1:
        yield Item(item.name, fault=_NESTED, is_member=True)
    else:
        budget = _Budget(lambda: stream.size)
        match packing:
            case Packing.ZIP:
                members = _zipped(item, stream)
            case Packing.TAR:
                members = _tarred(item, cast(BinaryIO, stream), budget)
            case _:
                members = _compressed(item, stream, packing, budget)
        for member in members:
            yield from unpacked(member, level + 1)


def _compressed(item: Item, stream: Measured, packing: Packing, budget: _Budget) -> Iterator[Item]:
    inner = Measured(_UNPACKERS[packing](cast(BinaryIO, stream)), budget.took, _BREAKS)
    if packing_of(inner.head(HEAD)) is Packing.TAR:
        yield from _tarred(item, cast(BinaryIO, inner), budget, inner)
    else:
        yield Item(item.name, inner, is_member=True)


def _tarred(item: Item, stream: BinaryIO, budget: _Budget, counted: Measured | None = None) -> Iterator[Item]:
    """The files of a tar, in one pass; ``counted`` when ``stream`` counts for the budget itself."""
    took = budget.took if counted is None else _uncounted
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for number, member in enumerate(tar, start=1):
                if number > MOST_ENTRIES:
                    yield Item(item.name, fault=_CROWDED, is_member=True)
                    return
                budget.of_one = 0
                content = tar.extractfile(member) if member.isfile() and _is_shown(member.name) else None
                if content is not None:
                    name = f"{item.name}/{_label(member.name)}"
                    yield Item(name, Measured(cast(BinaryIO, content), took, _BREAKS), is_member=True)
                tar.members.clear()  # type: ignore[attr-defined]
    except _BREAKS as error:
        fault = counted.fault if counted is not None and counted.fault is not None else _damaged(error)
        yield Item(item.name, fault=fault, is_member=True)
        return
    if counted is not None and counted.fault is not None:
        yield Item(item.name, fault=counted.fault, is_member=True)


def _uncounted(_: int) -> None:
    return None


def _zipped(item: Item, stream: Measured) -> Iterator[Item]:
    """The files of a zip. Its table of contents stands at its end: what cannot be read from there is copied first."""
    if stream.file is not None:
        yield from _in_zip(item, stream.file)
        return
    with TemporaryFile() as copy:
        while piece := stream.read(1024 * 1024):
            copy.write(piece)
        if stream.fault is None:
            yield from _in_zip(item, cast(BinaryIO, copy))
        else:
            yield Item(item.name, fault=stream.fault, is_member=True)


def _in_zip(item: Item, copy: BinaryIO) -> Iterator[Item]:
    size = copy.seek(0, 2)
    budget = _Budget(lambda: size)
    if _directory_size(copy) > LARGEST_DIRECTORY:
        yield Item(item.name, fault=_CROWDED, is_member=True)
        return
    try:
        archive = zipfile.ZipFile(copy)
    except _BREAKS as error:
        yield Item(item.name, fault=_damaged(error), is_member=True)
        return
    with archive:
        for number, info in enumerate(archive.infolist(), start=1):
            if number > MOST_ENTRIES:
                yield Item(item.name, fault=_CROWDED, is_member=True)
                return
            if not info.is_dir() and _is_shown(info.filename):
                budget.of_one = 0
                yield from _zip_member(archive, info, item, budget)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, item: Item, budget: _Budget) -> Iterator[Item]:
    name = f"{item.name}/{_label(info.filename)}"
    if info.flag_bits & 0x1:
        yield Item(
            name, fault="It is encrypted; unpack the archive with its password and name the file.", is_member=True
        )
        return
    try:
        content = archive.open(info)
    except _BREAKS as error:
        yield Item(name, fault=_damaged(error), is_member=True)
        return
    with content:
        yield Item(name, Measured(cast(BinaryIO, content), budget.took, _BREAKS), is_member=True)


def _directory_size(copy: BinaryIO) -> int:
    """What the end of a zip says of the size of its table of contents; 0 when it says nothing."""
    end = copy.seek(0, 2)
    copy.seek(max(0, end - 66_000))
    tail = copy.read()
    copy.seek(0)
    wide, plain = tail.rfind(b"PK\x06\x06"), tail.rfind(b"PK\x05\x06")
    if wide >= 0:
        return int.from_bytes(tail[wide + 40 : wide + 48], "little")
    return int.from_bytes(tail[plain + 12 : plain + 16], "little") if plain >= 0 else 0


def _label(name: str) -> str:
    return clean_line(name.replace("\\", "/")).lstrip("/")


def _is_shown(name: str) -> bool:
    return not any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part not in (".", ".."))


def _damaged(error: Exception) -> str:
    return f"The archive is damaged or of a kind that cannot be read: {clean_line(str(error)) or type(error).__name__}."
