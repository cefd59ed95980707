"""What may be in text that came from a stranger.

Text is cleaned once, at the boundary, so that nothing downstream can send a terminal a control
sequence or reorder a line (CWE-150, CVE-2021-42574). Right-to-left letters and the joiners ZWJ and ZWNJ stay:
scripts and emoji need them.
"""

import re

MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that must not be shown."""

TAB_WIDTH = 4
"""Cells between tab stops, counted in characters; a tab in prose is only ever alignment."""

# C0 without tab and newline, DEL, C1.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SEPARATORS = "\u2028\u2029"
# Bidirectional embeddings, overrides and isolates, deprecated format characters, tag characters, lone surrogates,
# interlinear annotations and noncharacters.
_DECEPTIVES = "\u202a-\u202e\u2066-\u206f\U000e0000-\U000e007f\ud800-\udfff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
# Zero-width characters that no script needs: ZWSP, word joiner and invisible operators, BOM.
_INVISIBLES = "\u200b\u2060-\u2064\ufeff"

_LINE_END = re.compile(f"\r\n?|[{_SEPARATORS}\x85\x0b\x0c]")
_DROPPED = re.compile(f"[{_CONTROLS}{_INVISIBLES}]")
_MARKED = re.compile(f"[{_DECEPTIVES}]")
_UNCLEAN = re.compile(f"[{_CONTROLS}{_SEPARATORS}{_INVISIBLES}{_DECEPTIVES}]")


def is_clean(characters: str) -> bool:
    """Whether :func:`clean_text` leaves alone what holds nothing but printable ASCII, newlines and ``characters``."""
    return "\t" not in characters and _UNCLEAN.search(characters) is None


def clean_text(text: str) -> str:
    """``text`` with every line end as a newline, tabs expanded, controls dropped and deceptive characters marked."""
    # What is printable is clean, and asking for that costs a tenth of a search.
    if text.isprintable():
        return text
    # Nearly all text is clean, and one search costs a tenth of the substitutions.
    if _UNCLEAN.search(text) is not None:
        text = _LINE_END.sub("\n", text)
        text = _DROPPED.sub("", text)
        text = _MARKED.sub(MARK, text)
    return text.expandtabs(TAB_WIDTH) if "\t" in text else text


def clean_line(text: str) -> str:
    """``text`` cleaned and on one line: for titles, names, file names, labels and messages."""
    return " ".join(clean_text(text).split())
