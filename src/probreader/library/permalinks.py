"""Addresses of comments as the table keeps them: nearly all begin with their post's, which need not be said again."""

_REST = ("#", "?")
_OWN_ID = "#"
"""Stands for the post's address, ``#`` and the comment's id."""
_WHOLE = "="
"""Stands before an address that begins as what is kept of one might."""


def shortened(permalink: str | None, url: str | None, entry_id: str) -> str | None:
    """``permalink`` of the comment ``entry_id`` as the table keeps it, in a post that is at ``url``; None for none."""
    if permalink is None:
        return None
    if url and permalink.startswith(url) and permalink.startswith(_REST, len(url)):
        rest = permalink[len(url) :]
        # A lone "#" is kept whole, as it means the id.
        if rest != _OWN_ID:
            return _OWN_ID if rest == f"#{entry_id}" else rest
    return _WHOLE + permalink if permalink.startswith((*_REST, _WHOLE)) else permalink


def whole(kept: str | None, url: str | None, entry_id: str) -> str | None:
    """The address that :func:`shortened` made ``kept`` of; None too when it needs the post's and there is none."""
    if kept is None or not kept.startswith((*_REST, _WHOLE)):
        return kept
    if kept.startswith(_WHOLE):
        return kept[len(_WHOLE) :]
    if not url:
        return None
    return f"{url}#{entry_id}" if kept == _OWN_ID else url + kept
