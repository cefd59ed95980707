"""Which line is a post's title, and what title a post without one is shown under."""

import re

LONGEST_TITLE = 120
"""Characters; a longer line is a paragraph."""
LONGEST_INFERRED = 80
"""Characters of an inferred title, the ellipsis counted."""
_SHORTEST_SENTENCE = 20
_CLOSING = "\"'”’»)]"
_SENTENCE_END = re.compile("[.!?…][\"'”’»)\\]]*(?= |$)")
_ELLIPSIS = "…"
# In Greek the semicolon is the question mark.
_GREEK = re.compile("[\u0370-\u03ff]")


def reads_as_title(line: str) -> bool:
    """Whether ``line`` is short and ends like no sentence and no lead-in; ``?``, ``!`` and ``...`` may end a title."""
    line = line.strip()
    if not line or len(line) > LONGEST_TITLE or not any(character.isalnum() for character in line):
        return False
    if "://" in line:
        return False
    bare = line.rstrip(_CLOSING)
    if bare.endswith(";") and _GREEK.search(bare):
        return True
    return bare.endswith(("...", _ELLIPSIS)) or not bare.endswith((".", ",", ";", ":", "-"))


def infer_title(text: str) -> str | None:
    """The first sentence of ``text``, shortened at a word where it is long; None when there is no text."""
    line = " ".join(text.lstrip().partition("\n")[0].split())
    if not line:
        return None
    end = _SENTENCE_END.search(line, min(_SHORTEST_SENTENCE, len(line)))
    sentence = line[: end.end()] if end else line
    if len(sentence) <= LONGEST_INFERRED:
        return sentence
    head = sentence[:LONGEST_INFERRED]
    short = head[: head.rfind(" ")] if " " in head else head[:-1]
    return short.rstrip(" ,;:-–—") + _ELLIPSIS
