"""What may be in text that came from a stranger.

Text is cleaned once, at the boundary, so that nothing downstream can send a terminal a control
sequence or reorder a line (CWE-150, CVE-2021-42574). Right-to-left letters and the joiners ZWJ and ZWNJ stay:
scripts and emoji need them.
"""

import re

MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that must not be shown."""

_LINE_END = re.compile("\r\n?|[\u2028\u2029\x85]|\x0b|\x0c")
# C0 without tab and newline, DEL, C1.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Bidirectional embeddings, overrides and isolates, deprecated format characters, tag characters, lone surrogates,
# interlinear annotations and noncharacters.
_DECEPTIVE = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u206a-\u206f\U000e0000-\U000e007f\ud800-\udfff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
# Zero-width characters that no script needs: ZWSP, word joiner and invisible operators, BOM.
_INVISIBLE = re.compile("[\u200b\u2060-\u2064\ufeff]")
_SUSPECT = re.compile("[^\t\n\x20-\x7e\xa0-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufdcf\ufe00-\ufefe]")

TAB_WIDTH = 4
"""Cells between tab stops, counted in characters; a tab in prose is only ever alignment."""


def clean_text(text: str) -> str:
    """``text`` with every line end as a newline, tabs expanded, controls dropped and deceptive characters marked."""
    if "\r" in text or not text.isascii() or "\x0b" in text or "\x0c" in text:
        text = _LINE_END.sub("\n", text)
    if "\t" in text:
        text = text.expandtabs(TAB_WIDTH)
    if _SUSPECT.search(text) is None:
        return text
    text = _CONTROL.sub("", text)
    text = _INVISIBLE.sub("", text)
    return _DECEPTIVE.sub(MARK, text)


def clean_line(text: str) -> str:
    """``text`` cleaned and on one line: for titles, names, file names, labels and messages."""
    return " ".join(clean_text(text).split())
