"""Ids that endure: an entry read again has the same id, so bookmarks and read marks survive.

A permalink or the source's own id comes first. What has neither gets a fingerprint of what does not change when the
page is read again: post, author, time, text, and the ordinal among equals.
"""

import hashlib

FINGERPRINT_LENGTH = 16
"""Hexadecimal digits: 64 bits, so that a million entries collide with a chance of 3 in 10^8."""


def fingerprint(*parts: str | None) -> str:
    """A short stable digest of ``parts``; None and the empty string differ, and white space does not count."""
    digest = hashlib.sha256()
    for part in parts:
        normal = b"\x00" if part is None else " ".join(part.split()).encode("utf-8", "replace")
        digest.update(len(normal).to_bytes(8, "big"))
        digest.update(normal)
    return digest.hexdigest()[:FINGERPRINT_LENGTH]


class Fingerprints:
    """Fingerprints made distinct by the ordinal among equals; one instance a post."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def take(self, *parts: str | None) -> str:
        """The fingerprint of ``parts``, with ``-2``, ``-3``, ... appended when the same was taken before."""
        base = fingerprint(*parts)
        count = self._counts[base] = self._counts.get(base, 0) + 1
        return base if count == 1 else f"{base}-{count}"
