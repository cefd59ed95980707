"""Meaning becomes style: an entry's block, line by line, as strips."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from probreader.domain.post import Certainty, Comment, Section
from probreader.domain.prose import Span, SpanKind, hanging
from probreader.tui.layout import MARGIN, Layout, Part, Place, guides_shown
from probreader.tui.news import News
from probreader.tui.thread import Offsets, Thread
from probreader.tui.times import say_time
from probreader.tui.wrap import fit

BAR = "▌"
GUIDE = "╎"
_ANSWERS = 4
"""Answers listed in a header; ``f`` lists all."""
UNREAD = "●"
NEW = "new"
BOOKMARK = "★"

SPAN_CLASSES = {
    SpanKind.LINK: "thread--link",
    SpanKind.EMPHASIS: "thread--emphasis",
    SpanKind.STRONG: "thread--strong",
    SpanKind.QUOTE: "thread--quote",
    SpanKind.CODE: "thread--code",
    SpanKind.HEADING: "thread--heading",
}
"""List items are told by their bullet alone."""


def tinted(segments: Iterable[Segment], plain: Style, tint: Style) -> list[Segment]:
    """Segments with the background of ``tint`` wherever they have that of ``plain``; a match keeps its own."""
    back = Style(bgcolor=tint.bgcolor)
    return [
        Segment(text, style + back) if style is not None and style.bgcolor == plain.bgcolor else Segment(text, style)
        for text, style, _ in segments
    ]


def _since(news: News, entry: int, *, removed: bool) -> list[str]:
    """What has happened to an entry since it was written, in words."""
    gone = news.is_gone(entry)
    return [
        *["edited"] * news.is_changed(entry),
        *["removed from the source"] * gone,
        *["removed"] * (removed and not gone),
    ]


class BlockPainter:
    """Paints the lines of one thread at one width in one theme."""

    def __init__(self, thread: Thread, layout: Layout, styles: Mapping[str, Style], left: int) -> None:
        self._thread = thread
        self._outline, self._rows, self._marks = thread.outline, thread.rows, thread.marks
        self._layout = layout
        self._styles = styles
        """Style of each component class of the pane, background included."""
        self._left = Segment(" " * left, styles["thread--text"])
        """Empty cells before every line: the text stands in the middle of a wide pane."""

    def paint(self, place: Place, width: int, *, highlighted: bool, focused: bool = True) -> Strip:
        """One line, ``width`` cells wide; the highlight is weaker while the pane is not focused."""
        tint = "thread--highlighted" if focused else "thread--highlighted-blurred"
        base = self._styles[tint if highlighted else "thread--text"]
        if place.part is Part.LEAD:
            segments = self._lead(place.number)
        elif place.part is Part.GAP:
            segments = []
        else:
            segments = self._gutter(place.entry, highlighted=highlighted, focused=focused)
            paint_part = self._header if place.part is Part.HEADER else self._text
            segments += paint_part(place)
        line = Strip(segments)
        if highlighted and place.part in (Part.HEADER, Part.TEXT):
            line = Strip(tinted(segments, self._styles["thread--text"], base))
            line = line.extend_cell_length(self._layout.width, base)
        return Strip([self._left, *line]).adjust_cell_length(width, self._styles["thread--text"])

    def _lead(self, number: int) -> list[Segment]:
        if number:
            return []
        count = len(self._outline) - self._outline.sections
        words = f" {count} comment{'' if count == 1 else 's'} "
        if self._layout.linear:
            return [Segment(words.strip(), self._styles["thread--dim"])]
        rule = "─" * max(0, min(self._layout.text_measure, self._layout.width - MARGIN) - len(words) - 2)
        return [Segment(" " * MARGIN + "──" + words + rule, self._styles["thread--dim"])]

    def _gutter(self, entry: int, *, highlighted: bool, focused: bool) -> list[Segment]:
        if self._layout.linear:
            return []
        guides = guides_shown(self._outline.depths[entry], self._layout.width)
        bar = Segment(BAR if highlighted else " ", self._styles["thread--bar" if focused else "thread--bar-blurred"])
        return [bar, Segment(" " + (GUIDE + " ") * guides, self._styles["thread--guide"])]

    def _header(self, place: Place) -> list[Segment]:
        entry, styles = place.entry, self._styles
        name, detail = self._title(entry)
        linear, width = self._layout.linear, self._layout.width - self._layout.indent(entry)
        room = max(1, width if linear else min(self._layout.text_measure, width))
        parting = ", " if linear else "  "
        flags = self._flags(entry)
        name = fit(name, room)
        room -= cell_len(name)
        segments = [Segment(name, styles["thread--author"])]
        told, hidden = [(detail, "thread--dim")], self._hidden(entry)
        # What is hidden must be heard even where the line is cut; the eye finds it at the end.
        for text, style in (*flags, *hidden, *told) if linear else (*flags, *told, *hidden):
            shown = fit(parting + text, room) if text and room > 3 else ""
            segments.append(Segment(shown, styles[style]))
            room -= cell_len(shown)
        return segments

    def _title(self, entry: int) -> tuple[str, str]:
        """Who, and where and when."""
        outline = self._outline
        position = outline.position(entry)
        if outline.is_section(entry):
            section = self._thread.entry(entry)
            assert isinstance(section, Section)
            details = _since(self._thread.news, entry, removed=section.removed)
            mark = "Section" if self._layout.linear else "§"
            return f"{mark} {position} of {outline.sections}", self._joined(details)
        comment = self._thread.entry(entry)
        assert isinstance(comment, Comment)
        kind = "Comment" if outline.depths[entry] == 1 else "Reply"
        name = f"{kind} {position}" if comment.author is None else comment.author.name
        details = [] if comment.author is None else [position]
        details += [say_time(comment.published)] if comment.published else []
        if self._layout.linear:
            details.append(
                f"reply, depth {outline.depths[entry]}" if outline.depths[entry] > 1 else "top-level comment"
            )
        elif outline.depths[entry] - 1 > guides_shown(outline.depths[entry], self._layout.width):
            details.append(f"depth {outline.depths[entry]}")
        inferred = comment.parent is not None and comment.certainty is Certainty.INFERRED
        details += ["parent inferred"] if inferred else []
        details += _since(self._thread.news, entry, removed=comment.removed)
        details += ["not in the source"] if comment.placeholder else []
        details += self._answered(entry)
        return name, self._joined(details)

    def _joined(self, details: Sequence[str]) -> str:
        return (", " if self._layout.linear else " · ").join(details)

    def _answered(self, entry: int) -> list[str]:
        """By whom it is referred to, when they do not stand right below."""
        outline = self._outline
        answers = [each for each in self._thread.answers_to(entry) if outline.parents[each] != entry]
        shown = [outline.position(each) for each in answers[:_ANSWERS]]
        return [f"answered by {', '.join(shown)}{' …' if len(answers) > _ANSWERS else ''}"] if shown else []

    def _flags(self, entry: int) -> list[tuple[str, str]]:
        flags = []
        if entry not in self._marks.read and not self._outline.is_section(entry):
            flags.append(("unread" if self._layout.linear else UNREAD, "thread--unread"))
        if self._thread.news.is_new(entry):
            flags.append((NEW, "thread--new"))
        if entry in self._marks.bookmarked:
            flags.append(("bookmarked" if self._layout.linear else BOOKMARK, "thread--bookmark"))
        return flags

    def _hidden(self, entry: int) -> list[tuple[str, str]]:
        if not self._rows.is_collapsed(entry):
            return []
        count = self._outline.descendants[entry]
        unread = self._marks.read.unread(entry + 1, entry + 1 + count)
        sign = "collapsed, hides " if self._layout.linear else "+"
        words = f"{sign}{count} {'reply' if count == 1 else 'replies'}"
        new = self._thread.news.count_new(entry + 1, entry + 1 + count)
        words += f", {unread} unread" if unread else ""
        return [(words + (f", {new} new" if new else ""), "thread--hidden")]

    def _text(self, place: Place) -> list[Segment]:
        entry = place.entry
        shown = self._thread.shown(entry)
        prose = shown.prose
        if self._rows.is_collapsed(entry):
            line = fit(prose.text[:400].replace("\n", " "), self._layout.text_width(entry))
            return [Segment(line, self._styles["thread--dim"])]
        start, end = self._layout.lines(entry)[place.number]
        links = (Span(link.start, link.end, SpanKind.LINK) for link in self._thread.links_of(entry))
        spans = [s for s in (*prose.spans, *links) if s.start < end and s.end > start and s.kind in SPAN_CLASSES]
        matches = [m for m in self._marks.matches.get(entry, ()) if m[0] < end and m[1] > start]
        before = hanging(shown.hangs, start)[0]
        segments = [Segment(before, self._styles["thread--text"])] if before else []
        if not spans and not matches:
            return [*segments, Segment(prose.text[start:end], self._styles["thread--text"])]
        return [*segments, *self._styled(entry, (start, end), spans, matches)]

    def _styled(self, entry: int, line: Offsets, spans: Sequence[Span], matches: Sequence[Offsets]) -> list[Segment]:
        """The line cut wherever a span or a match begins or ends."""
        start, end = line
        text, styles = self._thread.prose(entry).text, self._styles
        edges = {start, end}
        for first, last in (*((s.start, s.end) for s in spans), *matches):
            edges |= {max(start, first), min(end, last)}
        cuts = sorted(edges)
        segments = []
        for left, right in pairwise(cuts):
            style = styles["thread--text"]
            for span in spans:
                if span.start <= left < span.end:
                    style += styles[SPAN_CLASSES[span.kind]]
            for match in matches:
                if match[0] <= left < match[1]:
                    standing = self._marks.current == (entry, match[0])
                    style += styles["thread--match-current" if standing else "thread--match"]
            segments.append(Segment(text[left:right], style))
        return segments
