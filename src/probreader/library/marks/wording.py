"""What was undone, in words."""

from probreader.library.values import EntryKind, Snapshot

_NAMED = 60
"""Characters of a title in a sentence, at most."""


def title(text: str | None) -> str:
    """A post in a sentence."""
    if not text:
        return "an untitled post"
    return f"“{text if len(text) <= _NAMED else text[: _NAMED - 1].rstrip() + '…'}”"


def reading(count: int, post: str, *, read: bool) -> str:
    """That ``count`` entries of ``post`` are read again, or unread again."""
    state = "read" if read else "unread"
    if count == 0:
        return f"Nothing to do in {post}: the entries were {state} already"
    return f"Marked {count:,} {'entry' if count == 1 else 'entries'} of {post} {state} again"


def bookmark(snapshot: Snapshot | None, *, kept: bool) -> str:
    """That the bookmark is there again, or away again."""
    return f"{'Brought back' if kept else 'Took away'} the bookmark on {_entry(snapshot)}"


def edited(snapshot: Snapshot | None, *, note: bool, tags: bool, backwards: bool) -> str:
    """That the bookmark has the note, the tags, or both that it had before, or had after."""
    what = " and ".join([*["note"] * note, *["tags"] * tags])
    return f"Gave the bookmark on {_entry(snapshot)} its {'earlier' if backwards else 'later'} {what} again"


def _entry(snapshot: Snapshot | None) -> str:
    if snapshot is None:
        return "an entry"
    post = title(snapshot.post_title)
    match snapshot.kind:
        case EntryKind.POST:
            return post
        case EntryKind.SECTION:
            return f"a section of {post}"
        case EntryKind.COMMENT:
            by = "" if snapshot.author is None else f" by {snapshot.author[:_NAMED]}"
            return f"the comment{by} in {post}"
