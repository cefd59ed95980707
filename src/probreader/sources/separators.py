"""Separator lines, which part a post's body into sections: ``******``, ``--oo00oo--``, ``-----//-----``."""

from collections.abc import Iterable, Sequence

_MARKS = frozenset("*-_=~#+/\\|—–•·")
_FILLERS = frozenset("oO0xX<>. ")
_FEWEST = 3
"""Marks that a separator line has at least."""
_LONGEST = 200


def is_separator(line: str) -> bool:
    """Whether ``line`` is a separator: three or more marks, and else only ``o``, ``0``, ``x``, points and spaces."""
    line = line.strip()
    if not line or (line[0] not in _MARKS and line[0] not in _FILLERS) or len(line) > _LONGEST:
        return False
    marks = sum(character in _MARKS for character in line)
    return marks >= _FEWEST and all(character in _MARKS or character in _FILLERS for character in line)


def split_sections(lines: Iterable[str]) -> list[Sequence[str]]:
    """``lines`` parted at the separators, which are dropped, as are parts without a word."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if is_separator(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if any(part)]
