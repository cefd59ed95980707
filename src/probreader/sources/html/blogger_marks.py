"""What Blogger's own ids and addresses say of a comment: its id, and the instant at which it was made.

Every template writes ``c<id>`` somewhere: as the id of an element, as the name of an anchor, or behind the ``#`` of the
permalink; a permalink since 2007 also carries ``showComment=`` with the milliseconds since 1970.
"""

import re

from probreader.domain.post import Timestamp
from probreader.sources.dates import from_epoch_milliseconds
from probreader.sources.html.dom import Element

_OWN_ID = re.compile(r"(?:c|comment-|comment_|cmt-|cmt_|Blog[0-9]{1,3}_cmt-)([0-9]{4,25})")
_FRAGMENT = re.compile(r"#(?:c|comment-)([0-9]{4,25})\Z")
_BARE_FRAGMENT = re.compile(r"#([0-9]{6,25})\Z")
_DELETED = re.compile(
    r"/(?:delete-comment\.g\?(?:.{0,200}&)?postID=|comment/delete/[0-9]{1,25}/)([0-9]{1,25})(?![0-9])"
)
_INSTANT = re.compile(r"[?&;]showComment=([0-9]{11,14})(?![0-9])")


def key_of_id(value: str | None) -> str | None:
    """The key (``c<digits>``) that an ``id`` or ``name`` attribute gives a comment; None when it gives none."""
    match = _OWN_ID.fullmatch(value) if value else None
    return f"c{match[1]}" if match else None


def key_of_address(address: str | None) -> str | None:
    """The key of the comment to which a permalink or a link that deletes it leads; None for any other address."""
    if not address:
        return None
    match = _FRAGMENT.search(address) or _BARE_FRAGMENT.search(address) or _DELETED.search(address)
    return f"c{match[1]}" if match else None


def is_permalink(address: str) -> bool:
    """Whether ``address`` leads to one comment."""
    return bool(_FRAGMENT.search(address) or _INSTANT.search(address) or _BARE_FRAGMENT.search(address))


def instant_of(address: str | None) -> Timestamp | None:
    """The instant that a permalink carries; None when it carries none."""
    match = _INSTANT.search(address) if address else None
    return from_epoch_milliseconds(int(match[1])) if match else None


def key_of(element: Element) -> str | None:
    """The key that ``element`` bears as its id, or as its name when it is an anchor."""
    if key := key_of_id(element.get("id")):
        return key
    return key_of_id(element.get("name")) if element.tag == "a" else None
