"""What stands over the comments: the post's date, title, body, author and labels, between the page's other lines."""

import re
from dataclasses import dataclass

from probreader.domain.post import Timestamp
from probreader.domain.prose import Prose, SpanKind
from probreader.sources.dumps.bylines import RowByline, find_byline, is_prose
from probreader.sources.dumps.moments import moment_of
from probreader.sources.dumps.prose import prose_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.footer import is_sharing
from probreader.sources.markers import LANGUAGES, is_furniture
from probreader.sources.titles import reads_as_title

_LABELS = (
    "Labels", "Label", "Libellés", "Etiquetas", "Etichette", "Marcadores", "Etykiety", "Ετικέτες", "라벨", "Ярлыки",
    "Метки", "Etiketler", "ラベル", "标签", "標籤", "Etiketter", "Štítky", "Címkék", "Tagged", "Tags", "Filed under",
    "Posted in", "Schlagwörter", "Étiquettes", "Kategorien", "Categories", "Etiquetes", "Etichete", "Tunnisteet",
)  # fmt: skip
_POSTED = tuple(sorted({words for language in LANGUAGES for words in language.posted}, key=len, reverse=True))
_AT_TIME = re.compile(r"\s(?:\S{1,6}\s)?(?:[0-9]{1,2}[:.h][0-9]{2}|[0-9]{1,2} [ap]m).*\Z")
_FOOTER_ROWS = 60
"""Rows above the comments in which the post's footer may begin."""
_NEAR_FOOTER = 12
"""Rows between a link that shares the post, or a pager, and the rest of the footer."""
_LONGEST = 120
_SHARES = ("Email This", "BlogThis!", "Share to ", "Diesen Post per E-Mail", "Envoyer par e-mail", "Enviar por correo")


@dataclass(frozen=True, slots=True)
class PostHead:
    """What is known of the post from the rows over its comments."""

    title: str | None
    published: Timestamp | None
    author: str | None
    labels: tuple[str, ...]
    body: Prose


def read_post(rows: Rows, end: int, named: str | None) -> PostHead:
    """The post in the rows before ``end``; ``named`` is its title where the heading over the comments tells it."""
    byline = find_byline(rows, end)
    footer = _footer(rows, byline.end if byline else 0, end)
    date = next((row for row in range(footer) if (text := rows.texts[row]) and _is_day(text)), -1)
    moment = moment_of(rows.texts[date]) if date >= 0 else None
    title = _title_row(rows, byline, date, footer, named)
    body = max(title, date) + 1
    author, labels = _footer_parts(rows, footer, end)
    published = moment.timestamp if moment else None
    if byline:
        body = max(body if title >= 0 else 0, byline.end)
        author, published = author or byline.author, byline.published or published
    return PostHead(rows.texts[title] if title >= 0 else named, published, author, labels, prose_of(rows, body, footer))


def _is_day(text: str) -> bool:
    moment = moment_of(text)
    return bool(moment and moment.timestamp and "T" not in moment.timestamp.iso)


def _title_row(rows: Rows, byline: RowByline | None, date: int, end: int, named: str | None) -> int:
    """The row that is the title; -1 when none can be told."""
    if named:
        same = [row for row in range(end) if rows.texts[row] == named]
        if same:
            return same[-1] if len(same) == 1 or same[0] > 0 else same[1]
    if byline:
        return byline.title
    if date >= 0:
        row = rows.next_text(date + 1, end)
        return row if row < end and reads_as_title(rows.texts[row]) else -1
    headed = [row for row in range(end) if any(span.kind is SpanKind.HEADING for span in rows.spans.get(row, ()))]
    if headed:
        return headed[min(1, len(headed) - 1)]
    return _repeated_title(rows, end)


def _repeated_title(rows: Rows, end: int) -> int:
    """The row that the first one, the page's title, ends or begins with."""
    first = rows.next_text(0, end)
    if first >= end:
        return -1
    page = rows.texts[first]
    for row in range(first + 1, min(end, first + 200)):
        text = rows.texts[row]
        if len(text) > 3 and page != text and page.endswith((f": {text}", f"- {text}", f"| {text}")):
            return row
    for row in range(first + 1, min(end, first + 200)):
        text = rows.texts[row]
        if len(text) > 3 and page.startswith((f"{text} |", f"{text} -", f"{text} –", f"{text} «")):
            return row
    return -1


def _footer(rows: Rows, start: int, end: int) -> int:
    """The row at or below ``start`` with which the post's footer begins; ``end`` when it has none.

    Prose above what was found ends it, and so does some distance: the same words stand in lines over the post.
    """
    footer = end
    for row in range(end - 1, max(start - 1, end - _FOOTER_ROWS), -1):
        text = rows.texts[row]
        if not text:
            continue
        if is_prose(rows, row):
            if footer < end:
                return footer
            continue
        is_near = footer == end or footer - row <= _NEAR_FOOTER
        if text.startswith(_POSTED) or _label_text(text) is not None or (is_near and _is_share(text)):
            footer = row
    return footer


def _is_share(text: str) -> bool:
    return text.startswith(_SHARES) or is_furniture(text) or is_sharing(text)


def _label_text(text: str) -> str | None:
    """What follows ``Labels:``; None when ``text`` does not begin so."""
    for word in _LABELS:
        if text.startswith(word):
            rest = text[len(word) :].lstrip()
            if rest.startswith((":", "：")):
                return rest[1:].strip()
    return None


def _footer_parts(rows: Rows, footer: int, end: int) -> tuple[str | None, tuple[str, ...]]:
    author = None
    labels: tuple[str, ...] = ()
    for row in range(footer, end):
        text = rows.texts[row]
        if author is None and (words := next((words for words in _POSTED if text.startswith(words)), None)):
            author = _author(rows, row, text[len(words) :].strip(" :"), end)
        if (rest := _label_text(text)) is not None and not labels:
            following = " ".join(filter(None, rows.texts[row + 1 : end]))
            labels = tuple(label for part in (rest or following).split(",") if (label := part.strip()))
    return author, labels


def _author(rows: Rows, row: int, rest: str, end: int) -> str | None:
    name = _AT_TIME.sub("", " " + " ".join(rest.split())).strip() if rest else ""
    if not rest and (following := rows.next_text(row + 1, end)) < end:
        name = rows.texts[following]
    return name if 0 < len(name) <= _LONGEST else None
