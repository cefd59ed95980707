"""A source's bytes as they are read: counted, hashed, and stopped where they must be."""

import hashlib
from collections.abc import Callable
from io import RawIOBase
from typing import BinaryIO

from probreader.cli import files
from probreader.cli.files import reason

_PIECE = 1024 * 1024


class Measured(RawIOBase):
    """Reads a stream once, from its start to its end, and knows afterwards what it was.

    What goes wrong ends the stream and is told by :attr:`fault`, so that what was whole is kept.
    """

    size: int
    """Bytes read so far."""
    fault: str | None
    """Why the stream ended before its end, as a whole sentence; None when it did not."""
    file: BinaryIO | None
    """What is read, when it can be read from any place; None when only on and on."""

    def __init__(
        self,
        stream: BinaryIO,
        took: Callable[[int], str | None] = lambda _: None,
        breaks: tuple[type[Exception], ...] = (),
        file: BinaryIO | None = None,
    ) -> None:
        """``took`` is told how many bytes were read, and may say why no more will be.

        ``breaks`` are what reading a damaged stream raises, beside an OSError. ``file`` is ``stream`` when that can
        be read from any place.
        """
        super().__init__()
        self.size = 0
        self.fault = None
        self.file = file
        self._stream = stream
        self._took = took
        self._breaks = breaks
        self._hash = hashlib.sha256()
        self._ahead = b""

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes read so far, in hexadecimal."""
        return self._hash.hexdigest()

    def readable(self) -> bool:
        """True."""
        return True

    def head(self, size: int) -> bytes:
        """The next ``size`` bytes, fewer at the end; they are still there to be read."""
        while len(self._ahead) < size and (piece := self._next(size - len(self._ahead))):
            self._ahead += piece
        return self._ahead[:size]

    def read(self, size: int | None = -1) -> bytes:
        """As many bytes as are asked for, fewer only at the end; without ``size`` all, or a :attr:`fault`."""
        if size is None or size < 0:
            return self._read_all()
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        pieces = [data]
        missing = size - len(data)
        while missing and (piece := self._next(missing)):
            pieces.append(piece)
            missing -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def drain(self) -> None:
        """Read what is left, so that size and digest are those of the whole."""
        self._ahead = b""
        while self._next(_PIECE):
            pass

    def measure_all(self) -> tuple[str, int]:
        """SHA-256 and size of the whole :attr:`file`, which is then where it was; of nothing when it cannot be read."""
        digest, size = hashlib.sha256(), 0
        if self.file is None:
            return digest.hexdigest(), size
        try:
            before = self.file.tell()
            self.file.seek(0)
            while piece := self.file.read(_PIECE):
                digest.update(piece)
                size += len(piece)
            self.file.seek(before)
        except OSError:
            # Who reads it next meets the same, and tells.
            return "", 0
        return digest.hexdigest(), size

    def _read_all(self) -> bytes:
        pieces, piece = [], self._ahead
        self._ahead = b""
        while piece or (piece := self._next(_PIECE)):
            pieces.append(piece)
            piece = b""
            if self.size > files.MAX_BYTES:
                self.fault = f"It is larger than {files.MAX_BYTES // 1024**2} MB; split it."
        return b"".join(pieces)

    def _next(self, size: int) -> bytes:
        if self.fault is not None:
            return b""
        try:
            piece = self._stream.read(min(size, _PIECE))
        except OSError as error:
            self.fault = reason(error)
            return b""
        except self._breaks as error:
            self.fault = f"It is damaged: {str(error) or type(error).__name__}."
            return b""
        self.size += len(piece)
        self._hash.update(piece)
        self.fault = self._took(len(piece))
        return piece
