"""What becomes of every line before it goes to the terminal."""

import unicodedata

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from probreader.domain.clean import clean_text


class ControlFilter(LineFilter):
    """The last line of defence: no control or reordering character of a text reaches the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Segments without such characters; nearly always the very same list."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(clean_text(segment.text).replace("\n", " "), segment.style)
            for segment in segments
        ]


_LOOKALIKES = str.maketrans(
    "▌▐╎●○★☆▪▫◆◇■□▲△▼▽▶◀◂←→↑↓…·•§‘’‚“”„‹›«»‐‑‒–—―−×\u00a0▁▂▃▄▅▆▇█▉▊▋▍▎▏▔▕░▒▓⭘",
    '>||*o#+*.*o#o^^vv><<<>^v..*S\'\',"""<><>-------x _.-=+*#####|||-|.:#o',
) | {ord("🔎"): "> "}


class AsciiFilter(LineFilter):
    """Draws with ASCII alone, each cell by something that looks like it.

    Letters of other scripts stay as far as ``encoding`` has them; the rest is a question mark a cell.
    """

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Segments of the same widths."""
        return [
            segment if segment.control or segment.text.isascii() else Segment(self._drawn(segment.text), segment.style)
            for segment in segments
        ]

    def _drawn(self, text: str) -> str:
        text = "".join(map(_lookalike, text))
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return "".join(self._shown(text[first:last], cells) for first, last, cells in split_graphemes(text)[0])
        return text

    def _shown(self, cluster: str, cells: int) -> str:
        try:
            cluster.encode(self._encoding)
        except UnicodeEncodeError:
            base = unicodedata.normalize("NFKD", cluster)[0]
            return base if base.isascii() and base.isprintable() and cells == 1 else "?" * cells
        return cluster


def _lookalike(character: str) -> str:
    drawn = character.translate(_LOOKALIKES)
    if drawn == character and "\u2500" <= character <= "\u257f":
        name = unicodedata.name(character)
        drawn = "-" if "HORIZONTAL" in name and "VERTICAL" not in name else "|" if name.endswith("VERTICAL") else "+"
    return drawn if cell_len(drawn) == cell_len(character) else character
