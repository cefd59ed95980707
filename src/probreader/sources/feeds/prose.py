"""The texts of feeds and exports as prose, quickly where their markup is simple."""

from probreader.domain.prose import Prose
from probreader.sources.html.markup import prose_of_markup, prose_of_text, split_prose

Sections = list[tuple[str | None, Prose]]


def read_markup(markup: str, base: str | None = None, *, rules: bool = False) -> Prose:
    """The same as :func:`~probreader.sources.html.markup.prose_of_markup`."""
    return prose_of_markup(markup, base, rules=rules)


def read_text(text: str) -> Prose:
    """Plain text, as it stands."""
    return prose_of_text(text)


def sections_of(content: str, base: str | None, *, is_markup: bool) -> Sections:
    """A post's body, parted at its separator lines; empty when there is no word in it."""
    prose = read_markup(content, base, rules=True) if is_markup else read_text(content)
    return [(None, part) for part in split_prose(prose)]
