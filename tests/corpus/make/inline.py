"""The little markup in which discussions are written: HTML without line breaks, a new line meaning one."""

from html import escape, unescape
from html.parser import HTMLParser

BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "pre"})
"""Elements that begin and end a line of the plain text."""


def broken(markup: str) -> str:
    """HTML in which each new line is a ``br``, as Blogger and old editors write it."""
    return markup.replace("\n", "<br />")


def paragraphs(markup: str) -> str:
    """HTML in which blank lines part ``p`` elements and other new lines are ``br``, as WordPress writes it."""
    parts = markup.split("\n\n") if markup else []
    return "\n".join("<p>" + part.replace("\n", "<br />\n") + "</p>" for part in parts)


def quoted(text: str) -> str:
    """Plain text as HTML, fit for an attribute too."""
    return escape(text)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")
        if tag == "img":
            self.pieces.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.pieces.append(unescape(f"&#{name};"))


def plain(markup: str) -> str:
    """What a person reads of ``markup``; blocks and new lines are lines, a picture is its alternative text."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return "".join(parser.pieces).strip("\n")
